import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readRows } from '../../../src/files/reading/rows.ts'
import { encode, fileOf, read, readPath } from './clerk.ts'
import { number, text, workbook, zip } from './workbooks.ts'

const ROWS = [
  ['编号', '名称'],
  ['1', '甲'],
]
const TABLE = '编号,名称\n1,甲\n'
const utf16 = (value: string) => Buffer.from(value, 'utf16le')
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')

describe('a file that is no table is named, whatever it is called', () => {
  test.each([
    ['xls', Buffer.concat([OLE, Buffer.alloc(600), utf16('Workbook')])],
    ['xls', Buffer.from('0908100000060500', 'hex')],
    ['xlsx-encrypted', Buffer.concat([OLE, Buffer.alloc(600), utf16('EncryptedPackage')])],
    ['doc', Buffer.concat([OLE, Buffer.alloc(600), utf16('WordDocument')])],
    ['docx', zip({ 'word/document.xml': '<w/>' })],
    ['xlsb', zip({ 'xl/workbook.bin': 'x' })],
    ['ods', zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<o/>' })],
    ['zip', zip({ 'a.csv': TABLE })],
    ['zip', zip({})],
    ['pdf', Buffer.from('%PDF-1.7\n%âãÏÓ\n')],
    ['html', Buffer.from('\ufeff\r\n <!DOCTYPE html><html><body><table>')],
    ['html', encode('<table><tr><td>企业名称</td></tr></table>', 'gb18030')],
    ['html', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16('<html xmlns:x="urn:schemas-microsoft-com">')])],
    ['html', Buffer.from('<?xml version="1.0"?>\n<!-- a --><!-- b -->\n<html>')],
    [
      'xml-spreadsheet',
      Buffer.from('<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook'),
    ],
    ['xml', Buffer.from('<?xml version="1.0" encoding="GBK"?><list/>')],
    ['mhtml', Buffer.from('MIME-Version: 1.0\nContent-Type: multipart/related')],
    ['json', Buffer.from('[{"name": "甲"}]')],
    ['rtf', Buffer.from('{\\rtf1\\ansi')],
    ['image', Buffer.from('89504e470d0a1a0a0000', 'hex')],
    ['archive', Buffer.from('Rar!\x1a\x07\x01')],
    ['archive', gzipSync(gzipSync(TABLE))],
    ['sqlite', Buffer.from('SQLite format 3\0')],
  ] as const)('%s', async (seems, bytes) => {
    const { problem, facts, rows } = await read(bytes)
    expect(problem).toEqual({ kind: 'not-a-table', seems })
    expect(facts).toBeUndefined()
    expect(rows).toEqual([])
  })

  test('comments upon comments do not take long', async () => {
    const { problem } = await read(`<?xml?>${'<!-- -->'.repeat(500)}<nothing>`)
    expect(problem).toEqual({ kind: 'not-a-table', seems: 'xml' })
  })
})

describe('gzip', () => {
  const packed = gzipSync(Buffer.from(TABLE))

  test('is unpacked by its first bytes; digest and length are those of the file', async () => {
    const { facts, rows } = await read(packed, { chunkBytes: 3 })
    expect(rows).toEqual(ROWS)
    expect(facts).toMatchObject({ gz: true, format: 'csv', bytes: packed.length })
  })

  test('holds an .xlsx as well', async () => {
    const { facts } = await read(gzipSync(workbook({ 名录: `<row r="1">${text('A1', '编号')}</row>` })))
    expect(facts).toMatchObject({ gz: true, format: 'xlsx' })
  })

  test('that is cut or spoilt is named', async () => {
    expect((await read(packed.subarray(0, -9))).problem).toEqual({ kind: 'damaged-gzip' })
    const spoilt = Buffer.from(packed)
    spoilt[spoilt.length - 6]! ^= 0xff
    expect((await read(spoilt)).problem).toEqual({ kind: 'damaged-gzip' })
  })
})

