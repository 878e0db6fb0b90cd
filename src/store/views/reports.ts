import type { AssignmentRow } from '../../core/draw/folder/rows.ts'
import type { DepartmentCode, DrawNumber, EntryNumber, TargetId } from '../../core/ids.ts'
import { asRecord } from '../../core/registry/record.ts'
import type { DrawnVisit } from '../../core/report/visits-made.ts'
import { groupBy } from '../../core/tally.ts'
import { drawsIn } from '../draws/draws.ts'
import { movedFirms } from '../moved-firms.ts'
import type { Store } from '../open.ts'
import { AFTER_ALL, COMMON_VISITS, STANDING_SEATS, STANDING_TARGETS } from '../standing-seats.ts'
import { pastCases } from './visit-history.ts'

/** Where each of these targets came into the registry, a lower number earlier, and its class of risk as an entry found it. */
export function enteredWith(
  store: Store,
  targets: readonly TargetId[],
  at: EntryNumber,
): { readonly entered: ReadonlyMap<TargetId, number>; readonly risks: ReadonlyMap<TargetId, string> } {
  const [entered, risks] = [new Map<TargetId, number>(), new Map<TargetId, string>()]
  const versions = store
    .sql<[TargetId, version: number, stands: 0 | 1, risk: string]>(
      `select id, version, since <= @at and (until is null or until > @at), risk from target
       where id in (select value from json_each(@ids)) and until is null
       or id in (select value from json_each(@ids)) and until is not null`,
    )
    .raw()
    .all({ at, ids: JSON.stringify(targets) })
  for (const [target, version, stands, risk] of versions) {
    entered.set(target, Math.min(version, entered.get(target) ?? version))
    if (stands === 1) risks.set(target, risk)
  }
  return { entered, risks }
}

type SeatOfDraw = AssignmentRow & { readonly draw: DrawNumber }

/** Who sits where now, in the draws of a year that are not void. */
export function seatsInYear(store: Store, year: string): SeatOfDraw[] {
  return store
    .sql<SeatOfDraw>(
      `select stood.* from ${STANDING_SEATS} as stood
       where stood.draw like @year and stood.draw not in (select draw from void)
       order by stood.draw, stood.target, stood.department, stood.seat`,
    )
    .all({ entry: AFTER_ALL, year: `${year}-%` })
}

/**
 * What is to be visited in the draws of a year that are not void, with who drew it and who goes; a firm goes by the number
 * it has now.
 */
export function drawnVisits(store: Store, year: string): DrawnVisit[] {
  const moved = movedFirms(store, AFTER_ALL)
  const asked = { entry: AFTER_ALL, year: `${year}-%` }
  const leads = new Map(
    drawsIn(store).map(({ number, detail }) => [number, asRecord('plan', [...detail.row]).get('lead')]),
  )
  const went = groupBy(
    store
      .sql<{ draw: DrawNumber; target: TargetId; department: DepartmentCode }>(
        `select distinct stood.draw, stood.target, stood.department from ${STANDING_SEATS} as stood
         where stood.draw like @year and stood.draw not in (select draw from void)`,
      )
      .all(asked),
    ({ draw, target }) => `${draw} ${target}`,
  )
  return store
    .sql<{ draw: DrawNumber; target: TargetId; host: DrawNumber | null }>(
      `select stood.draw, stood.target, common.host from ${STANDING_TARGETS} as stood
       left join ${COMMON_VISITS} as common on common.guest = stood.draw and common.target = stood.target
       where stood.draw like @year and stood.draw not in (select draw from void)
       order by stood.target, stood.draw`,
    )
    .all(asked)
    .map(({ draw, target, host }) => ({
      draw,
      target: moved.get(target) ?? target,
      lead: leads.get(draw)!,
      departments: (went.get(`${draw} ${target}`) ?? []).map(({ department }) => department),
      host,
    }))
}

/** Asks for the visits that draws that are not void come to at one target, under the number by which they know it. */
export function drawnVisitsTo(store: Store): (target: TargetId) => DrawnVisit[] {
  const leads = new Map(
    drawsIn(store).map(({ number, detail }) => [number, asRecord('plan', [...detail.row]).get('lead')]),
  )
  const draws = store
    .sql<DrawNumber>(
      `select draw from (select draw from drawn where target = @target
                         union select draw from substitution where came = @target and kind = 'target')
       where draw not in (select draw from void)`,
    )
    .pluck()
  const departments = store
    .sql<DepartmentCode>(
      `select distinct department from ${STANDING_SEATS} as stood where stood.draw = @draw and stood.target = @target`,
    )
    .pluck()
  const standing = store
    .sql(`select 1 from ${STANDING_TARGETS} as stood where stood.draw = @draw and stood.target = @target`)
    .pluck()
  const hosts = store
    .sql<DrawNumber>(
      `select host from ${COMMON_VISITS} as common where common.guest = @draw and common.target = @target`,
    )
    .pluck()
  return target =>
    draws.all({ target }).flatMap(draw => {
      const asked = { draw, target, entry: AFTER_ALL }
      if (standing.get(asked) === undefined) return []
      const host = hosts.get(asked) ?? null
      return [{ draw, target, lead: leads.get(draw)!, departments: departments.all(asked), host }]
    })
}

/** Visits of a year that were not drawn and are not struck; a firm goes by the number it has now. */
export function casesOfYear(
  store: Store,
  year: string,
): { readonly target: TargetId; readonly department: DepartmentCode }[] {
  return pastCases(store, year, AFTER_ALL)
}

/** How many substitutions there were in the draws of a year that are not void. */
export function substitutionsOfYear(store: Store, year: string): number {
  return store
    .sql<number>(
      `select count(*) from (select distinct draw, number from substitution
       where draw like ? and draw not in (select draw from void))`,
    )
    .pluck()
    .get(`${year}-%`)!
}
