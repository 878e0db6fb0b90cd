import type { RecusalRow } from '../../core/draw/folder/rows.ts'
import type { DrawNumber, EntryNumber, InspectorId, TargetId } from '../../core/ids.ts'
import { addOne, countBy } from '../../core/tally.ts'
import { type DrawRecord, seedRun } from '../draws/draw-record.ts'
import { movedFirms } from '../moved-firms.ts'
import type { Store } from '../open.ts'
import { STANDING_SEATS, STANDING_TARGETS } from '../standing-seats.ts'
import { wentBeside } from './visit-history.ts'

/**
 * Visits of each inspector in draws other than the task's `own` whose period begins in a year, of those that stood when `entry`
 * was written, and those that took place in it whatever became of their draw; of some inspectors alone where they are named.
 */
export function visitsIn(
  store: Store,
  own: readonly DrawNumber[],
  year: string,
  entry: EntryNumber,
  among: readonly InspectorId[] | null = null,
): Map<string, number> {
  const named = among === null ? '' : 'and stood.inspector in (select value from json_each(@among))'
  const rows = store
    .sql<[string, number]>(
      `select stood.inspector, count(*) from ${STANDING_SEATS} as stood
       join draw on draw.number = stood.draw left join void on void.draw = draw.number
       where (void.draw is null or void.since >= @entry)
         and draw.number not in (select value from json_each(@own)) and draw.starts like @year ${named} group by stood.inspector`,
    )
    .raw()
    .all({
      ...{ own: JSON.stringify(own), year: `${year}-%`, entry },
      ...(among === null ? {} : { among: JSON.stringify(among) }),
    })
  const visits = new Map(rows)
  for (const { inspector } of wentBeside(store, year, entry)) addOne(visits, inspector)
  return visits
}

/**
 * Who went to each target last time: of each department's draws other than the task's `own` that stood when `entry` was written, the
 * one with the latest period. A firm goes by the number under which it stood then.
 */
export function lastTeams(store: Store, own: readonly DrawNumber[], entry: EntryNumber): RecusalRow[] {
  const moved = JSON.stringify(Object.fromEntries(movedFirms(store, entry)))
  return store
    .sql<RecusalRow>(
      `with moved as materialized (select key as number, value as code from json_each(@moved))
       select inspector, target from (
         select stood.inspector, coalesce(moved.code, stood.target) as target,
                rank() over (partition by coalesce(moved.code, stood.target), stood.department
                             order by draw.starts desc, draw.number desc) as place
         from ${STANDING_SEATS} as stood left join moved on moved.number = stood.target
         join draw on draw.number = stood.draw left join void on void.draw = draw.number
         where (void.draw is null or void.since >= @entry) and draw.number not in (select value from json_each(@own)))
       where place = 1 order by inspector, target`,
    )
    .all({ own: JSON.stringify(own), entry, moved })
}

/**
 * How often each firm, or what it answers for, stood in other draws whose period begins in a year when a draw was run; a
 * firm by the number that the draw knows it by.
 */
export function timesDrawnBefore(
  store: Store,
  draw: DrawRecord,
  year: string,
  firmOf: (target: TargetId) => TargetId,
): Map<string, number> {
  const { number, since } = draw
  const rows = store
    .sql<string>(
      `select stood.target from ${STANDING_TARGETS} as stood
       join draw on draw.number = stood.draw left join void on void.draw = draw.number
       where stood.draw <> @number and (void.draw is null or void.since > @entry) and draw.starts like @year`,
    )
    .pluck()
    .all({ number, entry: seedRun(draw)!.since, year: `${year}-%` })
  const moved = movedFirms(store, since)
  return countBy(rows, target => firmOf(moved.get(target) ?? target))
}
