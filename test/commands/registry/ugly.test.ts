import { beforeAll, describe, expect, test } from 'vitest'
import { number, text, workbook } from '../../files/reading/workbooks.ts'
import { miniature } from '../../helpers/miniature.ts'
import type { Office } from '../../helpers/ssj.ts'

/** Files as offices lay them out: for people first. */

let registries: Office
beforeAll(async () => {
  registries = await miniature({})
})

const rowsOf = (...rows: readonly (readonly (string | null)[])[]) =>
  rows
    .map((cells, i) => {
      const written = cells.map((cell, j) => (cell === null ? '' : text(`${'ABCDEFG'[j]}${i + 1}`, cell)))
      return `<row r="${i + 1}">${written.join('')}</row>`
    })
    .join('')

const PEOPLE = ['人员编号', '姓名', '所属部门']

async function imported(library: string, name: string, content: string | Uint8Array) {
  const here = registries.copy()
  const ran = await here.ssj('import', library, here.file(name, content), '--json')
  const [file] = ran.json.files ?? []
  return { here, ran, file, records: (await here.done('list', library)).records }
}

describe('a sheet', () => {
  test('with cells merged over rows: each row gets the text, and it is told', async () => {
    const rows = rowsOf(
      PEOPLE,
      ['P1', '甲', '甲局'],
      ['P2', '乙', null],
      ['P3', '丙', null],
      ['P4', '丁', '乙局'],
    )
    const { file, records } = await imported(
      'inspectors',
      'a.xlsx',
      workbook({ 人员: rows }, { merged: ['C2:C4'] }),
    )
    expect(file.issueCount).toBe(0)
    const notes = file.normalised.find(({ code }: { code: string }) => code === 'merged')
    expect(notes).toMatchObject({
      count: 2,
      examples: [{ row: 3, column: 3, heading: '所属部门', read: '甲局' }, {}],
    })
    expect(records.map(({ department }: { department: string }) => department)).toEqual([
      'JIA',
      'JIA',
      'JIA',
      'YI',
    ])
  })

  test('with headings in two rows, merged where one says all', async () => {
    const rows = rowsOf(
      ['人员编号', '姓名', '所属部门', '执法证件', null],
      [null, null, null, '执法证号', '证件有效期'],
      ['P1', '甲', '甲局', '0104', '2029-12-31'],
    )
    const book = workbook({ 人员: rows }, { merged: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1'] })
    const { file, records } = await imported('inspectors', 'a.xlsx', book)
    expect(file.extra).toEqual([])
    expect(records).toMatchObject([{ id: 'P1', certificate: '0104', certificate_until: '2029-12-31' }])
  })

  test('that is hidden or empty is not the first', async () => {
    const old = rowsOf(PEOPLE, ['OLD', '旧人', '甲局'])
    const now = rowsOf(PEOPLE, ['P1', '甲', '甲局'])
    const book = workbook({ 旧表: old, Sheet1: '', 人员: now }, { hidden: ['旧表'] })
    expect((await imported('inspectors', 'a.xlsx', book)).records).toMatchObject([{ id: 'P1' }])
  })

  test('without headings names the others', async () => {
    const book = workbook({
      说明: rowsOf(['请勿改动表头'], ['编号必填']),
      人员: rowsOf(PEOPLE, ['P1', '甲', '甲局']),
    })
    const { ran, file } = await imported('inspectors', 'a.xlsx', book)
    expect(ran.code).toBe(1)
    expect(file.issues[0].sentence).toContain('另有工作表“人员”，可用 --sheet 指定')
  })

  test('with dates, percentages and codes as numbers', async () => {
    const cells = [
      text('A2', 'A1'),
      text('B2', '2026年甲'),
      text('C2', '甲局'),
      number('D2', '3.5000000000000003E-2', 3),
      text('E2', '全年'),
      number('F2', '46042', 1),
    ]
    const rows = `${rowsOf(['任务编号', '任务名称', '发起部门', '抽查比例', '起止时间', '审批日期'])}<row r="2">${cells.join('')}</row>`
    expect((await imported('plan', 'a.xlsx', workbook({ 计划: rows }))).records).toMatchObject([
      { rate: '3.5%', period: '2026-01-01~2026-12-31', approved: '2026-01-20' },
    ])
  })
})

describe('a CSV', () => {
  test('with headings in two rows gives back its refused rows under one', async () => {
    const here = registries.copy()
    const path = here.file(
      'a.csv',
      '人员编号,姓名,所属部门,执法证件,\n,,,执法证号,证件有效期\nP1,甲,甲局,0104,2029-13-31\n',
    )
    await here.ssj('import', 'inspectors', path, '--rejects', here.path('rejects.csv'))
    const ran = await here.ssj('import', 'inspectors', here.path('rejects.csv'), '--json')
    expect(ran.json.files[0].issues).toMatchObject([{ row: 2, column: 'E', heading: '证件有效期' }])
  })

  test('with a counter, headings again on the next page, and who filled it in', async () => {
    const content = [
      '序号,人员编号,姓名,所属部门,备注',
      '1,P1,甲,甲局,',
      '序号,人员编号,姓名,所属部门,备注',
      '2,P2,乙,乙局,',
      '共2人,,,,',
      '填表人：某某,,,审核人：某某,',
    ]
    const { file, records } = await imported('inspectors', 'a.csv', content.join('\n'))
    expect(file).toMatchObject({ new: 2, extra: [], issueCount: 0 })
    expect(file.aside).toMatchObject([
      { code: 'headings', rows: [3] },
      { code: 'total', rows: [5] },
      { code: 'footer', rows: [6] },
    ])
    expect(records.map(({ extra }: { extra: unknown }) => extra)).toEqual([{}, {}])
  })

  test('whose counter is mapped keeps it', async () => {
    const here = registries.copy()
    const path = here.file('a.csv', '序号,姓名,所属部门\n7,甲,甲局\n')
    const [file] = (await here.done('import', 'inspectors', path, '--map', '序号=人员编号')).files
    expect(file).toMatchObject({ new: 1 })
    expect((await here.done('show', 'inspectors', '7')).versions).toMatchObject([{ name: '甲' }])
  })

  test('with a few bytes of another encoding names the line', async () => {
    const lines = ['人员编号,姓名,所属部门', 'P1,离石区示例人,甲局', 'P2,']
    const bytes = Buffer.concat([Buffer.from(lines.join('\r\n')), Buffer.from([0xca, 0xbe, 0xc0, 0xfd])])
    const { ran } = await imported('inspectors', 'a.csv', bytes)
    expect(ran.json.error.details.problem).toMatchObject({ kind: 'undecodable', line: 3 })
    expect(ran.json.error.sentence).toContain('第 3 行')
  })

  test.each<[string, string | Uint8Array]>([
    ['sep=;', 'sep=;\r\n人员编号;姓名;所属部门\r\nP1;甲;甲局\r\n'],
    ['the CR of an old Mac', '人员编号,姓名,所属部门\rP1,甲,甲局\r'],
    ['line breaks in headings and names', '人员编号,"姓\n名",所属部门\nP1,"甲",甲局\n'],
    ['spaces in headings and cells', '  人员编号 , 姓  名 ,所 属 部 门\n P1 , 甲 , 甲局 \n'],
    ['empty columns and rows behind', '人员编号,姓名,所属部门,,,\nP1,甲,甲局,,,\n,,,,,\n'],
    ['bars', '人员编号|姓名|所属部门\nP1|甲|甲局\n'],
    ['UTF-16 and tabs', Buffer.from('\ufeff人员编号\t姓名\t所属部门\r\nP1\t甲\t甲局\r\n', 'utf16le')],
  ])('with %s', async (_, content) => {
    expect((await imported('inspectors', 'a.csv', content)).records).toMatchObject([
      { id: 'P1', name: '甲', department: 'JIA' },
    ])
  })
})
