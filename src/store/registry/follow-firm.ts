import type { Library } from '../../core/registry/libraries/field.ts'
import { library } from '../../core/registry/libraries/library.ts'
import { columnOf, ID, idReader } from '../../core/registry/libraries/record-cells.ts'
import type { EntryWriter } from '../entry.ts'
import type { Store } from '../open.ts'
import { columnsOf, endRecord, writeRecord } from './registry.ts'

/** Lets the recusals and results of a firm follow it from its registration number to its USCC. */
export function followFirm(store: Store, writer: EntryWriter, from: string, to: string): void {
  for (const name of ['recusals', 'results'] as const) follow(store, writer, library(name), from, to)
}

function follow(store: Store, writer: EntryWriter, library: Library, from: string, to: string): void {
  const [target, readId] = [columnOf(library, 'target'), idReader(library)]
  const rows = store
    .sql<[number, ...string[]]>(
      `select version, ${columnsOf(library)} from ${library.table} where target = ? and until is null order by id`,
    )
    .raw()
    .all(from)
  for (const [version, ...row] of rows) {
    row[target] = to
    row[ID] = readId(row)
    endRecord(writer, library, version)
    const standing = store.sql(`select 1 from ${library.table} where id = ? and until is null`).get(row[ID])
    if (standing === undefined) writeRecord(writer, library, row)
  }
}
