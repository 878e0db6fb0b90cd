import { nextRecord } from './csv-record.ts'
import { rowDecoder } from './read-row.ts'
import type { Table } from './table.ts'

/** Reads single lines of a table, without their line end, as its rows; null for one that the law would not have written. */
export function lineReaderOf<Row>(table: Table<Row>): (line: string) => Row | null {
  const decode = rowDecoder(table)
  return line => {
    const record = nextRecord(`${line}\n`, 0)
    if (typeof record === 'string' || record.end !== line.length + 1) return null
    const { row, flaw } = decode(record.fields)
    return flaw === undefined ? row : null
  }
}
