import type { Context } from '../../core/registry/cells/context.ts'
import { findHeadings, type Headings } from '../../core/registry/columns/headings.ts'
import { type ImportReport, noteSkipped } from '../../core/registry/import-report.ts'
import type { Library } from '../../core/registry/libraries/field.ts'
import {
  type RecordBatch,
  type RecordsReader,
  recordsReader,
  type Standing,
  withoutSpaces,
} from './records-reader.ts'
import type { RowBatch, SheetStart } from './row-batch.ts'

/** What the user says of the headings, and what rows that say only some things are put into. */
interface HeadingsSaid {
  readonly renamed: ReadonlyMap<string, string>
  readonly headerRow?: number | undefined
  readonly standing: Standing
}

/** Reads the rows of a file under its headings; of a further sheet under its own, where they are the same. */
export function sheetsReader(
  library: Library,
  first: Headings,
  { renamed, headerRow, standing }: HeadingsSaid,
  context: Context,
  report: ImportReport,
): (piece: SheetStart | RowBatch) => RecordBatch | null {
  let read: RecordsReader | null = recordsReader(library, first, context, report, standing)
  let begun: SheetStart | null = null
  return piece => {
    if (piece.kind === 'sheet') {
      begun = piece
      return null
    }
    if (begun !== null) {
      const found = sameHeadings(findHeadings(library, piece.rows, renamed, headerRow), first)
      noteSheet(report, begun, piece, found)
      begun = null
      const headingRow = piece.first - 1 + (found?.row ?? 0)
      read =
        found === null
          ? null
          : recordsReader(library, { ...found, row: headingRow }, context, report, standing)
    }
    return read === null ? null : read(piece)
  }
}

/** The headings of another sheet where they are those of the first. */
function sameHeadings(again: Headings | null, first: Headings): Headings | null {
  const written = ({ names }: Headings) => names.map(withoutSpaces).join('\n').trimEnd()
  return again !== null && written(again) === written(first) ? again : null
}

/** Another sheet begins: it is read, or named as one that has other headings. */
function noteSheet(
  report: ImportReport,
  { sheet: name, hiddenColumns }: SheetStart,
  top: RowBatch,
  found: Headings | null,
): void {
  if (found === null) report.unread.push({ name, hidden: false, otherHeadings: true })
  else {
    report.sheets.push({ name, after: top.first - 1, hiddenColumns })
    noteAbove(report, top, found.row)
  }
}

/** Titles and what else stands above the headings. */
export function noteAbove(report: ImportReport, { first, rows }: RowBatch, headingRow: number): void {
  for (const [i, row] of rows.slice(0, headingRow - 1).entries())
    noteSkipped(report, row.every(cell => cell === '') ? 'blank' : 'above', first + i)
}
