/** @module-tag campaign */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { REPORT_KINDS } from '../../../src/core/report/report-kinds.ts'
import { csvFrom } from '../../helpers/miniature.ts'
import { drawnOffice, standing } from '../../helpers/results.ts'
import { freshFolder } from '../../helpers/scratch.ts'

/** Where an office program and a reader of PDF are; elsewhere these tests skip, by name. */
const found = (name: string) => ['/usr/bin', '/usr/local/bin'].map(at => join(at, name)).find(existsSync)
const SOFFICE = found('soffice')
const PDFTOTEXT = found('pdftotext')
const MISSING = SOFFICE === undefined ? 'LibreOffice' : PDFTOTEXT === undefined ? 'pdftotext' : ''
const NOTE = MISSING === '' ? '' : ` (skipped: ${MISSING} is not installed)`

const FOLDERS = { docx: freshFolder(), xlsx: freshFolder() }
/** The pages of each report, by `matrix.docx`. */
const pages = new Map<string, readonly string[]>()

describe.skipIf(MISSING !== '')(`reports on paper${NOTE}`, () => {
  beforeAll(async () => {
    const here = await drawnOffice()
    const { drawn } = await standing(here)
    const row = (target: string) => ({
      ...{ 任务编号: 'A', 对象编号: target, 检查部门: '甲局', 抽查事项: 'S1', 检查日期: '2026-03-02' },
      检查结果代码: '1',
    })
    await here.done('import', 'results', here.file('r.csv', csvFrom(drawn.map(row))))
    for (const format of ['docx', 'xlsx'] as const) {
      for (const name of REPORT_KINDS) {
        const options = name === 'timeline' ? ['--draw', '1'] : name === 'matrix' ? ['--targets'] : []
        await here.done('report', name, ...options, '--to', join(FOLDERS[format], `${name}.${format}`))
      }
      const files = readdirSync(FOLDERS[format]).map(name => join(FOLDERS[format], name))
      const profile = `-env:UserInstallation=${pathToFileURL(join(FOLDERS.docx, 'profile')).href}`
      const out = join(FOLDERS[format], 'pdf')
      spawnSync(SOFFICE!, [profile, '--headless', '--convert-to', 'pdf', '--outdir', out, ...files])
      for (const name of REPORT_KINDS) {
        const read = spawnSync(PDFTOTEXT!, ['-layout', join(out, `${name}.pdf`), '-'])
        pages.set(`${name}.${format}`, read.stdout.toString().split('\f').slice(0, -1))
      }
    }
  }, 300_000)

  it('take as many sheets as they need, and no empty one', () => {
    const counts = Object.fromEntries([...pages].map(([name, own]) => [name, own.length]))
    expect(counts).toMatchInlineSnapshot(`
      {
        "assessment.docx": 2,
        "assessment.xlsx": 1,
        "calendar.docx": 5,
        "calendar.xlsx": 8,
        "coverage.docx": 2,
        "coverage.xlsx": 1,
        "deadlines.docx": 2,
        "deadlines.xlsx": 1,
        "fairness.docx": 2,
        "fairness.xlsx": 1,
        "matrix.docx": 2,
        "matrix.xlsx": 1,
        "results.docx": 3,
        "results.xlsx": 1,
        "timeline.docx": 2,
        "timeline.xlsx": 1,
        "workload.docx": 1,
        "workload.xlsx": 1,
        "year.docx": 1,
        "year.xlsx": 1,
      }
    `)
    for (const [name, own] of pages)
      for (const page of own) expect([name, page.trim().length > 20]).toEqual([name, true])
  })

  it('keep the days of a month on one sheet, and names, numbers and times in one line', () => {
    const [calendar] = pages.get('calendar.docx')!.filter(page => page.includes('每日实查户次'))
    expect(calendar).toMatch(/1 ?月[\s\S]*12 ?月/)
    expect(calendar).toMatch(/\s29\s+30\s+31\s/)
    expect(pages.get('matrix.docx')!.join()).toMatch(/1 P\d 示例人 ?\d/)
    expect(pages.get('timeline.docx')!.join()).toMatch(/2026-05-20 10:00:00/)
    expect(pages.get('calendar.xlsx')!.join()).toContain('2026-10-01')
  })
})
