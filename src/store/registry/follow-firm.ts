import type { Library } from '../../core/registry/libraries/field.ts'
import { library } from '../../core/registry/libraries/library.ts'
import { columnOf } from '../../core/registry/libraries/record-cells.ts'
import type { EntryWriter } from '../entry.ts'
import type { Store } from '../open.ts'
import { columnsOf, endRecord, writeRecord } from './registry.ts'

/** Lets the recusals and results of a firm follow it from its registration number to its USCC. */
export function followFirm(store: Store, writer: EntryWriter, from: string, to: string): void {
  for (const name of ['recusals', 'results'] as const) follow(store, writer, library(name), from, to)
}

function follow(store: Store, writer: EntryWriter, library: Library, from: string, to: string): void {
  const rows = store
    .sql(
      `select version, ${columnsOf(library)} from ${library.table} where target = ? and until is null order by id`,
    )
    .raw()
    .all(from) as [number, ...string[]][]
  for (const [version, ...row] of rows) {
    row[columnOf(library, 'target')] = to
    row[0] = library.id.map(name => row[columnOf(library, name)]).join('/')
    endRecord(writer, library, version)
    const standing = store.sql(`select 1 from ${library.table} where id = ? and until is null`).get(row[0])
    if (standing === undefined) writeRecord(writer, library, row)
  }
}
