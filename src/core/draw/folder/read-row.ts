import type { Column } from './columns.ts'
import { columnsOf, orderOf, type Table } from './table.ts'

/** What is wrong with a row: too few or too many fields, a field that no row would be written with, or a row out of place. */
export interface Flaw {
  readonly check: 'columns' | 'field' | 'order' | 'once'
  readonly column?: string
  readonly expected: string
  readonly found?: string
}

export type DecodedRow<Row> = { readonly row: Row; readonly flaw?: Flaw }

/** Turns fields into a row; where there is a flaw, the row must not be used. */
export function rowDecoder<Row>(table: Table<Row>): (fields: readonly string[]) => DecodedRow<Row> {
  const columns = columnsOf(table).map(({ name, column }) => ({
    name,
    expected: column.expects,
    read: reader(column),
  }))
  return fields => {
    const row = {} as Row
    if (fields.length !== columns.length)
      return { row, flaw: { check: 'columns', expected: String(columns.length) } }
    for (let i = 0; i < columns.length; i++) {
      const { name, expected, read } = columns[i]!
      const found = fields[i]!
      const value = read(found)
      if (value === undefined) return { row, flaw: { check: 'field', column: name, expected, found } }
      row[name] = value
    }
    return { row }
  }
}

function reader<T>({ read, repeats }: Column<T>): (field: string) => T | undefined {
  if (!repeats) return read
  const known = new Map<string, T>()
  return field => {
    const remembered = known.get(field)
    if (remembered !== undefined) return remembered
    const value = read(field)
    if (value !== undefined) known.set(field, value)
    return value
  }
}

/** Whether each row may follow those before it: in strict order, and with no repeat in a column of unique values. */
export function rowChecker<Row>(table: Table<Row>): (row: Row) => Flaw | undefined {
  const order = orderOf(table)
  const { key, once } = table
  const seen = new Set<unknown>()
  let previous: Row | undefined
  return row => {
    if (key.length > 0 && previous && order(previous, row) >= 0) {
      return { check: 'order', expected: key.map(name => previous![name]).join(',') }
    }
    previous = row
    if (once === undefined) return undefined
    if (seen.size === seen.add(row[once]).size) {
      return { check: 'once', column: once, expected: '', found: String(row[once]) }
    }
    return undefined
  }
}
