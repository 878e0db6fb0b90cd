import type { DrawNumber, EntryNumber } from '../../core/ids.ts'
import { numberOfRow } from '../../core/registry/task-id.ts'
import type { Store } from '../open.ts'
import { isUnderNumber, numberIn, taskIdIn } from '../registry/task-ids.ts'
import type { DRAW } from '../schema/ledger-tables.ts'
import type { RowOf } from '../schema/table.ts'
import type { DrawRecord, Ended } from './draw-record.ts'

/** Whether nobody outside may compute this draw yet. */
export function isSealed(draw: DrawRecord): boolean {
  return draw.sealed !== null && draw.sealed.revealed === null
}

/** All draws, oldest first. */
export function drawsIn(store: Store): DrawRecord[] {
  return store.sql<DrawColumns>(`${SELECT} order by draw.number`).all().map(recordIn(store))
}

/** Draws that are frozen and wait for their seed, oldest first. */
export function waitingDraws(store: Store): DrawRecord[] {
  return store
    .sql<DrawColumns>(
      `${SELECT} where run.draw is null and void.draw is null and ended.draw is null order by draw.number`,
    )
    .all()
    .map(recordIn(store))
}

/** The draws whose frames lie in an engine. */
export function drawsOn(store: Store, engine: string): DrawNumber[] {
  return drawsIn(store).flatMap(({ number, detail }) => (detail.snapshot?.engine === engine ? [number] : []))
}

/** The draw with this number; the last number alone means the year `year`. Null when there is none. */
export function drawNumbered(store: Store, name: string, year: string): DrawRecord | null {
  const number = /^\d{1,4}$/.test(name) ? `${year}-${name.padStart(4, '0')}` : name
  const row = store.sql<DrawColumns>(`${SELECT} where draw.number = ?`).get(number)
  return row === undefined ? null : recordIn(store)(row)
}

/** The attempts at a task, by its id, first to last. */
export function attemptsAt(store: Store, task: string): DrawRecord[] {
  return [task, ...numberIn(task)]
    .flatMap(stored => drawsUnder(store, stored))
    .filter(({ taskId }) => taskId === task)
    .sort((a, b) => a.attempt - b.attempt)
}

/**
 * The draws that do not count as earlier ones where this one is drawn again: attempts at its task. Programs of before took
 * all draws of one number for such, whatever their year, and what they froze stays as it was.
 */
export function ownDraws(store: Store, { detail, task, taskId }: DrawRecord): DrawNumber[] {
  const own = isUnderNumber(detail.row) ? drawsUnder(store, task) : attemptsAt(store, taskId)
  return own.map(({ number }) => number)
}

function drawsUnder(store: Store, stored: string): DrawRecord[] {
  return store
    .sql<DrawColumns>(`${SELECT} where draw.task = ? order by draw.attempt`)
    .all(stored)
    .map(recordIn(store))
}

/** The next number of a year: consecutive, without gaps. */
export function nextNumber(store: Store, year: string): DrawNumber {
  const last = store
    .sql<number | null>('select max(cast(substr(number, 6) as integer)) from draw where number like ?')
    .pluck()
    .get(`${year}-%`)
  return `${year}-${String((last ?? 0) + 1).padStart(4, '0')}` as DrawNumber
}

const SELECT = `
  select draw.number, draw.since, draw.task, draw.attempt, draw.digest, draw.starts, draw.ends, draw.detail,
         run.since as run_since, run.detail as run_detail,
         ended.since as ended_since, ended.how, ended.detail as ended_detail,
         void.since as void_since, void.reason, void.approver,
         secret.source as sealed_source, reveal.since as reveal_since
  from draw
  left join run on run.draw = draw.number
  left join ended on ended.draw = draw.number
  left join void on void.draw = draw.number
  left join secret on secret.draw = draw.number
  left join reveal on reveal.draw = draw.number`

type Minted = 'number' | 'since' | 'digest' | 'starts' | 'ends'

interface DrawColumns extends Omit<RowOf<typeof DRAW>, Minted>, Pick<DrawRecord, Minted> {
  readonly run_since: EntryNumber | null
  readonly run_detail: string | null
  readonly ended_since: EntryNumber | null
  readonly how: Ended['how'] | null
  readonly ended_detail: string | null
  readonly void_since: EntryNumber | null
  readonly reason: string | null
  readonly approver: string | null
  readonly sealed_source: string | null
  readonly reveal_since: EntryNumber | null
}

function recordIn(store: Store): (row: DrawColumns) => DrawRecord {
  const idOfTask = taskIdIn(store)
  return row => {
    const detail = JSON.parse(row.detail) as DrawRecord['detail']
    return recordFrom(row, detail, idOfTask([...detail.row]))
  }
}

function recordFrom(row: DrawColumns, detail: DrawRecord['detail'], taskId: string): DrawRecord {
  const { number, since, attempt, digest, starts, ends } = row
  return {
    number,
    since,
    task: numberOfRow(detail.row),
    taskId,
    attempt,
    digest,
    starts,
    ends,
    detail,
    run: row.run_since === null ? null : { since: row.run_since, detail: JSON.parse(row.run_detail!) },
    ended:
      row.ended_since === null
        ? null
        : ({ how: row.how, since: row.ended_since, detail: JSON.parse(row.ended_detail!) } as Ended),
    void:
      row.void_since === null
        ? null
        : { since: row.void_since, reason: row.reason!, approver: row.approver! },
    sealed: row.sealed_source === null ? null : { source: row.sealed_source, revealed: row.reveal_since },
  }
}