describe('source', () => {
  test('- reads the standard input it is given', async () => {
    const bytes = encode(TABLE, 'gb18030')
    const stdin = Readable.from([bytes.subarray(0, 5), bytes.subarray(5)])
    const { facts, rows } = await readPath('-', { stdin })
    expect(rows).toEqual(ROWS)
    expect(facts).toMatchObject({ encoding: 'gb18030', bytes: bytes.length })
  })

  test('- without a standard input is empty', async () => {
    expect((await readPath('-')).problem).toEqual({ kind: 'empty' })
  })

  test.each([
    ['ENOENT', '/nowhere/at/all.csv'],
    ['EISDIR', '/'],
  ])('%s is said in the words of the system', async (code, path) => {
    expect((await readPath(path)).problem).toEqual({ kind: 'unreadable', code })
  })

  test('what cannot be read twice is read all the same', async () => {
    expect((await readPath('/dev/null')).problem).toEqual({ kind: 'empty' })
  })

  test('the digest is that of the bytes', async () => {
    const { facts } = await read('a,b\n')
    expect(facts?.sha256).toBe(createHash('sha256').update('a,b\n').digest('hex'))
  })
})

describe('.xlsx', () => {
  const rowsOf = async (xml: string) => {
    const { rows, problem } = await read(workbook({ 名录: xml }))
    expect(problem).toBeUndefined()
    return rows
  }

  test('cells are text as a spreadsheet shows them in full', async () => {
    const cells = [
      text('A1', ' 离石&amp;区 '),
      number('B1', '0.1'),
      number('C1', '0.30000000000000004'),
      number('D1', '141102000001231'),
      number('E1', '1E-7'),
      '<c r="F1" t="b"><v>1</v></c>',
      '<c r="G1" t="str"><f>A1</f><v>甲</v></c>',
      number('I1', '-5'),
    ]
    expect(await rowsOf(`<row r="1">${cells.join('')}</row>`)).toEqual([
      [' 离石&区 ', '0.1', '0.3', '141102000001231', '0.0000001', 'TRUE', '甲', '', '-5'],
    ])
  })

  test('dates are ISO text', async () => {
    const cells = [
      number('A1', '42801', 1),
      number('B1', '2958352', 1),
      number('C1', '45000.5', 2),
      number('D1', '0.25', 2),
      number('E1', '99999999', 1),
      number('F1', '42801'),
    ]
    expect(await rowsOf(`<row r="1">${cells.join('')}</row>`)).toEqual([
      ['2017-03-07', '9999-09-09', '2023-03-15 12:00:00', '06:00:00', '########', '42801'],
    ])
  })

  test('a code stored as a number is noted: it has lost its last digits', async () => {
    const xml = `<row r="1">${text('A1', '代码')}</row><row r="3">${number('A3', '9.1141102700000102E+17')}${number('B3', '911411027000001')}</row>`
    const { rows, batches } = await read(workbook({ 名录: xml }))
    expect(rows).toEqual([
      ['代码', ''],
      ['', ''],
      ['911411027000001000', '911411027000001'],
    ])
    expect(batches[0]?.notes).toEqual([{ row: 3, column: 1, note: 'rounded-number' }])
  })

  test('an error value is shown and noted, not taken for an empty cell', async () => {
    const xml = `<row r="1">${text('A1', '代码')}</row><row r="2"><c r="A2" t="s"/><c r="C2" s="0" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>`
    const { rows, batches } = await read(workbook({ 名录: xml }))
    expect(rows).toEqual([
      ['代码', '', ''],
      ['', '', '#DIV/0!'],
    ])
    expect(batches[0]?.notes).toEqual([{ row: 2, column: 3, note: 'error-value' }])
  })

  test('the first sheet, or the one named or numbered', async () => {
    const sheet = (value: string) => `<row r="1">${text('A1', value)}</row>`
    const book = workbook({ '名录&amp;库': sheet('甲'), '02': sheet('乙'), 丙: sheet('丙') })
    const first = async (sheet?: string | number) => (await read(book, { sheet })).rows[0]?.[0]
    expect(await first()).toBe('甲')
    expect(await first('名录&库')).toBe('甲')
    expect(await first('丙')).toBe('丙')
    expect(await first('02')).toBe('乙')
    expect(await first(3)).toBe('丙')
    expect(await first('3')).toBe('丙')
    for (const sheet of ['丁', 4, 0, -1, 1.5, '']) {
      expect((await read(book, { sheet })).problem).toEqual({
        kind: 'no-such-sheet',
        sheet,
        sheets: ['名录&库', '02', '丙'],
      })
    }
  })

  test('long sheets come in batches whose rows are counted on', async () => {
    const xml = Array.from(
      { length: 2500 },
      (_, i) => `<row r="${i + 1}">${number(`A${i + 1}`, String(i))}</row>`,
    )
    const { rows, batches, facts } = await read(workbook({ 名录: xml.join('') }))
    expect(facts).toMatchObject({ format: 'xlsx', sheet: '名录', sheets: ['名录'] })
    expect(batches.map(({ first }) => first)).toEqual([1, 1001, 2001])
    expect(rows.map(([cell]) => cell)).toEqual(Array.from({ length: 2500 }, (_, i) => String(i)))
  })

  test('that is empty, cut, or no workbook inside is named', async () => {
    const book = workbook({ 名录: `<row r="1">${text('A1', '甲')}</row>` })
    expect((await read(workbook({ 名录: '' }))).problem).toEqual({ kind: 'empty' })
    expect((await read(book.subarray(0, -30))).problem).toMatchObject({ kind: 'damaged-spreadsheet' })
    expect((await read(zip({ 'xl/workbook.xml': '<workbook/>' }))).problem).toMatchObject({
      kind: 'damaged-spreadsheet',
    })
    expect((await read(workbook({ 名录: '<row r="1"><c r="A1"><v>1</row>' }))).problem).toMatchObject({
      kind: 'damaged-spreadsheet',
    })
  })

  test.each([
    '<row r="99999999999"><c r="A1"><v>1</v></c></row>',
    '<row r="1"><c r="XFD1"><v>1</v></c></row>',
    '<row r="1"><c r="A1048577"><v>1</v></c></row>',
    '<row r="1048576"><c r="ZZ1048576"><v>1</v></c></row>',
  ])('a stray cell is named, not filled up to: %s', async xml => {
    expect((await read(workbook({ 名录: xml }))).problem).toMatchObject({ kind: 'stray-cell' })
  })

  test('an empty cell far away is nothing', async () => {
    const xml = `<row r="1">${text('A1', '甲')}<c r="XFD1" s="0"/></row>`
    expect((await read(workbook({ 名录: xml }))).rows).toEqual([['甲']])
  })

  test('a path ending in .csv is read as what it is', async () => {
    const path = await fileOf(workbook({ 名录: `<row r="1">${text('A1', '甲')}</row>` }))
    expect((await readPath(path)).facts).toMatchObject({ format: 'xlsx' })
  })
})

describe('rows say how much of their file is read with them', () => {
  const csv = `编号,名称\n${Array.from({ length: 3000 }, (_, i) => `${i},某某有限公司${i * 7919}\n`).join('')}`
  const cells = Array.from(
    { length: 2500 },
    (_, i) => `<row r="${i + 1}">${number(`A${i + 1}`, `${i}`)}</row>`,
  )

  test.each([
    ['csv', Buffer.from(csv)],
    ['gz', gzipSync(csv)],
    ['gb18030', encode(csv, 'gb18030')],
    ['xlsx', workbook({ 库: cells.join('') })],
  ])('%s', async (_, bytes) => {
    const told: number[] = []
    for await (const piece of readRows(await fileOf(bytes), { chunkBytes: 8192 }))
      if (piece.kind === 'rows') told.push(piece.done ?? 0)
    expect(told.length).toBeGreaterThan(1)
    expect(told.toSorted((a, b) => a - b)).toEqual(told)
    expect(told[0]).toBeGreaterThan(0)
    expect(told.at(-1)).toBe(1)
  })
})
