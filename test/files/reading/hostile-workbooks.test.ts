import { expect, test } from 'vitest'
import { WorkbookFault } from '../../../src/files/reading/workbook/fault.ts'
import { openWorkbook } from '../../../src/files/reading/workbook/open-workbook.ts'
import { sheetTable } from '../../../src/files/reading/workbook/sheet-table.ts'
import { zipEntries } from '../../../src/files/zip.ts'
import { read } from './clerk.ts'
import { parts, text, workbook, zip } from './workbooks.ts'

const ROW = `<row r="1">${text('A1', '编号')}</row>`
const sheet = (rows: string, below = '') => parts({ 名录: rows }, below)

/** A workbook of each hostile shape, as large as asked for. */
const SHAPES: Readonly<Record<string, (size: number) => Readonly<Record<string, string>>>> = {
  'tags that never end': size => sheet('<c '.repeat(size)),
  'attributes by the thousand': size => sheet(`<row ${'r="A1" '.repeat(size)}`),
  'different attributes': size =>
    sheet(`<row ${Array.from({ length: size }, (_, i) => `a${i}=""`).join(' ')}>${text('A1', '甲')}</row>`),
  'sheets that never end': size => ({
    ...sheet(ROW),
    'xl/workbook.xml': `<workbook><sheets>${'<sheet x '.repeat(size)}`,
  }),
  'rows without cells': size => sheet(ROW + '<row/>'.repeat(size)),
  'cells without text': size => sheet(`${ROW}<row r="2">${'<c/>'.repeat(size)}</row>`),
  'tags within tags': size => sheet(`<row r="1">${'<c>'.repeat(size)}`),
  'merged over the same rows': size =>
    sheet(
      Array.from({ length: size / 2 }, (_, i) => `<row r="${i + 1}">${text(`A${i + 1}`, 'x')}</row>`).join(
        '',
      ),
      `<mergeCells>${`<mergeCell ref="B1:B${size / 2}"/><mergeCell ref="A1:A${size / 2}"/>`.repeat(size / 2)}</mergeCells>`,
    ),
  'merged from every row': size =>
    sheet(
      Array.from({ length: size }, (_, i) => `<row r="${i + 1}">${text(`A${i + 1}`, 'x')}</row>`).join(''),
      `<mergeCells>${Array.from({ length: size }, (_, i) => `<mergeCell ref="A${i + 1}:A${size}"/>`).join('')}</mergeCells>`,
    ),
  'one long cell': size =>
    sheet(`<row r="1"><c r="A1" t="inlineStr"><is><t>${'x'.repeat(size)}</t></is></c></row>`),
  'runs of one cell': size =>
    sheet(`<row r="1"><c r="A1" t="inlineStr"><is>${'<r><t>x</t></r>'.repeat(size)}</is></c></row>`),
  'references to characters': size =>
    sheet(`<row r="1"><c r="A1" t="inlineStr"><is><t>${'&#x7532;'.repeat(size)}</t></is></c></row>`),
  'formats of one cell': size => ({
    ...sheet(ROW),
    'xl/styles.xml': `<styleSheet><numFmts>${'<numFmt numFmtId="164" formatCode="&quot;&quot;&quot;0000"/>'.repeat(size)}</numFmts></styleSheet>`,
  }),
  'gaps between rows': size =>
    sheet(
      Array.from(
        { length: size },
        (_, i) => `<row r="${i * 9 + 1}">${text(`A${i * 9 + 1}`, 'x')}</row>`,
      ).join(''),
    ),
}

/** Steps that a reading takes, to its end or to where it is refused. */
async function stepsOf(files: Readonly<Record<string, string>>): Promise<number> {
  const bytes = zip(files)
  let steps = () => 0
  try {
    const book = await openWorkbook(bytes, zipEntries(bytes)!)
    steps = book.parts.steps
    for await (const _ of sheetTable(book, book.sheets[0]!.path, { hiddenColumns: [] }));
  } catch (error) {
    if (!(error instanceof WorkbookFault)) throw error
  }
  return steps()
}

test.each(Object.entries(SHAPES))('%s: twice as many take twice the steps', async (_, shape) => {
  for (const size of [2000, 4000, 8000]) {
    const [once, twice] = [await stepsOf(shape(size)), await stepsOf(shape(size * 2))]
    expect(twice).toBeLessThanOrEqual(once * 2.1 + 1000)
  }
})

const answer = async (files: Readonly<Record<string, string>>) => (await read(zip(files))).problem

test('the limit that was met is named', async () => {
  const limit = (what: string) => ({ kind: 'spreadsheet-limit', what })
  expect(await answer(SHAPES['one long cell']!(1_100_000))).toMatchObject({ ...limit('text'), place: 'A1' })
  expect(await answer(SHAPES['one long cell']!(6_000_000))).toMatchObject(limit('piece'))
  expect(await answer(SHAPES['rows without cells']!(1_100_000))).toMatchObject(limit('rows'))
  expect(await answer(SHAPES['tags within tags']!(100))).toMatchObject(limit('depth'))
  expect(await answer(SHAPES['tags that never end']!(330_000))).toMatchObject({ kind: 'damaged-spreadsheet' })
  expect(await answer(SHAPES['sheets that never end']!(200_000))).toMatchObject({
    kind: 'damaged-spreadsheet',
  })
})

test('60 000 merged ranges over 30 000 rows are read', async () => {
  const { rows, problem } = await read(zip(SHAPES['merged over the same rows']!(60_000)))
  expect(problem).toBeUndefined()
  expect(rows).toHaveLength(30_000)
})

test('a sheet that is formatted to its last row ends with its last text', async () => {
  const formatted = `<row r="1048575" ht="12.8"></row><row r="1048576"><c r="A1048576" s="1"/></row>`
  expect((await read(workbook({ 名录: ROW + formatted }))).rows).toEqual([['编号']])
})
