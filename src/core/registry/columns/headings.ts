import { clean } from '../cells/clean.ts'
import type { Issue } from '../cells/issue.ts'
import type { Library } from '../libraries/field.ts'
import type { Column } from './column.ts'
import type { Compound } from './compound-columns.ts'
import { fieldNamed, laterHeading, nearestHeading, plainHeading } from './field-names.ts'
import { compoundUnder, fieldUnder, isHeadingRow, isHeadings, isNamesRow } from './heading-row.ts'
import { missingHeadings } from './missing-headings.ts'
import { refusalColumns } from './refused-rows.ts'

/** The headings of a file, understood. `row` is where they stand. */
export interface Headings {
  readonly row: number
  /** What stands over each column; of headings in two rows the lower where it says more. */
  readonly names: readonly string[]
  /** The rows that they were written in. */
  readonly rows: readonly (readonly string[])[]
  readonly columns: readonly Column[]
  readonly issues: readonly Issue[]
}

/** How many rows may stand above the headings. */
const ROWS_ABOVE = 20

/**
 * Finds the headings among the first rows of a file, or in the row that the user names: the first row of which an id
 * and a name are known, whatever stands beside them, or at least half of the cells, and two of them; else, of targets,
 * the first of which a name is known. `renamed` maps a
 * heading of the file to a field or known heading (`--map`). Null when there is none.
 */
export function findHeadings(
  library: Library,
  rows: readonly (readonly string[])[],
  renamed: ReadonlyMap<string, string>,
  said?: number,
): Headings | null {
  const isIt = (row: readonly string[]) => isHeadingRow(library, row, renamed)
  const top = rows.slice(0, ROWS_ABOVE)
  const [first, names] = [top.findIndex(isIt), () => top.findIndex(row => isNamesRow(library, row, renamed))]
  const i = said !== undefined ? said - 1 : first < 0 && library.name === 'targets' ? names() : first
  const row = rows[i]
  if (row === undefined) return null
  const below = rows[i + 1] ?? []
  return isHeadings(library, below, renamed)
    ? understand(library, [row, below], i + 2, renamed)
    : understand(library, [row], i + 1, renamed)
}

function inTwoRows(above: readonly string[], below: readonly string[]): string[] {
  return Array.from({ length: Math.max(above.length, below.length) }, (_, i) =>
    plainHeading(below[i] ?? '') === '' ? (above[i] ?? '') : below[i]!,
  )
}

function understand(
  library: Library,
  rows: readonly [readonly string[], (readonly string[])?],
  number: number,
  renamed: ReadonlyMap<string, string>,
): Headings {
  const issues: Issue[] = []
  const [above, below] = rows
  const cells = trimEnd(below === undefined ? above : inTwoRows(above, below))
  const fields = cells.map(cell => fieldUnder(library, cell, renamed))
  const belongs = refusalColumns(library, cells)
  const places = firstPlaces(cells)
  const chosen = chosenColumns(library, cells, fields)
  const compounds = cells.map(cell => compoundUnder(library, cell, renamed))
  const hasPeriod = fields.some(field => library.fields[field]?.name === 'period')
  const ends = compounds.flatMap(compound => compound?.end ?? [])
  const isPeriod = !hasPeriod && ends.length === 2 && new Set(ends).size === 2
  const isReadAsSuch = ({ end }: Compound) => end === undefined || isPeriod
  const columns = cells.map((cell, i): Column => {
    const heading = clean(cell).text
    const place = { row: number, column: i + 1, heading, value: cell }
    const field = fields[i]!
    const what = belongs(i)
    if (what === 'surplus' || what === 'mark') return { kind: 'empty', holds: { heading, what } }
    if (what !== null || isPassedOver(heading, field)) return { kind: 'empty' }
    const twin = places.get(heading)!
    if (twin < i) issues.push({ ...place, code: 'duplicate-heading', details: { heading, other: heading } })
    if (field >= 0 && (twin < i || chosen(field) === i)) return { kind: 'field', heading, field }
    const compound = compounds[i]!
    if (compound !== null && field < 0 && isReadAsSuch(compound))
      return { kind: 'compound', heading, compound }
    const column = extraColumn(library, heading, field, renamed.get(heading))
    if (library.extras || column.known) return column
    issues.push({ ...place, code: 'unknown-heading', details: { nearest: column.nearest } })
    return { kind: 'empty' }
  })
  return {
    row: number,
    names: cells,
    rows: rows as readonly (readonly string[])[],
    columns,
    issues: [...issues, ...missingHeadings(library, columns, number)],
  }
}

