import type { Day } from '../../core/dates.ts'
import type { PastCase, PastDraw } from '../../core/frame/visit-history.ts'
import type { DepartmentCode, DrawNumber, EntryNumber, InspectorId, TargetId } from '../../core/ids.ts'
import { membersIn } from '../../core/registry/cells/cell-result.ts'
import { parseExtras } from '../../core/registry/columns/extra-fields.ts'
import { taskOf } from '../../core/registry/task.ts'
import { laterHeading } from '../../core/results/said.ts'
import { groupBy } from '../../core/tally.ts'
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

/**
 * The visits of a year that count beside draws that stand: those that were not drawn, and those that took place, whatever
 * became of their draw: of a draw that is void by now, or at a target that fell out of one, results say that somebody went.
 */
export function pastVisits(store: Store, year: string, entry: EntryNumber): PastCase[] {
  return [...pastCases(store, year, entry), ...visitsMade(store, year, entry)]
}

interface VisitMade extends PastCase {
  readonly draw: DrawNumber
  readonly detail: string
}

/** Results of draws that are void by now, or of targets that fell out, among versions that ended or did not: each has its index. */
const lostResults = (versions: string) => `
  select lost.draw, result.target, department, inspected, inspectors, result.extra
  from (select draw, '' as target from void where since < @entry
        union select draw, gone from substitution where kind = 'target' and gone <> '' and since < @entry) as lost
  join result on result.id >= lost.draw || '/' || lost.target
    and result.id < lost.draw || case lost.target when '' then '0' else '/' || lost.target || '0' end
  where result.since < @entry and ${versions} and inspected like @year
    and (lost.target = '' or result.target = lost.target)`

function visitsMade(store: Store, year: string, entry: EntryNumber): PastCase[] {
  const rows = store
    .sql<VisitMade>(
      `select made.draw, target, department, min(inspected) as day, draw.detail
       from (${lostResults('until is null')} union all ${lostResults('until is not null and until >= @entry')}) as made
       join draw on draw.number = made.draw
       group by made.draw, target, department order by made.draw, target, department`,
    )
    .all({ entry, year: `${year}-%` })
  const seen = new Set<string>()
  const visits = rows.map(({ draw, target, department, day, detail }): PastCase => {
    const { cause } = taskOf([...(JSON.parse(detail) as DrawDetail).row], day)
    const visit = `${draw}/${target}`
    const joint = seen.has(visit) ? { joint: true as const } : {}
    seen.add(visit)
    return { target, department, day, cause, ...joint }
  })
  return renamer(store, entry)(visits)
}

/** Somebody who went to a target on a visit that took place. */
export interface Went {
  readonly inspector: InspectorId
  readonly department: DepartmentCode
}

/**
 * Who went in a year, as it stood when `entry` was written, on visits that took place and of which no seat tells any more: in
 * draws that are void by now, and at targets that fell out. Each person once for each department at a target of a draw.
 */
export function wentBeside(store: Store, year: string, entry: EntryNumber): Went[] {
  const rows = store
    .sql<{
      draw: DrawNumber
      target: TargetId
      department: DepartmentCode
      inspectors: string
      extra: string
    }>(
      `select draw, target, department, inspectors, extra
       from (${lostResults('until is null')} union all ${lostResults('until is not null and until >= @entry')})
       order by draw, target, department`,
    )
    .all({ entry, year: `${year}-%` })
  const visits = groupBy(rows, ({ draw, target, department }) => `${draw} ${target} ${department}`)
  return [...visits.values()].flatMap(items => {
    const people = items.flatMap(({ inspectors, extra }) => {
      const went = membersIn(parseExtras(extra)[WENT] ?? '')
      return went.length > 0 ? went : membersIn(inspectors)
    })
    const [{ department }] = items as [(typeof items)[number]]
    return [...new Set(people)].map(inspector => ({ inspector: inspector as InspectorId, department }))
  })
}

const WENT = laterHeading('went')

/** Lets rows speak of firms by the number under which these stood when `entry` was written. */
function renamer(store: Store, entry: EntryNumber) {
  const moved = movedFirms(store, entry)
  return <R extends { readonly target: TargetId }>(rows: readonly R[]): R[] =>
    rows.map(row => ({ ...row, target: moved.get(row.target) ?? row.target }))
}
