/** @module-tag campaign */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { csvFrom } from '../../helpers/miniature.ts'
import { atTime, drawnOffice, LATER, standing } from '../../helpers/results.ts'
import { freshFolder } from '../../helpers/scratch.ts'
import { filesIn } from '../../helpers/ssj.ts'

/** Where an office program and a reader of PDF are; elsewhere these tests skip, by name. */
const found = (name: string) => ['/usr/bin', '/usr/local/bin'].map(at => join(at, name)).find(existsSync)
const [SOFFICE, PDFTOTEXT] = [found('soffice'), found('pdftotext')]
const MISSING = SOFFICE === undefined ? 'LibreOffice' : PDFTOTEXT === undefined ? 'pdftotext' : ''
const NOTE = MISSING === '' ? '' : ` (skipped: ${MISSING} is not installed)`

/** How many pages a year of one draw takes at the most as a notice and as a workbook, and words that stand on them. */
const PAPERS: readonly (readonly [file: string, docx: number, xlsx: number, words: readonly string[]])[] = [
  ['results', 4, 2, ['应检查', '口径', '核对', '统计依据']],
  ['assessment', 2, 2, ['权重', '按期公示', '统计依据']],
  ['year', 2, 2, ['涉企行政检查统计表', '核对']],
  ['deadlines', 3, 2, ['到期事项', '核对']],
  ['workload', 3, 2, ['工作量']],
  ['fairness', 6, 3, ['抽取公平性', '期望']],
  ['public', 1, 1, ['检查结果公示', '台账不全']],
  ['year-of-a-firm', 1, 0, ['抽查情况', '发现问题的后续', '出具机关']],
]

const pages = new Map<string, readonly string[]>()

describe.skipIf(MISSING !== '')(`reports and published results on paper${NOTE}`, () => {
  beforeAll(async () => {
    const here = atTime(await drawnOffice(), LATER)
    const [target] = (await standing(here)).drawn
    const row = { 任务编号: 'A', 对象编号: target!, 检查部门: '甲局', 抽查事项: 'S1', 检查日期: '2026-03-02' }
    const problem = { ...row, 检查结果代码: 'A', 发现问题: '台账不全', 整改期限: '2026-04-01' }
    await here.done('import', 'results', here.file('r.csv', csvFrom([problem])))
    await here.done('results', 'review', '1', '--approver', '科长')
    await here.done('results', 'publish', '1')
    const out = freshFolder()
    for (const kind of ['docx', 'xlsx']) mkdirSync(join(out, kind))
    const put = (name: string, bytes: Uint8Array) =>
      writeFileSync(join(out, name.slice(name.lastIndexOf('.') + 1), name), bytes)
    for (const name of ['results', 'assessment', 'year', 'deadlines', 'workload', 'fairness'])
      for (const kind of ['docx', 'xlsx'])
        await here.done('report', name, '--to', join(out, kind, `${name}.${kind}`))
    await here.done('publish', 'results', '--draw', '1', '--to', here.path('公示'))
    for (const [name, bytes] of filesIn(here.path('公示')))
      if (/\.(docx|xlsx)$/.test(name)) put(`public${name.slice(name.lastIndexOf('.'))}`, bytes)
    await here.done('certify', target!, '--year', '2026', '--to', here.path('年'))
    put('year-of-a-firm.docx', filesIn(here.path('年')).get('年度抽查证明.docx')!)
    const profile = pathToFileURL(freshFolder()).href
    for (const kind of ['docx', 'xlsx']) {
      const cwd = join(out, kind)
      const names = readdirSync(cwd)
      const options = [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', 'pdf', ...names]
      expect(spawnSync(SOFFICE!, options, { cwd, timeout: 240_000 }).status).toBe(0)
      for (const name of names) {
        const pdf = `${name.slice(0, name.lastIndexOf('.'))}.pdf`
        const text = spawnSync(PDFTOTEXT!, ['-layout', pdf, '-'], { cwd, encoding: 'utf8' }).stdout
        pages.set(name, text.split('\f').slice(0, -1))
      }
    }
  }, 300_000)

  it.each(PAPERS)('%s', (file, docx, xlsx, words) => {
    for (const [kind, most] of [
      ['docx', docx],
      ['xlsx', xlsx],
    ] as const) {
      if (most === 0) continue
      const own = pages.get(`${file}.${kind}`)!
      expect([kind, own.length > 0 && own.length <= most, own.length]).toEqual([kind, true, own.length])
      for (const page of own) expect(page.trim()).not.toBe('')
    }
    const text = pages.get(`${file}.docx`)!.join('').replaceAll(/\s/g, '')
    for (const word of words) expect(text).toContain(word)
  })
})
