import type { Day } from '../../core/dates.ts'
import { COMMITMENT_FILE } from '../../core/draw/commitment/commitment.ts'
import { POOL } from '../../core/draw/folder/tables.ts'
import type { AwaitedDraw } from '../../core/frame/awaited.ts'
import { awaitedSeats } from '../../core/frame/awaited-seats.ts'
import type { DrawNumber, EntryNumber, InspectorId } from '../../core/ids.ts'
import { taskOf } from '../../core/registry/task.ts'
import { fileOf } from '../draws/draw-files.ts'
import type { DrawDetail } from '../draws/draw-record.ts'
import { movedFirms } from '../moved-firms.ts'
import type { Store } from '../open.ts'
import { commitmentIn, eachFrameRow, rowsOf } from '../views/kept-files.ts'

/** Draws that waited for their seed when an entry was written, other than a task's own, whose period begins between two days. */
interface Awaiting {
  readonly own: readonly DrawNumber[]
  readonly first: Day
  readonly last: Day
  readonly entry: EntryNumber
  /** Only draws that were frozen before this entry count. */
  readonly before: EntryNumber
}

/** These by number, with their frames: one at a time, read as they are gone over. A firm goes by the number under which it stood when the entry was written. */
export function* awaitedDraws(store: Store, asked: Awaiting): Generator<AwaitedDraw> {
  const moved = movedFirms(store, asked.entry)
  for (const { number, starts, detail } of awaiting(store, asked)) {
    const { row, items } = JSON.parse(detail) as DrawDetail
    const { kind, cause } = taskOf([...row], starts)
    const { strata } = commitmentIn(fileOf(store, number, COMMITMENT_FILE))
    const drawable = new Set(strata.filter(({ take }) => take > 0).map(({ stratum }) => stratum))
    const frame = {
      *[Symbol.iterator]() {
        for (const row of eachFrameRow(store, number))
          if (drawable.has(row.stratum)) yield { ...row, target: moved.get(row.target) ?? row.target }
      },
    }
    yield { number, starts, kind, cause, items, strata, frame }
  }
}

/** Visits that these may bring to each inspector. */
export function awaitedVisits(store: Store, asked: Awaiting): Map<InspectorId, number> {
  const visits = new Map<InspectorId, number>()
  for (const { number } of awaiting(store, asked)) {
    const { strata, teams } = commitmentIn(fileOf(store, number, COMMITMENT_FILE))
    const frame = eachFrameRow(store, number)
    const pool = rowsOf(POOL, fileOf(store, number, POOL.file))
    for (const [inspector, share] of awaitedSeats({ frame, strata, pool, teams }))
      visits.set(inspector, (visits.get(inspector) ?? 0) + share)
  }
  return visits
}

function awaiting(store: Store, { own, first, last, entry, before }: Awaiting) {
  return store
    .sql<{ number: DrawNumber; starts: Day; detail: string }>(
      `select draw.number, draw.starts, draw.detail from draw
       left join run on run.draw = draw.number left join void on void.draw = draw.number
       left join ended on ended.draw = draw.number
       where draw.since < @before and (run.draw is null or run.since >= @entry)
         and (void.draw is null or void.since >= @entry) and (ended.draw is null or ended.since >= @entry)
         and draw.number not in (select value from json_each(@own))
         and draw.starts >= @first and draw.starts <= @last order by draw.number`,
    )
    .all({ own: JSON.stringify(own), first, last, entry, before })
}
