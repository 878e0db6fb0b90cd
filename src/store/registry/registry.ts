import type { EntryNumber } from '../../core/ids.ts'
import type { Library, LibraryName } from '../../core/registry/libraries/field.ts'
import { type ColumnName, library } from '../../core/registry/libraries/library.ts'
import type { RecordCells } from '../../core/registry/libraries/record-cells.ts'
import { asRecord, type RecordOf } from '../../core/registry/record.ts'
import type { EntryWriter } from '../entry.ts'
import type { Store } from '../open.ts'
import { registryTable } from '../schema/history-tables.ts'
import { cellList } from '../schema/table.ts'

/** A version of a record: `row` as {@link RecordCells}, current while `until` is null. */
export interface Version {
  readonly version: number
  readonly since: EntryNumber
  readonly until: EntryNumber | null
  readonly row: RecordCells
}

/** The columns that make a {@link RecordCells}, as they stand in the store. */
export function columnsOf(library: Library): string {
  return cellList(registryTable(library))
}

/** Writes a version of a record; gives its number. */
export function writeRecord(writer: EntryWriter, library: Library, cells: RecordCells): number {
  return writer.writeCells(registryTable(library), [writer.entry, ...cells])
}

/** Ends the version of a record that was in force. */
export function endRecord(writer: EntryWriter, library: Library, version: number): void {
  writer.end(registryTable(library), version)
}

/** All versions of one record, oldest first. */
export function versionsOf(store: Store, library: Library, id: string): Version[] {
  return store
    .sql<VersionCells>(
      `select version, since, until, ${columnsOf(library)} from ${library.table}
       where id = @id and until is null or id = @id and until is not null order by version`,
    )
    .raw()
    .all({ id })
    .map(versionOf)
}

/** The version of a record at a ledger entry, or now; null when it was not in the registry. */
export function recordOf(store: Store, library: Library, id: string, at?: EntryNumber): Version | null {
  const versions = versionsOf(store, library, id)
  return versions.find(version => stoodAt(version, at)) ?? null
}

/** A record as it stood at a ledger entry, or stands now, read by its fields; null when it was not in the registry. */
export function readRecord<N extends LibraryName>(
  store: Store,
  name: N,
  id: string,
  at?: EntryNumber,
): RecordOf<N> | null {
  const found = recordOf(store, library(name), id, at)
  return found === null ? null : asRecord(name, found.row)
}

/** Every record of a registry as it stood at a ledger entry, or stands now, read by its fields, in byte order of the id. */
export function* readRecords<N extends LibraryName>(
  store: Store,
  name: N,
  at?: EntryNumber,
): Generator<RecordOf<N>> {
  for (const row of records(store, library(name), at)) yield asRecord(name, row)
}

/** Every record of a registry as it stood at a ledger entry, or stands now, in byte order of the id. */
export function* records(store: Store, library: Library, at?: EntryNumber): Generator<RecordCells> {
  const statement =
    at === undefined
      ? store.sql<RecordCells>(
          `select ${columnsOf(library)} from ${library.table} where until is null order by id`,
        )
      : store.sql<RecordCells>(
          `select ${columnsOf(library)} from ${library.table}
           where since <= @at and (until is null or until > @at) order by id`,
        )
  yield* statement.raw().iterate(...(at === undefined ? [] : [{ at }]))
}

/**
 * Some columns of every record as a registry stood at a ledger entry, in byte order of the id: SQLite sorts a million
 * in a third of the time that we would need.
 */
export function* columnsAt<N extends LibraryName, const C extends readonly ColumnName<N>[]>(
  store: Store,
  name: N,
  columns: C,
  at: EntryNumber,
): Generator<{ -readonly [I in keyof C]: string }> {
  const statement = store.sql<{ -readonly [I in keyof C]: string }>(
    `select ${columns.join(', ')} from ${library(name).table} where since <= @at and (until is null or until > @at)
     order by id`,
  )
  yield* statement.raw().iterate({ at })
}

/** Tasks that stand because a draw brought them (临时任务), by their id. */
export function adHocTasks(store: Store): Set<string> {
  const rows = store
    .sql<[string]>(
      `select id from task join entry on entry.number = task.since
       where until is null and entry.action in ('freeze', 'run')`,
    )
    .raw()
    .all()
  return new Set(rows.map(([id]) => id))
}

/** The last version of each line of the plan that is no longer in it, those of ad-hoc tasks left out. */
export function withdrawnLines(store: Store): RecordCells[] {
  const plan = library('plan')
  return store
    .sql<RecordCells>(
      `select ${columnsOf(plan)} from task join entry on entry.number = task.since
       where version in (select max(version) from task group by id) and until is not null
         and entry.action not in ('freeze', 'run') order by id`,
    )
    .raw()
    .all()
}

type VersionCells = [version: number, since: EntryNumber, until: EntryNumber | null, ...row: RecordCells]

function versionOf([version, since, until, ...row]: VersionCells): Version {
  return { version, since, until, row }
}

function stoodAt({ since, until }: Version, at: EntryNumber | undefined): boolean {
  return at === undefined ? until === null : since <= at && (until === null || until > at)
}
