import type { DepartmentCode, TargetId } from '../../core/ids.ts'
import type { YearTarget } from '../../core/report/inspection-year.ts'
import { visitsMade } from '../../core/report/visits-made.ts'
import type { Result } from '../../core/results/result.ts'
import { isCase } from '../../core/results/result-key.ts'
import { groupBy } from '../../core/tally.ts'
import { movedFirms } from '../moved-firms.ts'
import type { Store } from '../open.ts'
import { resultsByTarget, resultsStanding } from '../results/results.ts'
import { AFTER_ALL } from '../standing-seats.ts'
import { drawnVisitsTo } from '../views/reports.ts'
import { responsibleFirms } from '../views/responsible-firms.ts'

/** Results of inspections that took place in a year, drawn or not, target by target, each with the firm that it counts for. */
export function* yearResults(
  store: Store,
  year: string,
  progress: (results: number, of: number) => void = () => {},
): Generator<YearTarget> {
  const moved = movedFirms(store, AFTER_ALL)
  const firms = responsibleFirms(store, AFTER_ALL)
  const shared = new Set([...moved.values(), ...firms.values()])
  const visitsTo = drawnVisitsTo(store)
  const count = resultsStanding(store)
  let done = 0
  for (const [target, all] of resultsByTarget(store)) {
    done += all.length
    progress(Math.min(done, count), count)
    const results = all.filter(({ inspected }) => inspected.startsWith(`${year}-`))
    if (results.length === 0) continue
    const now = (moved.get(target) ?? target) as TargetId
    const firm = firms.get(now) ?? now
    const isJoint = jointFinder(all, visitsMade(visitsTo(target)))
    yield {
      firm,
      isShared: firm !== target || shared.has(target),
      results: results.map(result => ({
        ...{ result, isJoint: isJoint(result), isDrawn: !isCase(result.occasion) },
      })),
    }
  }
}

/**
 * Tells whether a department was at a target with others: those that go there by the draw as it stands, common visits
 * taken together, and those that have results there, whatever became of the draw.
 */
function jointFinder(
  all: readonly Result[],
  visits: ReturnType<typeof visitsMade>,
): (result: Result) => boolean {
  const visitOf = new Map<string, Set<DepartmentCode>>()
  for (const { draws, departments } of visits) {
    const together = new Set(departments)
    for (const draw of draws) visitOf.set(draw, together)
  }
  for (const [occasion, own] of groupBy(all, one => one.occasion)) {
    const together = visitOf.get(occasion) ?? new Set()
    visitOf.set(occasion, together)
    for (const { department } of own) together.add(department)
  }
  return ({ occasion }) => visitOf.get(occasion)!.size > 1
}
