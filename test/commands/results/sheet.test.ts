import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, expect, it } from 'vitest'
import { atTime, drawnOffice, LATER, standing } from '../../helpers/results.ts'
import type { Office } from '../../helpers/ssj.ts'

let office: Office
beforeAll(async () => {
  office = await drawnOffice()
})
const here = () => atTime(office, LATER)
const sheet = (at: Office, ...options: string[]) => at.done('results', 'sheet', ...options)

it('is one file for each department, with a row for each target and item, after substitutions', async () => {
  const at = here()
  const { drawn, reserve } = await standing(at)
  await at.done('draw', 'substitute', '1', '--target', drawn[0]!, '--reason', '停业', '--approver', '局领导')
  const told = await sheet(at, '1', '--to', at.path('表'), '--format', 'csv')
  expect(told.files).toEqual([
    { file: '2026-0001-甲局.csv', rows: 6 },
    { file: '2026-0001-乙局.csv', rows: 3 },
  ])
  const text = readFileSync(at.path('表/2026-0001-甲局.csv'), 'utf8')
  expect(text).toContain(
    '任务编号,抽取编号,任务名称,统一社会信用代码/注册号,检查对象名称,检查部门,抽查事项,事项名称,检查人员,执法证号,检查任务码,检查期限,录入期限,公示期限,检查日期',
  )
  expect(text).not.toContain(drawn[0])
  expect(text).toMatch(
    new RegExp(
      `A,2026-0001,临时任务 A,${reserve[0]},示例店${reserve[0]},甲局,S1,食品安全,示例人\\d、示例人\\d,`,
    ),
  )
  // 2026-04-30 and ten working days: 劳动节 until 5 May, 9 May is worked.
  expect(text).toContain(',2026-02-10~2026-04-30,2026-05-18,检查后20个工作日内,')
  const one = await sheet(at, '1', '--to', at.path('一'), '--format', 'csv', '--one-file')
  expect(one.files).toEqual([{ file: '检查结果录入表.csv', rows: 9 }])
  const own = await sheet(at, '1', '--to', at.path('乙'), '--format', 'csv', '--department', '乙局')
  expect(own.files).toEqual([{ file: '2026-0001-乙局.csv', rows: 3 }])
})

it.each(['csv', 'xlsx'] as const)(
  'filled in, is imported as it is, and written again says what was filled in (%s)',
  async format => {
    const at = here()
    await sheet(at, '1', '--to', at.path('空'), '--format', format)
    const blank = await at.done(
      'import',
      'results',
      ...readdirSync(at.path('空')).map(name => join(at.path('空'), name)),
    )
    expect(blank.files).toMatchObject([
      { new: 0, issueCount: 0, extra: [] },
      { new: 0, issueCount: 0, extra: [] },
    ])
    await sheet(at, '1', '--to', at.path('填'), '--format', 'csv')
    for (const name of readdirSync(at.path('填'))) {
      const path = join(at.path('填'), name)
      const [head = '', ...rows] = readFileSync(path, 'utf8').trimEnd().split('\r\n')
      const filled = rows.map(row => {
        const cells = row.split(',')
        const put = (heading: string, value: string) => {
          cells[head.split(',').indexOf(heading)] = value
        }
        put('检查日期', '2026-03-02')
        put('检查结果代码', '1 未发现问题')
        put('核查方式', '实地检查')
        put('处置措施', '无需后续处置')
        return cells.join(',')
      })
      writeFileSync(path, [head, ...filled, ''].join('\r\n'))
    }
    const done = await at.done(
      'import',
      'results',
      ...readdirSync(at.path('填')).map(name => join(at.path('填'), name)),
    )
    expect(done.files.map((file: { new: number }) => file.new).sort()).toEqual([3, 6])
    await sheet(at, '1', '--to', at.path('再'), '--format', format, '--one-file')
    const again = await at.done('import', 'results', join(at.path('再'), `检查结果录入表.${format}`))
    expect(again.files).toMatchObject([{ outcome: 'nothing', unchanged: 9 }])
  },
)

it('offers the words of its columns in a workbook, and forbids none', async () => {
  const at = here()
  await sheet(at, '1', '--to', at.path('表'))
  const parts = unzipSync(readFileSync(at.path('表/2026-0001-甲局.xlsx')))
  const xml = strFromU8(parts['xl/worksheets/sheet1.xml']!)
  expect(xml).toMatch(
    /<dataValidations count="5">.*1 未发现问题,B 未按规定公示.*<\/dataValidations><(?:pageMargins|pageSetup|\/worksheet)/s,
  )
  expect(xml).toContain('sqref="P3:P8"')
  expect(xml.match(/<formula1>"([^"]*)"/)![1]!.length).toBeLessThanOrEqual(255)
})

it('is there for cases too: of one, and of a year', async () => {
  const at = here()
  const visit = [
    '--department',
    '甲局',
    '--cause',
    '投诉举报',
    '--reference',
    '举〔1〕',
    '--date',
    '2026-05-06',
  ]
  for (const target of ['T01', 'T02']) await at.done('visit', 'add', '--target', target, ...visit)
  expect((await sheet(at, '--cases', '2026', '--to', at.path('个案'), '--format', 'csv')).files).toEqual([
    { file: '个案-甲局.csv', rows: 2 },
  ])
  const path = at.path('个案/个案-甲局.csv')
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll(/(检查后20个工作日内),,,/g, '$1,2026-05-06,,1'))
  expect((await at.done('import', 'results', path)).files).toMatchObject([{ new: 2 }])
  expect((await sheet(at, 'C2026-0001', '--to', at.path('一'), '--format', 'csv')).files).toMatchObject([
    { rows: 1 },
  ])
})

it.each(['zh', 'en'])('is refused where nothing is meant or there (%s)', async lang => {
  const at = here()
  for (const argv of [
    ['--to', 'x'],
    ['99', '--to', 'x'],
    ['1', '--to', 'x', '--department', '丙局'],
    ['--cases', '2025', '--to', 'x'],
    ['1', '--to', at.folder],
  ]) {
    const ran = await at.ssj('results', 'sheet', ...argv, '--lang', lang)
    expect([argv, ran.code, ran.err.startsWith('ssj: ')]).toEqual([argv, 2, true])
  }
})
