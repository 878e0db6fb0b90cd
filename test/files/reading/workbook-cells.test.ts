import { describe, expect, test } from 'vitest'
import { lawOfMany } from '../../helpers/law-of-many.ts'
import { read } from './clerk.ts'
import { number, parts, text, workbook, zip } from './workbooks.ts'

const row = (cells: string, n = 1) => `<row r="${n}">${cells}</row>`
const firstRow = async (book: Buffer) => {
  const { rows, problem } = await read(book)
  expect(problem).toBeUndefined()
  return rows[0]
}
const notesOf = async (book: Buffer) => (await read(book)).batches.flatMap(({ notes }) => notes)

describe('what the sheet shows is what comes in', () => {
  test('texts: shared, inline, in runs, in CDATA, with characters that XML cannot hold', async () => {
    const strings = [
      '<t>甲</t>',
      '<r><t>离石</t></r><r><rPr/><t xml:space="preserve"> 区</t></r><rPh><t>lishi</t></rPh>',
    ]
    const cells = [
      '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>',
      '<c r="C1" t="inlineStr"><is><t><![CDATA[注<销]]></t></is></c>',
      '<c r="D1" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>',
      '<c r="E1" t="str"><v>一_x000A_二_x005F_</v></c><c r="F1"><v><![CDATA[5]]></v></c>',
    ]
    expect(await firstRow(workbook({ 名录: row(cells.join('')) }, { strings }))).toEqual([
      '甲',
      '离石 区',
      '注<销',
      'ab',
      '一\n二_',
      '5',
    ])
  })

  test('numbers under a format: leading zeros, the texts beside them, per cents; never rounded', async () => {
    const cells = [
      number('A1', '10', 4),
      number('B1', '12345', 4),
      number('C1', '7', 5),
      number('D1', '1234567', 6),
      number('E1', '0.125', 3),
      number('F1', '5', 9),
      number('G1', '1234.5', 10),
      number('H1', '10.5', 4),
    ]
    expect(await firstRow(workbook({ 名录: row(cells.join('')) }))).toEqual([
      '0010',
      '12345',
      'GS-07',
      '123-4567',
      '12.5%',
      '5',
      '1234.5',
      '10.5',
    ])
  })

  test('days of the 1900 system as Excel counts them, times alone, hours beyond a day', async () => {
    const cells = [
      number('A1', '1', 1),
      number('B1', '59', 1),
      number('C1', '60', 1),
      number('D1', '61', 1),
      number('E1', '0', 1),
      number('F1', '0.5', 8),
      number('G1', '1.5', 7),
      number('H1', '45000.99999999', 2),
      number('I1', '-1', 1),
      number('J1', '43529', 11),
      '<c r="K1" t="d"><v>10:10:10</v></c><c r="L1" t="d"><v>2019-03-05T00:00:00.000Z</v></c>',
    ]
    expect(await firstRow(workbook({ 名录: row(cells.join('')) }))).toEqual([
      '1900-01-01',
      '1900-02-28',
      '1900-02-29',
      '1900-03-01',
      '1900-01-00',
      '12:00:00',
      '36:00:00',
      '2023-03-16',
      '########',
      '2019-03-05',
      '10:10:10',
      '2019-03-05',
    ])
  })

  test.each(['1', 'true', 'TRUE'])('days of the 1904 system, said as %s', async date1904 => {
    const cells = number('A1', '42067', 1) + number('B1', '0', 1) + number('C1', '0.25', 8)
    expect(await firstRow(workbook({ 名录: row(cells) }, { date1904 }))).toEqual([
      '2019-03-05',
      '1904-01-01',
      '06:00:00',
    ])
  })

  test('a formula that nobody has computed is noted; one that gives an empty text is empty', async () => {
    const cells = [
      '<c r="A1"><f>B1&amp;"x"</f></c><c r="B1"><f>1+1</f><v></v></c><c r="C1" t="str"><f>""</f><v></v></c>',
      '<c r="D1"><f t="shared" si="0"/><v>7</v></c>',
    ]
    const book = workbook({ 名录: row(cells.join('')) })
    expect(await firstRow(book)).toEqual(['=B1&"x"', '=1+1', '', '7'])
    expect(await notesOf(book)).toEqual([
      { row: 1, column: 1, note: 'formula-without-value' },
      { row: 1, column: 2, note: 'formula-without-value' },
    ])
  })

  test('cells and rows without references stand one after the other', async () => {
    const cell = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`
    const rows = `<row>${cell('a')}<c/>${cell('b')}</row><row/><row>${text('B3', 'c')}${cell('d')}</row>`
    expect((await read(workbook({ 名录: rows }))).rows).toEqual([
      ['a', '', 'b'],
      ['', '', ''],
      ['', 'c', 'd'],
    ])
  })
})

lawOfMany('a bit that has turned in a packed part is damage, never another text', 7, async part => {
  const book = workbook({ 名录: row(text('A1', '91141102MA9X10009J') + number('B1', '43529')) })
  const name = 'xl/worksheets/sheet1.xml'
  const sound = await read(book)
  const begins = book.indexOf(name) + name.length
  const ends = book.indexOf('PK\x01\x02', begins)
  expect(ends).toBeGreaterThan(begins)
  for (let at = begins; at < ends; at += part)
    for (const bit of [1, 64]) {
      const turned = Buffer.from(book)
      turned[at]! ^= bit
      const { rows, problem } = await read(turned)
      // The last bits of a packed part may say nothing.
      if (problem === undefined) expect([at, rows]).toEqual([at, sound.rows])
      else expect([at, problem.kind]).toEqual([at, 'damaged-spreadsheet'])
    }
})

describe('what is not seen is told', () => {
  test('hidden rows and columns that hold something', async () => {
    const rows = `${row(text('A1', 'a') + text('C1', 'c'))}<row r="2" hidden="true">${text('A2', 'x')}</row><row r="3" hidden="1"/>`
    const above = '<cols><col min="3" max="16384" hidden="true"/><col min="1" max="1" hidden="0"/></cols>'
    const book = workbook({ 名录: rows }, { above })
    expect(await notesOf(book)).toEqual([{ row: 2, column: 0, note: 'hidden-row' }])
    expect((await read(book)).facts).toMatchObject({ hiddenColumns: ['C'] })
  })

  test('sheets that hold something and are not read', async () => {
    const sheets = {
      一: row(text('A1', 'a')),
      空: '<row r="1"><c r="A1" s="1"/></row>',
      二: row(text('A1', 'b')),
      藏: row(text('A1', 'c')),
    }
    expect((await read(workbook(sheets, { hidden: ['藏'] }))).facts).toMatchObject({
      sheet: '一',
      others: [
        { name: '二', hidden: false },
        { name: '藏', hidden: true },
      ],
    })
  })

  test('all sheets that are filled and shown, one after the other', async () => {
    const sheets = { 一: row(text('A1', 'a')), 空: '', 二: row(text('A1', 'b')), 藏: row(text('A1', 'c')) }
    const { rows, facts } = await read(workbook(sheets, { hidden: ['藏'] }), { sheet: 'all' })
    expect(rows).toEqual([['a'], ['b']])
    expect(facts).toMatchObject({ others: [{ name: '藏', hidden: true }] })
  })
})

describe('parts of the zip', () => {
  const files = parts({ 名录: row(text('A1', '甲')) })
  const renamed = (rename: (name: string) => string) =>
    Object.fromEntries(Object.entries(files).map(([name, xml]) => [rename(name), xml]))

  test.each<[string, Record<string, string | Buffer>]>([
    ['with backslashes', renamed(name => name.replaceAll('/', '\\'))],
    ['in other case', renamed(name => name.toUpperCase())],
    [
      'at the root',
      {
        ...renamed(name => name.replace('xl/', '')),
        '_rels/.rels':
          '<Relationships><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/workbook.xml"/></Relationships>',
      },
    ],
    [
      'in UTF-16',
      Object.fromEntries(
        Object.entries(files).map(([name, xml]) => [
          name,
          Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${xml}`, 'utf16le'),
        ]),
      ),
    ],
    [
      'in UTF-16 the other way round, without a mark',
      Object.fromEntries(
        Object.entries(files).map(([name, xml]) => [name, Buffer.from(xml, 'utf16le').swap16()]),
      ),
    ],
    [
      'in GBK',
      { ...files, 'xl/sharedStrings.xml': Buffer.from('<?xml version="1.0" encoding="GBK"?><sst/>') },
    ],
  ])('%s', async (_, renamedFiles) => {
    expect(await firstRow(zip(renamedFiles))).toEqual(['甲'])
  })
})
