import type { DataTable, Fact } from './document.ts'

/** What all rows of a table say alike, and the table of what they say each for itself. */
export interface SaidOnce {
  readonly alike: readonly Fact[]
  readonly table: DataTable
}

/**
 * Takes the columns out of a table in which every row says the same, so that a page has room for the others; null where there
 * are none, or one row, or nothing that rows say each for itself. Nothing is lost: each such column is a fact under its
 * heading. Columns to be filled in stay.
 */
export function saidOnce({ headings, rows }: DataTable): SaidOnce | null {
  const [first] = rows
  if (first === undefined || rows.length === 1) return null
  const isAlike = headings.map((_, i) => first[i] !== '' && rows.every(row => row[i] === first[i]))
  const alike = headings.flatMap((label, i) => (isAlike[i] ? [{ label, value: first[i]! }] : []))
  const own = (row: readonly string[]) => row.filter((_, i) => !isAlike[i])
  const isOwn = headings.some((_, i) => !isAlike[i] && first[i] !== '')
  if (alike.length === 0 || !isOwn) return null
  return { alike, table: { headings: own(headings), rows: rows.map(own) } }
}

/** What heads the facts that {@link saidOnce} takes out of a list, above what is left of it. */
export const ALIKE = '下列各栏，名单中各行相同'
