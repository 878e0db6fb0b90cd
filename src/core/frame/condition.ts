import { membersIn } from '../registry/cells/cell-result.ts'
import { isList } from '../registry/cells/cell-types.ts'
import { EMPTY } from '../registry/cells/clause-parts.ts'
import type { Clause } from '../registry/cells/condition.ts'
import type { Library } from '../registry/libraries/field.ts'
import { isField, library as libraryNamed } from '../registry/libraries/library.ts'
import { columnOf, extrasColumn, idOf, type RecordCells } from '../registry/libraries/record-cells.ts'
import { yearOfTask } from '../registry/task-id.ts'

/** 年度, which a task has whether or not its line states it. */
const YEAR = libraryNamed('plan').later.find(({ name }) => name === 'year')!.headings[0]

/** Finds the place of a field in a row, or of {@link EXTRA}; 0 or less where the row has none. */
export type PlaceOf = (name: string) => number

/** True for rows that meet every clause. A field without a value meets only `!=`, `!~` and what asks for none. */
export function meets(
  library: Library,
  clauses: readonly Clause[],
  placeOf: PlaceOf = inWholeRecord(library),
): (row: RecordCells) => boolean {
  const tests = clauses.map(clause => testOf(library, clause, placeOf))
  return row => tests.every(test => test(row))
}

/** The value of a field of a row: a field of the library, or the heading of an extra one. */
export function valueIn(
  library: Library,
  name: string,
  placeOf: PlaceOf = inWholeRecord(library),
): (row: RecordCells) => string {
  const place = placeOf(name)
  if (place > 0) return row => row[place]!
  if (library.name === 'plan' && name === YEAR) return row => yearOfTask(idOf(row))
  const extra = placeOf(EXTRA)
  return row => (row[extra] === '' ? '' : (JSON.parse(row[extra]!)[name] ?? ''))
}

/** The column that holds extra fields. */
export const EXTRA = 'extra'

/** Where fields stand in the cells of a whole record. */
function inWholeRecord(library: Library): PlaceOf {
  return name =>
    name === EXTRA ? extrasColumn(library) : isField(library, name) ? columnOf(library, name) : -1
}

function testOf(
  library: Library,
  { field, operator, values }: Clause,
  placeOf: PlaceOf,
): (row: RecordCells) => boolean {
  const value = valueIn(library, field, placeOf)
  const type = library.fields.find(({ name }) => name === field)?.type
  const list = type !== undefined && isList(type)
  const isTask = library.name === 'results' && field === 'task'
  const any = (meets: (member: string, wanted: string) => boolean) => (row: RecordCells) => {
    const found = value(row)
    const members = list && found !== '' ? membersOf(found) : isTask ? namesOfTask(found) : [found]
    return values.some(wanted => members.some(member => meets(member, wanted)))
  }
  const no = (meets: (row: RecordCells) => boolean) => (row: RecordCells) => !meets(row)
  switch (operator) {
    case '=':
      return any(matches)
    case '!=':
      return no(any(matches))
    case '~':
      return any(contains)
    case '!~':
      return no(any(contains))
    case '>=':
      return row => value(row) !== '' && compare(value(row), values[0]!) >= 0
    case '<=':
      return row => value(row) !== '' && compare(value(row), values[0]!) <= 0
    default:
      return operator satisfies never
  }
}

/** Results name their task by year and number, and are asked for by the number too. */
function namesOfTask(cell: string): string[] {
  return /^\d{4}\/./.test(cell) ? [cell, cell.slice(5)] : [cell]
}

/** Sub-libraries of one department are kept as `department/name` and asked for by either. */
function membersOf(cell: string): string[] {
  return membersIn(cell).flatMap(member =>
    member.includes('/') ? [member, member.slice(member.indexOf('/') + 1)] : [member],
  )
}

function matches(member: string, wanted: string): boolean {
  if (member === '') return wanted === EMPTY
  return wanted.endsWith('*') ? member.startsWith(wanted.slice(0, -1)) : member === wanted
}

/** Letters and digits as they stand: no list of equal letters, which changes with the system, decides who is meant. */
function contains(member: string, wanted: string): boolean {
  return member.includes(wanted)
}

/** Decimal numbers by their value, everything else (dates above all) as text. */
function compare(a: string, b: string): number {
  if (!DECIMAL.test(a) || !DECIMAL.test(b)) return a < b ? -1 : a > b ? 1 : 0
  const [x, y] = aligned(a, b)
  return x < y ? -1 : x > y ? 1 : 0
}

const DECIMAL = /^-?\d+(\.\d+)?$/

function aligned(a: string, b: string): [bigint, bigint] {
  const places = Math.max(...[a, b].map(text => (text.split('.')[1] ?? '').length))
  return [a, b].map(text => {
    const [whole, part = ''] = text.split('.') as [string, string?]
    return BigInt(whole + part.padEnd(places, '0'))
  }) as [bigint, bigint]
}
