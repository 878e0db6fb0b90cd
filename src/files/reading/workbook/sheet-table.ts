import type { CellNote } from './cell-note.ts'
import { columnLetters } from './cell-place.ts'
import { filledRows, type SheetHead, type SheetRow } from './filled-rows.ts'
import { beyond, GAPS, LIMITS, stray } from './limits.ts'
import { mergedFiller, mergedRanges } from './merged-ranges.ts'
import type { Workbook } from './open-workbook.ts'

/** Some rows of a sheet in their order, the first of them by its number. */
export interface TableRows {
  readonly first: number
  readonly rows: string[][]
  readonly notes: readonly CellNote[]
  /** How much of the sheet is read with them: 1 is all. */
  readonly done: number
}

/**
 * A sheet as a table, in batches: every row up to the last that is filled, as wide as the widest before it; those of the
 * first batch all as wide, so that headings reach over every column.
 */
export async function* sheetTable(
  { parts, context }: Workbook,
  path: string,
  head: SheetHead,
): AsyncGenerator<TableRows> {
  const fill = mergedFiller(await mergedRanges(parts, path), parts.count)
  let [first, widest, cells] = [1, 0, 0]
  let rows: string[][] = []
  let notes: CellNote[] = []

  function add(row: SheetRow): void {
    for (const note of row.notes) notes.push(note)
    for (const note of fill(row)) notes.push(note)
    widest = Math.max(widest, row.cells.length)
    if (row.cells.length > 0) pad(row.cells, widest)
    rows.push(row.cells)
    cells += row.cells.length
    parts.count(row.cells.length + 1)
    if (cells > LIMITS.cells) throw beyond('cells', columnLetters(row.cells.length) + row.row)
  }

  function batch(): TableRows {
    if (first === 1) for (const row of rows) pad(row, widest)
    const done: TableRows = { first, rows, notes, done: parts.readSoFar() }
    first += rows.length
    rows = []
    notes = []
    return done
  }

  for await (const piece of filledRows(parts, path, context, head)) {
    for (const row of piece) {
      const next = first + rows.length
      if (row.row - next > GAPS.rows)
        throw stray(columnLetters(row.cells.findIndex(cell => cell !== '') + 1) + row.row)
      for (let blank = next; blank < row.row; blank++) {
        add({ row: blank, cells: [], notes: [] })
        if (rows.length === BATCH_ROWS) yield batch()
      }
      add(row)
      if (rows.length === BATCH_ROWS) yield batch()
    }
  }
  if (rows.length > 0) yield batch()
}

const BATCH_ROWS = 1000

function pad(cells: string[], width: number): void {
  while (cells.length < width) cells.push('')
}
