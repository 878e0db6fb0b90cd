import type { Day } from '../../core/dates.ts'
import type { Store } from '../open.ts'
import type { DrawRecord } from './draw-record.ts'

/** Whether nobody outside may compute this draw yet. */
export function isSealed(draw: DrawRecord): boolean {
  return draw.sealed !== null && draw.sealed.revealed === null
}

/** All draws, oldest first. */
export function drawsIn(store: Store): DrawRecord[] {
  return store
    .sql(`${SELECT} order by draw.number`)
    .all()
    .map(row => recordFrom(row as DrawColumns))
}

/** The draw with this number; the last number alone means the year `year`. Null when there is none. */
export function drawNumbered(store: Store, name: string, year: string): DrawRecord | null {
  const number = /^\d{1,4}$/.test(name) ? `${year}-${name.padStart(4, '0')}` : name
  const row = store.sql(`${SELECT} where draw.number = ?`).get(number) as DrawColumns | undefined
  return row === undefined ? null : recordFrom(row)
}

/** The attempts at a task, first to last. */
export function attemptsAt(store: Store, task: string): DrawRecord[] {
  return store
    .sql(`${SELECT} where draw.task = ? order by draw.attempt`)
    .all(task)
    .map(row => recordFrom(row as DrawColumns))
}

/** The next number of a year: consecutive, without gaps. */
export function nextNumber(store: Store, year: string): string {
  const row = store.sql('select max(number) as last from draw where number like ?').get(`${year}-%`) as {
    last: string | null
  }
  return `${year}-${String(Number(row.last?.slice(5) ?? 0) + 1).padStart(4, '0')}`
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

interface DrawColumns {
  number: string
  since: number
  task: string
  attempt: number
  digest: string
  starts: Day
  ends: Day
  detail: string
  run_since: number | null
  run_detail: string | null
  void_since: number | null
  reason: string | null
  approver: string | null
  sealed_source: string | null
  reveal_since: number | null
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
