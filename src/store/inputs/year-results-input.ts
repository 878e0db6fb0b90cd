import type { DepartmentCode, TargetId } from '../../core/ids.ts'
import type { YearResult } from '../../core/report/inspection-year.ts'
import { isCase } from '../../core/results/result-key.ts'
import { movedFirms } from '../moved-firms.ts'
import type { Store } from '../open.ts'
import { firmFinder } from '../responsible-firms.ts'
import { allResults } from '../results/results.ts'
import { AFTER_ALL } from '../standing-seats.ts'
import { drawnVisits } from '../views/reports.ts'

/** Results of inspections that took place in a year, drawn or not, each with the firm that it counts for. */
export function* yearResults(
  store: Store,
  year: string,
  progress: (results: number) => void = () => {},
): Generator<YearResult> {
  const moved = movedFirms(store, AFTER_ALL)
  const firmOf = firmFinder(store, AFTER_ALL)
  const now = (target: TargetId): TargetId => (moved.get(target) ?? target) as TargetId
  const together = departmentsAt(store, [year, String(Number(year) - 1)])
  let done = 0
  for (const result of allResults(store)) {
    progress(done++)
    if (!result.inspected.startsWith(`${year}-`)) continue
    const target = now(result.target)
    yield {
      result,
      firm: firmOf(target),
      departments: together.get(`${result.occasion} ${target}`) ?? 1,
      drawn: !isCase(result.occasion),
    }
  }
}

/** How many departments go to a target in a draw, common visits of several draws taken together. */
function departmentsAt(store: Store, years: readonly string[]): ReadonlyMap<string, number> {
  const at = new Map<string, Set<DepartmentCode>>()
  for (const year of years) {
    const visits = drawnVisits(store, year)
    const own = new Map(
      visits.map(({ draw, target, departments }) => [`${draw} ${target}`, new Set(departments)]),
    )
    for (const { draw, target, host, departments } of visits) {
      if (host === null) continue
      const shared = own.get(`${host} ${target}`)
      if (shared === undefined) continue
      for (const department of departments) shared.add(department)
      own.set(`${draw} ${target}`, shared)
    }
    for (const [key, departments] of own) at.set(key, departments)
  }
  return new Map([...at].map(([key, departments]) => [key, departments.size]))
}
