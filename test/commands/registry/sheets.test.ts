import { beforeAll, expect, test } from 'vitest'
import { text, workbook } from '../../files/reading/workbooks.ts'
import { miniature } from '../../helpers/miniature.ts'
import type { Office } from '../../helpers/ssj.ts'

/** Workbooks of several sheets: what was read is said, and what was not. */

let registries: Office
beforeAll(async () => {
  registries = await miniature({})
})

const rowsOf = (...rows: readonly (readonly string[])[]) =>
  rows
    .map((cells, i) => {
      const written = cells.map((cell, j) => text(`${'ABCDEFG'[j]}${i + 1}`, cell))
      return `<row r="${i + 1}">${written.join('')}</row>`
    })
    .join('')

const PEOPLE = ['人员编号', '姓名', '所属部门', '执法证号']
const BOOK = workbook(
  {
    城北: rowsOf(PEOPLE, ['P1', '甲', '甲局', '01']),
    城南: rowsOf(
      ['城南所人员'],
      ['人员编号', '姓 名', '所属部门', '执法证号'],
      ['P2', '乙', '甲局', '02'],
      ['P1', '丙', '甲局', '03'],
    ),
    说明: rowsOf(['填写说明', '其他']),
    旧表: rowsOf(PEOPLE, ['P9', '癸', '甲局', '09']),
  },
  { hidden: ['旧表'], above: '<cols><col min="4" max="4" hidden="1"/></cols>' },
)

test('of several filled sheets the one read and the others are named', async () => {
  const here = registries.copy()
  const file = here.file('a.xlsx', BOOK)
  const { out: stdout } = await here.ssj('import', 'inspectors', file, '--dry-run')
  expect(stdout).toContain('读取的工作表：城北\n')
  expect(stdout).toContain(
    '有内容而未读的工作表：城南、说明、旧表（用 --sheet 指定，或用 --sheet all 读取表头相同的各表）',
  )
  expect(stdout).toContain('工作表“城北”隐藏的列照样读取：D')
  const english = await here.ssj('import', 'inspectors', file, '--dry-run', '--lang', 'en')
  expect(english.out).toContain('sheets that hold something and were not read: 城南, 说明, 旧表')
  const { json } = await here.ssj('import', 'inspectors', file, '--json')
  expect(json.files[0]).toMatchObject({
    new: 1,
    sheets: [{ name: '城北', hiddenColumns: ['D'] }],
    otherSheets: [
      { name: '城南', hidden: false },
      { name: '说明', hidden: false },
      { name: '旧表', hidden: true },
    ],
  })
})

test('all sheets with the same headings are read, and each issue names its sheet', async () => {
  const here = registries.copy()
  const file = here.file('a.xlsx', BOOK)
  const { json } = await here.ssj('import', 'inspectors', file, '--sheet', 'all', '--json')
  expect(json.files[0]).toMatchObject({
    sheets: [{ name: '城北' }, { name: '城南' }],
    otherSheets: [
      { name: '旧表', hidden: true, otherHeadings: false },
      { name: '说明', hidden: false, otherHeadings: true },
    ],
    aside: [{ code: 'above', rows: ['城南!1'] }],
    issues: [{ sheet: '城南', row: 4, code: 'duplicate-id', details: { other: '城北!2' } }],
  })
  const { err: stderr } = await here.ssj('import', 'inspectors', file, '--sheet', 'all')
  expect(stderr).toContain('工作表“城南”第 4 行')
  expect(stderr).toContain('表头不同而未读的工作表：说明')
})

test('hidden rows are read and told; headings typed with spaces are headings again', async () => {
  const here = registries.copy()
  const rows = `${rowsOf(PEOPLE, ['P1', '甲', '甲局', '01'], ['人员编号', '姓 名\u200b', ' 所属部门', '执法证号\ufeff'])}<row r="4" hidden="1">${text('A4', 'P2')}${text('B4', '乙')}${text('C4', '甲局')}</row>`
  const { json } = await here.ssj(
    'import',
    'inspectors',
    here.file('a.xlsx', workbook({ 名录: rows })),
    '--json',
  )
  expect(json.files[0]).toMatchObject({
    new: 2,
    aside: [{ code: 'headings', rows: [3] }],
    doubts: [{ code: 'hidden-row', count: 1, examples: [{ row: 4, value: 'P2' }] }],
  })
})

test('a formula that nobody has computed is an issue of its cell', async () => {
  const here = registries.copy()
  const rows = `${rowsOf(PEOPLE)}<row r="2">${text('A2', 'P1')}${text('B2', '甲')}<c r="C2" t="str"><f>D1</f></c></row>`
  const { json } = await here.ssj(
    'import',
    'inspectors',
    here.file('a.xlsx', workbook({ 名录: rows })),
    '--json',
  )
  expect(json.files[0].issues).toMatchObject([
    { row: 2, column: 'C', heading: '所属部门', value: '=D1', code: 'formula-without-value' },
  ])
})

test.each([
  ['1', '2019-03-05'],
  [undefined, '2015-03-04'],
])('a day as a bare number counts from where its workbook does (date1904: %s)', async (date1904, day) => {
  const here = registries.copy()
  const rows = `${rowsOf(['对象编号', '名称', '成立日期'])}<row r="2">${text('A2', 'T1')}${text('B2', '甲店')}<c r="C2"><v>42067</v></c></row>`
  const file = here.file('a.xlsx', workbook({ 名录: rows }, date1904 === undefined ? {} : { date1904 }))
  await here.done('import', 'targets', file)
  expect((await here.done('show', 'targets', 'T1')).versions[0].established).toBe(day)
})
