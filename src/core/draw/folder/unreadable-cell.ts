import type { Expectation } from './columns.ts'
import { columnsOf, type Table } from './table.ts'

/** A cell that would be written so that nobody reads it back. `line` is that of the file, the heading being the first. */
export interface UnreadableCell {
  readonly line: number
  readonly column: string
  readonly expected: Expectation
  readonly found: string
}

/**
 * The first cell of these rows, in the order of their file, that could not be read back once it was written; null where
 * all can. It reads the cells without the text around them: quoting, order and line ends are the writer's own.
 */
export function unreadableCell<Row>(table: Table<Row>, rows: Iterable<Row>): UnreadableCell | null {
  const columns = columnsOf(table).map(({ name, column }) => ({ name, column, sound: new Set<unknown>() }))
  let line = 1
  for (const row of rows) {
    line++
    for (const { name, column, sound } of columns) {
      const value = row[name]
      if (sound.has(value)) continue
      const found = column.write(value)
      if (column.read(found) === undefined) return { line, column: name, expected: column.expects, found }
      if (column.repeats) sound.add(value)
    }
  }
  return null
}
