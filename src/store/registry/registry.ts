import { byBytes } from '../../core/bytes.ts'
import type { EntryNumber } from '../../core/ids.ts'
import type { Library, LibraryName } from '../../core/registry/libraries/field.ts'
import { type ColumnName, library } from '../../core/registry/libraries/library.ts'
import { ID, idOf, type RecordCells } from '../../core/registry/libraries/record-cells.ts'
import { asRecord, type RecordOf } from '../../core/registry/record.ts'
import type { EntryWriter } from '../entry.ts'
import type { Store } from '../open.ts'
import { registryTable } from '../schema/history-tables.ts'
import { cellList } from '../schema/table.ts'
import { numberIn, taskIdIn } from './task-ids.ts'

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

/** The records that stood before an entry began, in the order in which they came in. */
export function standingBefore(
  store: Store,
  library: Library,
  entry: EntryNumber,
): IterableIterator<RecordCells> {
  return store
    .sql<RecordCells>(
      `select ${columnsOf(library)} from ${library.table}
       where since < @entry and (until is null or until = @entry) order by version`,
    )
    .raw()
    .iterate({ entry }) as IterableIterator<RecordCells>
}

/** Ends the version of a record that was in force. */
export function endRecord(writer: EntryWriter, library: Library, version: number): void {
  writer.end(registryTable(library), version)
}

/** All versions of one record, oldest first. */
export function versionsOf(store: Store, library: Library, id: string): Version[] {
  return library.name === 'plan' ? versionsOfTask(store, id) : versionsUnder(store, library, id)
}

/** The same of a task, those of earlier programs among them, which kept it under its number alone. */
function versionsOfTask(store: Store, id: string): Version[] {
  const identified = withTaskId(store)
  return [id, ...numberIn(id)]
    .flatMap(key => versionsUnder(store, library('plan'), key).map(identified))
    .filter(({ row }) => idOf(row) === id)
    .sort((a, b) => a.version - b.version)
}

function versionsUnder(store: Store, library: Library, id: string): Version[] {
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
  const rows = statement.raw().iterate(...(at === undefined ? [] : [{ at }]))
  if (library.name !== 'plan') yield* rows
  else {
    const idOfTask = taskIdIn(store)
    const tasks = [...rows].map(row => row.with(ID, idOfTask(row)))
    yield* tasks.sort((a, b) => byBytes(idOf(a), idOf(b)))
  }
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

/** Every version of every task, in the order in which they were written. */
export function taskVersions(store: Store): Version[] {
  return storedTasks(store).map(withTaskId(store))
}

/** The same as they are stored, some under their number alone. */
export function storedTasks(store: Store): Version[] {
  const rows = store
    .sql<VersionCells>(
      `select version, since, until, ${columnsOf(library('plan'))} from task order by version`,
    )
    .raw()
    .all()
  return rows.map(versionOf)
}

/** Gives a version of a task, as it is stored, its id. */
function withTaskId(store: Store): (version: Version) => Version {
  const idOfTask = taskIdIn(store)
  return version => ({ ...version, row: version.row.with(ID, idOfTask(version.row)) })
}

type VersionCells = [version: number, since: EntryNumber, until: EntryNumber | null, ...row: RecordCells]

function versionOf([version, since, until, ...row]: VersionCells): Version {
  return { version, since, until, row }
}

function stoodAt({ since, until }: Version, at: EntryNumber | undefined): boolean {
  return at === undefined ? until === null : since <= at && (until === null || until > at)
}
