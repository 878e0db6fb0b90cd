import type { Day } from '../../core/dates.ts'
import type { PastCase, PastDraw } from '../../core/frame/visit-history.ts'
import type { DrawNumber, EntryNumber, TargetId } from '../../core/ids.ts'
import { taskOf } from '../../core/registry/task.ts'
import type { DrawDetail } from '../draws/draw-record.ts'
import { movedFirms } from '../moved-firms.ts'
import type { Store } from '../open.ts'
import { COMMON_VISITS, STANDING_SEATS, STANDING_TARGETS } from '../standing-seats.ts'

/**
 * Draws other than the task's `own` that stood when `entry` was written and whose period begins between two days, by number, with
 * who goes where. A firm goes by the number under which it stood then.
 */
export function pastDraws(
  store: Store,
  own: readonly DrawNumber[],
  first: Day,
  last: Day,
  entry: EntryNumber,
): PastDraw[] {
  const draws = store
    .sql<{ number: DrawNumber; starts: Day; detail: string }>(
      `select draw.number, draw.starts, draw.detail from draw
       join run on run.draw = draw.number left join void on void.draw = draw.number
       where run.since < @entry and (void.draw is null or void.since >= @entry)
         and draw.number not in (select value from json_each(@own)) and draw.starts >= @first and draw.starts <= @last order by draw.number`,
    )
    .all({ own: JSON.stringify(own), first, last, entry })
  const targets = store.sql<PastDraw['targets'][number]>(
    `select target, host from (select target from ${STANDING_TARGETS} where draw = @number)
     left join (select target as common, host from ${COMMON_VISITS} where guest = @number) on common = target
     order by target`,
  )
  const visits = store.sql<PastDraw['visits'][number]>(
    `select distinct target, department from ${STANDING_SEATS} where draw = @number order by target, department`,
  )
  const renamed = renamer(store, entry)
  return draws.map(({ number, starts, detail }) => {
    const { row, items } = JSON.parse(detail) as DrawDetail
    const { kind, cause } = taskOf([...row], starts)
    const asked = { number, entry }
    return {
      ...{ number, starts, kind, cause, items },
      targets: renamed(targets.all(asked)),
      visits: renamed(visits.all(asked)),
    }
  })
}

/** Visits that were not drawn and stood when `entry` was written, of a year. */
export function pastCases(store: Store, year: string, entry: EntryNumber): PastCase[] {
  const cases = store
    .sql<PastCase>(
      `select target, department, day, cause from visit
       where since < @entry and (until is null or until >= @entry) and day like @year order by id`,
    )
    .all({ year: `${year}-%`, entry })
  return renamer(store, entry)(cases)
}

/** Lets rows speak of firms by the number under which these stood when `entry` was written. */
function renamer(store: Store, entry: EntryNumber) {
  const moved = movedFirms(store, entry)
  return <R extends { readonly target: TargetId }>(rows: readonly R[]): R[] =>
    rows.map(row => ({ ...row, target: moved.get(row.target) ?? row.target }))
}
