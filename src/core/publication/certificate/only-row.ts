import { readTableText } from '../../draw/folder/read-table.ts'
import { headingOf, type Table } from '../../draw/folder/table.ts'

/** The place in a certificate that a difference is found at. */
export type At = (column: string) => { readonly file: string; readonly column: string }

/** The row that a line of a table is, where it is one. */
export function onlyRow<Row>(table: Table<Row>, line: string): Row | undefined {
  const reading = readTableText(table, `${headingOf(table)}${line}\n`)
  return reading.kind === 'rows' && reading.rows.length === 1 ? reading.rows[0] : undefined
}
