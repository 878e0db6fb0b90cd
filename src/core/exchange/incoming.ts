import { membersOf } from '../registry/cells/cell-result.ts'
import { clean } from '../registry/cells/clean.ts'
import type { Issue } from '../registry/cells/issue.ts'
import { plainHeading } from '../registry/columns/field-names.ts'
import { meaningOf } from './code-table.ts'
import type { Layout, LayoutColumn } from './layout.ts'
import type { TablesOf } from './outgoing.ts'
import { parsePath } from './subjects.ts'

/** The ids of the records of a library that have a value in a field. */
export type Lookup = (library: string, field: string, value: string) => readonly string[]

/** Where the headings of a file of another system stand, and which column of the layout each is. */
export interface ForeignHeadings {
  /** From 1. */
  readonly row: number
  readonly names: readonly string[]
  /** For each column of the file that of the layout, or null. */
  readonly columns: readonly (LayoutColumn | null)[]
}

/** How many rows may stand above the headings. */
const ROWS_ABOVE = 20

/** Finds the headings of a layout among the first rows of a file: the row that has most of them, and at least the key. Null where none has. */
export function foreignHeadings(
  layout: Layout,
  rows: readonly (readonly string[])[],
  said?: number,
): ForeignHeadings | null {
  const named = new Map(
    layout.columns.flatMap(column =>
      [column.heading, ...column.also].map(heading => [plainHeading(heading), column] as const),
    ),
  )
  const candidates = rows.slice(0, ROWS_ABOVE).map((names, i) => {
    const columns = names.map(name => named.get(plainHeading(name)) ?? null)
    return { row: i + 1, names, columns, known: columns.filter(column => column !== null).length }
  })
  const found =
    said !== undefined
      ? candidates[said - 1]
      : candidates.reduce<(typeof candidates)[number] | undefined>(
          (best, one) => (one.known > (best?.known ?? 0) ? one : best),
          undefined,
        )
  if (found === undefined || found.known === 0) return null
  const present = new Set(found.columns.flatMap(column => column?.heading ?? []))
  return layout.key.every(heading => present.has(heading)) ? found : null
}

/** A heading of the layout's key that the file lacks, for the sentence; null where it lacks none. */
export function lackedHeadings(layout: Layout): readonly string[] {
  return layout.key.length > 0
    ? layout.key
    : layout.columns.filter(({ must }) => must).map(({ heading }) => heading)
}

/** A row as our import reads it, and what of it no table and no number explains. */
export interface IncomingRow {
  readonly cells: string[]
  readonly issues: readonly Issue[]
}

/** Which field here each heading of the file is, as `--map` says it. */
export function renamedBy({ columns, names }: ForeignHeadings): ReadonlyMap<string, string> {
  return new Map(
    columns.flatMap((column, i) =>
      column === null || column.read === '' ? [] : [[clean(names[i]!).text, headingRead(column)] as const],
    ),
  )
}

const headingRead = ({ read }: LayoutColumn) =>
  read.startsWith('extra:') ? read.slice('extra:'.length) : read

/** The headings as the import is to see them: columns that nothing here takes are passed over. */
export function headingsTaken({ columns, names }: ForeignHeadings): string[] {
  return names.map((name, i) => ((columns[i]?.read ?? '') === '' ? '' : name))
}

/**
 * Turns a row of another system into one of ours, cell by cell in its place: codes by the layout's tables, numbers of
 * theirs into those of our records. What is unknown stays as it is, beside an issue that names it.
 */
export function incomingRow(
  layout: Layout,
  headings: ForeignHeadings,
  tables: TablesOf,
  lookup: Lookup,
): (cells: readonly string[], row: number) => IncomingRow {
  const readers = headings.columns.map(column =>
    column === null ? null : cellReader(layout, column, tables, lookup),
  )
  return (cells, row) => {
    const issues: Issue[] = []
    const taken = cells.map((cell, i) => {
      const read = readers[i]
      if (read == null) return ''
      const text = cell.trim()
      if (text === '') return cell
      const found = read(text)
      if (typeof found === 'string') return found
      issues.push({ row, column: i + 1, heading: headings.names[i]!.trim(), value: cell, ...found } as Issue)
      return cell
    })
    return { cells: taken, issues }
  }
}

type Found = string | Pick<Issue<'unknown-code' | 'unknown-number'>, 'code' | 'details'>

function cellReader(
  layout: Layout,
  column: LayoutColumn,
  tables: TablesOf,
  lookup: Lookup,
): ((text: string) => Found) | null {
  if (column.read === '') return null
  // What is known as a whole is one member, whatever other marks stand in it.
  const members = (text: string, isKnown: (member: string) => boolean) =>
    text
      .split(column.join)
      .map(part => part.trim())
      .flatMap(part => (isKnown(part) ? [part] : membersOf(part)))
      .filter(member => member !== '')
  if (column.codes !== '') {
    const table = tables(column.codes)
    const known = table.rows.map(({ theirs, label }) =>
      label === '' || label === theirs ? theirs : `${theirs} ${label}`,
    )
    return text => {
      const whole = meaningOf(table, text)
      if (whole !== null) return whole
      const values = members(text, part => meaningOf(table, part) !== null).map(member => ({
        member,
        ours: meaningOf(table, member),
      }))
      const unknown = values.find(({ ours }) => ours === null)
      return unknown === undefined
        ? values.map(({ ours }) => ours).join(';')
        : { code: 'unknown-code', details: { table: column.codes, code: unknown.member, known } }
    }
  }
  const { part } = column
  if (part !== null) return text => text.split('/')[part - 1] ?? text
  const path = column.from === '' ? null : parsePath(layout.of, column.from)
  const of = path !== null && 'field' in path ? path.of : null
  const isMany = path !== null && 'field' in path && path.many
  if (of === null || NATIVE[of.library]?.includes(of.field)) return text => text
  const { library, field } = of
  return text => {
    // A field of one record is one number, whatever marks stand in it.
    const isOne = (part: string) => lookup(library, field, part).length === 1
    const numbers = isMany ? members(text, isOne) : [text]
    const ids = numbers.map(member => ({ member, ids: lookup(library, field, member) }))
    const unclear = ids.find(found => found.ids.length !== 1)
    return unclear === undefined
      ? ids.map(found => found.ids[0]!).join(';')
      : { code: 'unknown-number', details: { library, number: unclear.member, ids: unclear.ids } }
  }
}

/** Fields by which the import finds records by itself. */
const NATIVE: Readonly<Record<string, readonly string[]>> = {
  departments: ['id', 'code', 'name', 'short_name'],
  items: ['id', 'code', 'name'],
  targets: ['id', 'uscc', 'registration', 'code', 'name'],
  inspectors: ['id', 'code', 'name', 'certificate'],
  plan: ['id', 'code', 'name'],
}

/** A row as it is compared: under the layout's columns, in their order; `''` where the file has no such column. */
export function comparedCells(
  layout: Layout,
  { columns }: ForeignHeadings,
): (cells: readonly string[]) => string[] {
  const places = layout.columns.map(column => columns.indexOf(column))
  return cells => places.map(place => (place < 0 ? '' : (cells[place] ?? '').trim()))
}

/** Whether a layout can be read in at all. */
export function isReadable({ columns }: Layout): boolean {
  return columns.some(({ read }) => read !== '')
}
