import { clean } from './cells/clean.ts'
import type { Issue } from './cells/issue.ts'
import { fieldNamed, laterHeading, nearestHeading, plainHeading } from './field-names.ts'
import type { Library } from './libraries/field.ts'
import { refusalColumns } from './refused-rows.ts'

/** What one column of a file is. */
export type Column =
  | { readonly kind: 'field'; readonly heading: string; readonly field: number }
  | {
      readonly kind: 'extra'
      readonly heading: string
      readonly nearest: string | null
      /** A field of `later`, not an unknown heading. */
      readonly known?: true
    }
  | {
      readonly kind: 'empty'
      /** Whatever stands under this heading of a file of refused rows refuses its row again. */
      readonly holds?: { readonly heading: string; readonly what: 'surplus' | 'mark' }
    }

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
 * and a name are known, whatever stands beside them, or at least half of the cells, and two of them. `renamed` maps a
 * heading of the file to a field or known heading (`--map`). Null when there is none.
 */
export function findHeadings(
  library: Library,
  rows: readonly (readonly string[])[],
  renamed: ReadonlyMap<string, string>,
  said?: number,
): Headings | null {
  const isIt = (row: readonly string[]) => isHeadingRow(library, row, renamed)
  const i = said === undefined ? rows.slice(0, ROWS_ABOVE).findIndex(isIt) : said - 1
  const row = rows[i]
  if (row === undefined) return null
  const below = rows[i + 1] ?? []
  return isHeadings(library, below, renamed)
    ? understand(library, [row, below], i + 2, renamed)
    : understand(library, [row], i + 1, renamed)
}

function isHeadingRow(
  library: Library,
  row: readonly string[],
  renamed: ReadonlyMap<string, string>,
): boolean {
  const known = row.map(cell => fieldOf(library, cell, renamed)).filter(field => field >= 0)
  const filled = row.filter(cell => plainHeading(cell) !== '').length
  if (known.length * 2 >= filled && (known.length >= 2 || (known.length === 1 && filled === 1))) return true
  const names = new Set(known.map(field => library.fields[field]!.name))
  const hasName = library.fields.some(({ name }) => name === 'name')
    ? names.has('name')
    : library.fields.every(({ name, column }) => column === undefined || names.has(name))
  return hasName && library.id.some(name => names.has(name))
}

/** True for a row with nothing but headings. */
function isHeadings(
  library: Library,
  cells: readonly string[],
  renamed: ReadonlyMap<string, string>,
): boolean {
  const filled = cells.filter(cell => plainHeading(cell) !== '')
  return filled.length > 1 && filled.every(cell => fieldOf(library, cell, renamed) >= 0)
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
  const fields = cells.map(cell => fieldOf(library, cell, renamed))
  const belongs = refusalColumns(library, cells)
  const places = firstPlaces(cells)
  const chosen = chosenColumns(library, cells, fields)
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
    const column = extraColumn(library, heading, field, renamed.get(heading) ?? cell)
    if (library.extras || column.known) return column
    issues.push({ ...place, code: 'unknown-heading', details: { nearest: column.nearest } })
    return { kind: 'empty' }
  })
  return {
    row: number,
    names: cells,
    rows: rows as readonly (readonly string[])[],
    columns,
    issues: [...issues, ...missing(library, columns, number)],
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
  named: string,
): Extract<Column, { kind: 'extra' }> {
  if (field >= 0) return { kind: 'extra', heading, nearest: library.fields[field]!.headings[0] }
  const later = laterHeading(library, named)
  if (later !== null) return { kind: 'extra', heading: later, nearest: null, known: true }
  return { kind: 'extra', heading, nearest: nearestHeading(library, heading) }
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
    const rank = [name, ...headings].map(plainHeading).indexOf(plainHeading(cells[column]!))
    if (rank < (best.get(field)?.rank ?? Number.POSITIVE_INFINITY)) best.set(field, { column, rank })
  }
  return field => best.get(field)?.column
}

function missing(library: Library, columns: readonly Column[], row: number): Issue[] {
  const present = new Set(
    columns.map(column => (column.kind === 'field' ? library.fields[column.field]!.name : '')),
  )
  const absent = library.fields.filter(field => field.column && !present.has(field.name))
  const place = { row, column: null, heading: null, value: '' }
  const issues: Issue[] = absent.map(field => ({
    ...place,
    code: 'missing-heading',
    details: { heading: field.headings[0] },
  }))
  if (library.idRule === 'first' && !library.id.some(name => present.has(name))) {
    issues.push({ ...place, code: 'missing-heading', details: { heading: idHeadings(library).join(' / ') } })
  }
  return issues
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

/** The headings of the fields that an id is made of. */
export function idHeadings(library: Library): string[] {
  return library.id.map(name => library.fields.find(field => field.name === name)!.headings[0])
}

function fieldOf(library: Library, cell: string, renamed: ReadonlyMap<string, string>): number {
  return fieldNamed(library, renamed.get(clean(cell).text) ?? cell)
}

function trimEnd(row: readonly string[]): readonly string[] {
  let end = row.length
  while (end > 0 && plainHeading(row[end - 1]!) === '') end--
  return row.slice(0, end)
}
