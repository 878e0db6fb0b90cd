import type { OfficeCalendar } from '../../core/calendar/office-calendar.ts'
import type { TargetId } from '../../core/ids.ts'
import { UNCLASSED } from '../../core/registry/cells/words.ts'
import type { SeenResult } from '../../core/report/result-figures.ts'
import { type ResultRules, rulesOf } from '../../core/rules/rules.ts'
import type { DrawRecord } from '../draws/draw-record.ts'
import { drawsIn } from '../draws/draws.ts'
import { targetOfDraw } from '../draws/target-of-draw.ts'
import type { Store } from '../open.ts'
import { calendarOf } from '../registry/office-calendar.ts'
import { dueResultsOf, type TargetsPassed } from '../results/due-results.ts'
import { ruleValues } from '../rules.ts'

/** What a year's results are counted from: draw by draw, so that memory holds one. */
export interface ResultsInput {
  readonly results: Iterable<SeenResult>
  readonly calendar: OfficeCalendar
  readonly rules: ResultRules
}

export function resultsInput(store: Store, year: string, progress: TargetsPassed = () => {}): ResultsInput {
  const rules = rulesOf(ruleValues(store)).results
  return { results: resultsOfYear(store, year, progress), calendar: calendarOf(store), rules }
}

function* resultsOfYear(store: Store, year: string, progress: TargetsPassed): Generator<SeenResult> {
  let [last, riskOf]: [DrawRecord | undefined, ReturnType<typeof riskFinder>] = [undefined, () => '']
  for (const [draw, one] of dueResultsOf(store, drawsOfYear(store, year), progress)) {
    if (draw !== last) [last, riskOf] = [draw, riskFinder(store, draw)]
    yield { one, task: draw.taskId, risk: one.kind === 'due' ? riskOf(one.due.target) : '' }
  }
}

/** The draws of a year that were run, by their numbers. */
export function drawsOfYear(store: Store, year: string): DrawRecord[] {
  return drawsIn(store).filter(({ number, run }) => run !== null && number.startsWith(`${year}-`))
}

/** The class of a target when the draw was frozen; results come target by target. */
function riskFinder(store: Store, draw: DrawRecord): (target: TargetId) => string {
  let [last, risk] = ['' as TargetId, '']
  return target => {
    if (target !== last) {
      last = target
      risk = targetOfDraw(store, draw, target)?.get('risk') || UNCLASSED
    }
    return risk
  }
}
