import type { EntryNumber } from '../../core/ids.ts'
import { RECORD, UNIT } from '../../core/ledger.ts'
import type { Spill } from '../../core/packed/spill.ts'
import { type ColumnName, library } from '../../core/registry/libraries/library.ts'
import type { Store } from '../open.ts'

/** As many versions of targets are read at once. */
const PIECE = 8192

/** How many versions of targets there are, of whatever entry: as many rows are looked at when a frame is made. */
export function targetVersions(store: Store): number {
  return store.sql<number | null>('select max(version) from target').pluck().get() ?? 0
}

/** Registries of fewer rows are sorted out as records: there it makes no difference that anybody would notice. */
const LARGE = 20_000

/** Whether targets are so many that they had better pass as bytes. */
export function isLarge(store: Store): boolean {
  return targetVersions(store) >= LARGE
}

/**
 * Some columns of every target as the registry stood at a ledger entry, as bytes: whole rows in each piece, in the order in
 * which they came in, a unit mark between cells and a record mark between rows. Sorting them costs SQLite twice the time of
 * reading, and objects of them four times.
 */
export function* packedTargets(
  store: Store,
  columns: readonly ColumnName<'targets'>[],
  at: EntryNumber,
  progress: (rows: number, all: number) => void = () => {},
): Generator<Uint8Array> {
  const unit = `char(${UNIT.charCodeAt(0)})`
  const row = columns.join(` || ${unit} || `)
  const statement = store.sql<Buffer | null>(
    `select cast(group_concat(${row}, char(${RECORD.charCodeAt(0)})) as blob) from ${library('targets').table}
     where version >= @from and version < @to and since <= @at and (until is null or until > @at)`,
  )
  const all = targetVersions(store)
  for (let from = 1; from <= all; from += PIECE) {
    const bytes = statement.pluck().get({ from, to: from + PIECE, at })
    if (bytes) yield bytes
    progress(Math.min(all, from + PIECE - 1), all)
  }
}

/** Lays pieces into a table that goes with the connection: SQLite keeps it in a file of its own. */
export function storeSpill(store: Store): Spill {
  store.db.exec(
    'create temp table if not exists spill (piece integer primary key, bytes blob not null) strict',
  )
  const put = store.sql('insert into temp.spill (bytes) values (?)')
  const get = store.sql<Buffer>('select bytes from temp.spill where piece = ?').pluck()
  return {
    write: bytes => Number(put.run(bytes).lastInsertRowid),
    read: piece => get.get(piece)!,
  }
}