/** Where each heading stands first. */
function firstPlaces(cells: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  for (const [i, cell] of cells.entries()) {
    const heading = clean(cell).text
    if (!places.has(heading)) places.set(heading, i)
  }
  return places
}

/** Columns without a heading and those that count the rows say nothing of the record. */
function isPassedOver(heading: string, field: number): boolean {
  return heading === '' || (field < 0 && COUNTERS.has(plainHeading(heading)))
}

/** A column that no field of the library has: one of a later field, or an extra one with the heading it may be meant for. */
function extraColumn(
  library: Library,
  heading: string,
  field: number,
  named: string | undefined,
): Extract<Column, { kind: 'extra' }> {
  if (field >= 0) return { kind: 'extra', heading, nearest: library.fields[field]!.headings[0] }
  const later = laterHeading(library, named ?? heading)
  // A heading of another system may stand for an extra field of ours (`core/exchange`).
  const known = later ?? named
  if (known === undefined) return { kind: 'extra', heading, nearest: nearestHeading(library, heading) }
  const written = known === heading ? {} : { written: heading }
  return { kind: 'extra', heading: known, nearest: null, known: true, ...written }
}

const COUNTERS: ReadonlySet<string> = new Set(['序号', '行号', 'No.', 'NO', 'No'])

/** Headings that no field goes by, kept as extra fields. */
export function unknownIn(columns: readonly Column[]): { heading: string; nearest: string | null }[] {
  return columns.flatMap(column =>
    column.kind === 'extra' && column.known === undefined
      ? [{ heading: column.heading, nearest: column.nearest }]
      : [],
  )
}

/** Of several columns that could be one field, the one whose heading comes first in its list of variants. */
function chosenColumns(
  library: Library,
  cells: readonly string[],
  fields: readonly number[],
): (field: number) => number | undefined {
  const best = new Map<number, { readonly column: number; readonly rank: number }>()
  for (const [column, field] of fields.entries()) {
    if (field < 0) continue
    const { headings, name } = library.fields[field]!
    const place = [name, ...headings].map(plainHeading).indexOf(plainHeading(cells[column]!))
    const rank = place < 0 ? headings.length + 1 : place
    if (rank < (best.get(field)?.rank ?? Number.POSITIVE_INFINITY)) best.set(field, { column, rank })
  }
  return field => best.get(field)?.column
}

/** The column of a value that was given with its name; `nearest` alone where the library has no such field. */
export function columnNamed(library: Library, name: string): Exclude<Column, { kind: 'empty' }> | Unknown {
  const field = fieldNamed(library, name)
  if (field >= 0) return { kind: 'field', heading: library.fields[field]!.headings[0], field }
  const later = laterHeading(library, name)
  if (later !== null) return { kind: 'extra', heading: later, nearest: null, known: true }
  const near = nearestHeading(library, name, 'half')
  return library.extras
    ? { kind: 'extra', heading: clean(name).text, nearest: near }
    : { kind: 'unknown', nearest: near }
}

interface Unknown {
  readonly kind: 'unknown'
  readonly nearest: string | null
}

/** The cell under the heading of a field, as written; `''` where the file has no such column. */
export function cellUnder(
  library: Library,
  columns: readonly Column[],
  cells: readonly string[],
  name: string,
): string {
  const place = columns.findIndex(
    column => column.kind === 'field' && library.fields[column.field]!.name === name,
  )
  return cells[place] ?? ''
}

function trimEnd(row: readonly string[]): readonly string[] {
  let end = row.length
  while (end > 0 && plainHeading(row[end - 1]!) === '') end--
  return row.slice(0, end)
}
