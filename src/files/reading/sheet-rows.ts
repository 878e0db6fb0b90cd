import { zipEntries } from '../zip.ts'
import { type Content, firstBytes } from './content.ts'
import { zipKind } from './lookalike.ts'
import { type OtherSheet, type Piece, stopped } from './row-batch.ts'
import type { CellNote } from './workbook/cell-note.ts'
import { columnLetters } from './workbook/cell-place.ts'
import { WorkbookFault } from './workbook/fault.ts'
import { isFilled, openWorkbook, sheetsWished, type Workbook } from './workbook/open-workbook.ts'
import { partKey } from './workbook/package-parts.ts'
import type { SheetPart } from './workbook/sheet-list.ts'
import { sheetTable, type TableRows } from './workbook/sheet-table.ts'

/** The rows of an .xlsx; the format keeps its directory at the end, so the packed file must be in memory as a whole. */
export async function* sheetRows(content: Content, wish: string | number | undefined): AsyncGenerator<Piece> {
  const bytes = await firstBytes(content, ZIP_LIMIT + 1)
  if (bytes.length > ZIP_LIMIT) {
    return yield stopped({ kind: 'spreadsheet-too-large', bytes: bytes.length, limit: ZIP_LIMIT })
  }
  const entries = zipEntries(bytes)
  if (entries === undefined) return yield stopped({ kind: 'damaged-spreadsheet', detail: 'zip' })
  const seems = zipKind(new Set([...entries.keys()].map(partKey)))
  if (seems !== 'xlsx') return yield stopped({ kind: 'not-a-table', seems })
  try {
    const book = await openWorkbook(bytes, entries)
    const read = await sheetsWished(book, wish)
    const sheets = book.sheets.map(({ name }) => name)
    const others = await otherSheets(book, read)
    const digest = await content.digest()
    let [told, after, last] = [false, 0, 0]
    for (const [i, sheet] of read.entries()) {
      const head = { hiddenColumns: [] }
      after = last
      for await (const batch of sheetTable(book, sheet.path, head)) {
        const hiddenColumns = batch.first === 1 ? lettersOf(head.hiddenColumns, widthOf(batch)) : []
        if (!told) {
          const { gz } = content
          yield {
            kind: 'facts',
            gz,
            ...digest,
            format: 'xlsx',
            system: book.context.system,
            sheet: sheet.name,
            sheets,
            others,
            hiddenColumns,
          }
          told = true
        } else if (batch.first === 1) yield { kind: 'sheet', sheet: sheet.name, hiddenColumns }
        const done = (i + batch.done) / read.length
        yield { kind: 'rows', ...batch, first: after + batch.first, notes: movedBy(after, batch.notes), done }
        last = after + batch.first - 1 + batch.rows.length
      }
    }
    if (!told) yield stopped({ kind: 'empty' })
  } catch (error) {
    if (!(error instanceof WorkbookFault)) throw error
    yield stopped(error.problem)
  }
}

/** Notes of a sheet that begins so many rows below the first. */
function movedBy(after: number, notes: readonly CellNote[]): readonly CellNote[] {
  return after === 0 ? notes : notes.map(note => ({ ...note, row: note.row + after }))
}

const ZIP_LIMIT = 1 << 27

/** The sheets that hold something and are not read. */
async function otherSheets(book: Workbook, read: readonly SheetPart[]): Promise<readonly OtherSheet[]> {
  const others: OtherSheet[] = []
  for (const sheet of book.sheets) {
    if (read.includes(sheet) || !(await isFilled(book, sheet))) continue
    others.push({ name: sheet.name, hidden: sheet.hidden })
  }
  return others
}

const widthOf = ({ rows }: TableRows) => rows.reduce((widest, { length }) => Math.max(widest, length), 0)

/** Columns that have something and are not shown. */
function lettersOf(hidden: readonly (readonly [number, number])[], width: number): readonly string[] {
  const columns = new Set<number>()
  for (const [first, last] of hidden) {
    for (let column = Math.max(first, 1); column <= Math.min(last, width); column++) columns.add(column)
  }
  return [...columns].sort((a, b) => a - b).map(columnLetters)
}
