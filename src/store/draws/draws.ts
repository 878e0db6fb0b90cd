import type { DrawNumber, EntryNumber } from '../../core/ids.ts'
import type { Store } from '../open.ts'
import type { DRAW } from '../schema/ledger-tables.ts'
import type { RowOf } from '../schema/table.ts'
import type { DrawRecord } from './draw-record.ts'

/** Whether nobody outside may compute this draw yet. */
export function isSealed(draw: DrawRecord): boolean {
  return draw.sealed !== null && draw.sealed.revealed === null
}

/** All draws, oldest first. */
export function drawsIn(store: Store): DrawRecord[] {
  return store.sql<DrawColumns>(`${SELECT} order by draw.number`).all().map(recordFrom)
}

/** The draw with this number; the last number alone means the year `year`. Null when there is none. */
export function drawNumbered(store: Store, name: string, year: string): DrawRecord | null {
  const number = /^\d{1,4}$/.test(name) ? `${year}-${name.padStart(4, '0')}` : name
  const row = store.sql<DrawColumns>(`${SELECT} where draw.number = ?`).get(number)
  return row === undefined ? null : recordFrom(row)
}

/** The attempts at a task, first to last. */
export function attemptsAt(store: Store, task: string): DrawRecord[] {
  return store
    .sql<DrawColumns>(`${SELECT} where draw.task = ? order by draw.attempt`)
    .all(task)
    .map(recordFrom)
}

/** The next number of a year: consecutive, without gaps. */
export function nextNumber(store: Store, year: string): DrawNumber {
  const last = store
    .sql<string | null>('select max(number) from draw where number like ?')
    .pluck()
    .get(`${year}-%`)
  return `${year}-${String(Number(last?.slice(5) ?? 0) + 1).padStart(4, '0')}` as DrawNumber
}

const SELECT = `
  select draw.number, draw.since, draw.task, draw.attempt, draw.digest, draw.starts, draw.ends, draw.detail,
         run.since as run_since, run.detail as run_detail,
         void.since as void_since, void.reason, void.approver,
         secret.source as sealed_source, reveal.since as reveal_since
  from draw
  left join run on run.draw = draw.number
  left join void on void.draw = draw.number
  left join secret on secret.draw = draw.number
  left join reveal on reveal.draw = draw.number`

type Minted = 'number' | 'since' | 'digest' | 'starts' | 'ends'

interface DrawColumns extends Omit<RowOf<typeof DRAW>, Minted>, Pick<DrawRecord, Minted> {
  readonly run_since: EntryNumber | null
  readonly run_detail: string | null
  readonly void_since: EntryNumber | null
  readonly reason: string | null
  readonly approver: string | null
  readonly sealed_source: string | null
  readonly reveal_since: EntryNumber | null
}

function recordFrom(row: DrawColumns): DrawRecord {
  const { number, since, task, attempt, digest, starts, ends } = row
  return {
    number,
    since,
    task,
    attempt,
    digest,
    starts,
    ends,
    detail: JSON.parse(row.detail),
    run: row.run_since === null ? null : { since: row.run_since, detail: JSON.parse(row.run_detail!) },
    void:
      row.void_since === null
        ? null
        : { since: row.void_since, reason: row.reason!, approver: row.approver! },
    sealed: row.sealed_source === null ? null : { source: row.sealed_source, revealed: row.reveal_since },
  }
}
