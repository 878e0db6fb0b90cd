/** @module-tag campaign */
import { existsSync, readFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { documentOfd } from '../../../../src/files/writing/official/document-ofd.ts'
import { NOTICE } from '../../../helpers/official.ts'

const CHROMIUM = '/usr/bin/chromium'
/** `ofd.js` 0.2.6 (Apache-2.0), a viewer by others, which `.ci/run` fetches: a tool of this test and no dependency. */
const VIEWER = process.env.SSJ_OFD_VIEWER ?? ''

/** What the viewer puts on a page, in shares of its width and height. */
interface Seen {
  readonly text: string
  readonly left: number
  readonly top: number
}

describe.skipIf(!existsSync(VIEWER) || !existsSync(CHROMIUM))(
  'an OFD in a viewer by others (skipped without SSJ_OFD_VIEWER and Chromium)',
  () => {
    it('shows every page, the red head where it is to be, the texts and the numbers of pages', async () => {
      const browser = await chromium.launch({
        executablePath: CHROMIUM,
        args: ['--no-sandbox', '--disable-gpu'],
      })
      try {
        const page = await browser.newPage()
        await page.addScriptTag({ content: readFileSync(VIEWER, 'utf8') })
        const data = Buffer.from(documentOfd(NOTICE)).toString('base64')
        const pages = (await page.evaluate(`(${SHOW})('${data}')`)) as Seen[][]
        expect(pages.length).toBeGreaterThan(3)
        const [head] = pages[0]!.filter(({ text }) => text === '示例区市场监督管理局')
        expect(head!.left).toBeGreaterThan(28 / 210)
        expect(head!.top).toBeGreaterThan((37 + 34) / 297)
        expect(head!.top).toBeLessThan((37 + 35 + 14) / 297)
        for (const [i, seen] of pages.entries()) {
          expect(seen.map(({ text }) => text)).toContain(`—${i + 1}—`)
          for (const { text, left, top } of seen)
            expect([text, left > 27 / 210, left < 184 / 210, top > 36 / 297, top < 280 / 297]).toEqual([
              ...[text, true, true, true, true],
            ])
        }
      } finally {
        await browser.close()
      }
    }, 120_000)
  },
)

/** Runs in the browser: the texts of each page, without blanks. */
const SHOW = `async data => {
  const bytes = Uint8Array.from(atob(data), one => one.charCodeAt(0))
  const read = await new Promise((success, fail) => ofd.parseOfdDocument({ ofd: new File([bytes], 'x.ofd'), success, fail }))
  document.body.style.margin = '0'
  return ofd.renderOfd(794, Array.isArray(read) ? read[0] : read).map(shown => {
    document.body.replaceChildren(shown)
    const box = shown.getBoundingClientRect()
    return [...shown.querySelectorAll('svg')].filter(one => one.textContent.trim() !== '').map(one => {
      const place = one.querySelector('text').getBoundingClientRect()
      return {
        text: one.textContent.replace(/\\s/g, ''),
        left: (place.left - box.left) / box.width,
        top: (place.top - box.top) / box.height,
      }
    })
  })
}`
