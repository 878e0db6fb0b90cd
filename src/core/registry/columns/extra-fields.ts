import type { Library } from '../libraries/field.ts'
import { extrasColumn, type RecordCells } from '../libraries/record-cells.ts'
import type { Column } from './column.ts'

/** Fields beyond those of the library, by their headings. */
export type ExtraFields = Readonly<Record<string, string>>

/** The extra fields of a record. */
export function extrasOf(library: Library, cells: RecordCells): ExtraFields {
  return library.extras ? parseExtras(cells[extrasColumn(library)]!) : {}
}

/** The extra fields that stand in a cell of them. */
export function parseExtras(cell: string): ExtraFields {
  return cell === '' ? {} : JSON.parse(cell)
}

/** The cell of these extra fields, headings in order; those without a value are left out. */
export function writeExtras(fields: ExtraFields): string {
  const kept = Object.entries(fields)
    .filter(([, value]) => value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return kept.length > 0 ? JSON.stringify(Object.fromEntries(kept)) : ''
}

/** An extra field; or a compound of which a cell that cannot be parted is one. */
function mayBeExtra(column: Column): column is Extract<Column, { kind: 'extra' | 'compound' }> {
  return column.kind === 'extra' || (column.kind === 'compound' && column.compound.whole === null)
}

/** How the extra fields of a row become one cell; null where the file has none. `valueIn` gives the value of a column. */
export function extrasReader(
  columns: readonly Column[],
): ((valueIn: (column: number) => string) => string) | null {
  const extras = columns
    .flatMap((column, i) => (mayBeExtra(column) ? [{ heading: column.heading, i }] : []))
    .sort((a, b) => (a.heading < b.heading ? -1 : 1))
  if (extras.length === 0) return null
  return valueIn => {
    const kept = extras
      .map(({ heading, i }) => [heading, valueIn(i)] as const)
      .filter(([, value]) => value !== '')
    return kept.length > 0 ? JSON.stringify(Object.fromEntries(kept)) : ''
  }
}
