/** @module-tag campaign */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { csvFrom } from '../helpers/miniature.ts'
import { atTime, drawnOffice, LATER, standing } from '../helpers/results.ts'
import type { Office } from '../helpers/ssj.ts'
import { closeBrowser, drop, hasChromium, PATIENCE, pageAt, SKIPPED } from './browser.ts'

let made: Office
let target: string

/** A draw with its folder, the certificate of a firm of which one result is public, and the folder of public results. */
beforeAll(async () => {
  if (!hasChromium) return
  made = atTime(await drawnOffice(), LATER)
  target = (await standing(made)).drawn[0]!
  const rows = ['S1', 'S2'].map((item, i) => ({
    ...{ 任务编号: 'A', 对象编号: target, 检查部门: '甲局', 抽查事项: item, 检查日期: '2026-03-02' },
    ...{ 检查结果代码: i === 0 ? 'E' : '1', 发现问题: i === 0 ? '台账不全' : '' },
  }))
  await made.done('import', 'results', made.file('r.csv', csvFrom(rows)))
  await made.done('results', 'review', '1', '--approver', '科长')
  await made.done('results', 'publish', '1')
  await made.done('export', '1', '--to', made.path('draw'))
  await made.done('publish', 'results', '--draw', '1', '--to', made.path('公示'))
  await made.done('certify', '1', target, '--to', made.path('c.json'))
  const correct = ['--set', '发现问题=台账缺页', '--reason', '写明', '--approver', '局领导']
  await made.done('results', 'correct', `2026-0001/${target}/JIA/S1`, ...correct)
  await made.done('publish', 'results', '--draw', '1', '--to', made.path('更正后'))
}, PATIENCE)
afterAll(closeBrowser)

describe.skipIf(!hasChromium)(
  `published results brought to the page${SKIPPED}`,
  { timeout: PATIENCE },
  () => {
    test('settle what a certificate says was found, whichever comes first, and tell where they differ', async () => {
      const { page, trouble } = await pageAt(join(made.path('draw'), 'verify.html'))
      const certified = () => page.textContent('#certified')
      await drop(page, made.path('c.json'))
      await page.waitForSelector('#certified article')
      const proven = () => page.textContent('#certified article ul')
      expect(await proven()).not.toContain('所列检查结果与公示的相同')
      expect(await certified()).toContain('证明成立')
      await page.setInputFiles('#results-in', made.path('公示'))
      await page.locator('#certified').getByText('检查结果按文件夹“公示”').waitFor()
      await page.locator('#certified article ul').first().getByText('所列检查结果与公示的相同').waitFor()
      expect(await certified()).toContain('证明成立')
      await page.setInputFiles('#results-in', made.path('更正后'))
      await page.locator('#certified').getByText('这项结果在证明出具之后已经更正').waitFor()
      expect(await certified()).toContain('证明不成立')
      const file = join(made.path('公示'), 'results.jsonl')
      writeFileSync(file, readFileSync(file, 'utf8').replace('台账不全', '台账齐全'))
      await page.setInputFiles('#results-in', made.path('公示'))
      await page.locator('#certified').getByText('公示结果的文件夹不一致').waitFor()
      expect(trouble).toEqual([])
      await page.context().close()
    })
  },
)
