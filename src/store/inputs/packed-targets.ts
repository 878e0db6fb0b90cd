import type { EntryNumber, TargetId } from '../../core/ids.ts'
import { RECORD, UNIT } from '../../core/ledger.ts'
import { OddRow, type PackedRegistry } from '../../core/packed/packed-registry.ts'
import type { ColumnName } from '../../core/registry/libraries/library.ts'
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
 * Some columns of every target, the id first, as the registry stood at a ledger entry, as bytes. Cells come in the order in
 * which they lie, and ids in the order of their index: to sort rows would cost SQLite twice the time of reading, and objects
 * of them four times.
 */
export function packedTargets(
  store: Store,
  [id, ...columns]: readonly ColumnName<'targets'>[],
  at: EntryNumber,
  progress: (rows: number, all: number) => void = () => {},
  size = PIECE,
): PackedRegistry {
  if (id !== 'id') throw new Error('the first column of a target is its id')
  const most = targetVersions(store)
  return {
    most,
    cells: cellPieces(store, columns, { at, most, size, progress }),
    ids: () => idPieces(store, at, size),
    numbersOf: targets =>
      store
        .sql<[TargetId, number]>(`select id, version from target where ${AMONG} and ${STANDS}`)
        .raw()
        .all({ at, ids: JSON.stringify([...targets]) }),
    idsOf: numbers =>
      store
        .sql<[number, TargetId]>(
          'select version, id from target where version in (select value from json_each(?))',
        )
        .raw()
        .all(JSON.stringify(numbers)),
  }
}

const STANDS = 'since <= @at and (until is null or until > @at)'
/** Each half has its index. */
const NAMED = 'id in (select value from json_each(@ids)) and until is'
const AMONG = `(${NAMED} null or ${NAMED} not null)`

interface CellsAsked {
  readonly at: EntryNumber
  readonly most: number
  readonly size: number
  readonly progress: (rows: number, all: number) => void
}

function* cellPieces(
  store: Store,
  columns: readonly string[],
  { at, most, size, progress }: CellsAsked,
): Generator<Uint8Array> {
  const row = columns.join(` || '${UNIT}' || `)
  const statement = store
    .sql<[cells: Buffer, rows: number]>(
      `select cast(group_concat(case when ${isLatest(store, at) ? 'until is null' : STANDS} then ${row} else '' end, '${RECORD}') as blob), count(*)
       from target where version >= @from and version < @to`,
    )
    .raw()
  for (let from = 1; from <= most; from += size) {
    const to = Math.min(most + 1, from + size)
    const [cells, rows] = statement.get({ from, to, at })!
    if (rows !== to - from) throw new OddRow()
    yield cells
    progress(to - 1, most)
  }
}

function* idPieces(store: Store, at: EntryNumber, size: number): Generator<Uint8Array> {
  const now = 'select id, version from target where until is null and id'
  const past = 'select id, version from target where until is not null and id'
  const rows = isLatest(store, at)
    ? `${now} > @id order by id`
    : `select id, version from (${now} >= @id union all ${past} >= @id)
       where id > @id or version > @version order by id, version`
  const statement = store
    .sql<Buffer | null>(
      `select cast(group_concat(id || '${UNIT}' || version, '${RECORD}') as blob) from (${rows} limit @size)`,
    )
    .pluck()
  for (
    let bytes = statement.get({ id: '', version: 0, size });
    bytes;
    bytes = statement.get({ ...lastOf(bytes), size })
  )
    yield bytes
}

/** Whether nothing came after an entry: what has ended did so by then. */
function isLatest(store: Store, at: EntryNumber): boolean {
  return at >= (store.sql<number | null>('select max(number) from entry').pluck().get() ?? 0)
}

function lastOf(bytes: Buffer): { readonly id: string; readonly version: number } {
  const [id, version] = bytes.toString('utf8', bytes.lastIndexOf(RECORD) + 1).split(UNIT)
  return { id: id!, version: Number(version) }
}
