/** @module-tag campaign */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { drawnOffice, standing } from '../helpers/results.ts'
import type { Office } from '../helpers/ssj.ts'
import { closeBrowser, drop, hasChromium, PATIENCE, pageAt, SKIPPED } from './browser.ts'

let made: Office

/** A draw, a certificate of it that two keys signed, and the list of the office's keys. */
beforeAll(async () => {
  if (!hasChromium) return
  made = await drawnOffice()
  const target = (await standing(made)).drawn[0]!
  const signs: string[] = []
  for (const [i, algorithm] of (['sm2', 'ed25519'] as const).entries()) {
    const file = made.path(`${algorithm}.key`)
    await made.ssjIn({ chance: i + 1 }, 'key', 'new', file, '--algorithm', algorithm)
    await made.done('key', 'add', `${file}.pub`, '--name', `示例局/${algorithm}`)
    signs.push('--sign', file)
  }
  await made.done('rules', 'set', 'signers-minimum', '2')
  await made.done('key', 'list', '--to', made.path('signers.json'))
  await made.done('export', '1', '--to', made.path('draw'), ...signs)
  await made.done('certify', '1', target, '--to', made.path('c.html'), ...signs)
}, PATIENCE)
afterAll(closeBrowser)

describe.skipIf(!hasChromium)(`a signed certificate on the page${SKIPPED}`, { timeout: PATIENCE }, () => {
  test('is judged with its signatures, by the list of keys and without one; a changed byte is seen', async () => {
    const { page, trouble, requests } = await pageAt(join(made.path('draw'), 'verify.html'))
    const signed = page.locator('#signed')
    await drop(page, made.path('c.html'))
    await page.locator('#certified').getByText('证明成立').first().waitFor()
    await page.setInputFiles('#signatures-in', made.path('c.html.signatures'))
    await signed.getByText('签名只说明与所附公钥相符').waitFor()
    await page.setInputFiles('#signers-in', made.path('signers.json'))
    await signed.getByText('签名相符').waitFor()
    expect(await signed.textContent()).toMatch(
      /示例局\/ed25519[\s\S]*示例局\/sm2|示例局\/sm2[\s\S]*示例局\/ed25519/,
    )
    // Another byte of the page that people read: the certificate within holds, and is not what was signed.
    const file = made.path('c.html')
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n`)
    await drop(page, file)
    await signed.getByText('签名不符').waitFor()
    expect(trouble).toEqual([])
    expect(
      requests.filter(
        url => !url.startsWith('file:') && !url.startsWith('blob:') && !url.startsWith('data:'),
      ),
    ).toEqual([])
    await page.context().close()
  })
})
