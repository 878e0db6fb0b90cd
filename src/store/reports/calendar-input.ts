import type { Day } from '../../core/dates.ts'
import type { CalendarSpan } from '../../core/report/pictures/calendar-document.ts'
import type { DueVisit } from '../../core/report/pictures/year-calendar.ts'
import type { DueResult } from '../../core/results/due.ts'
import type { DrawRecord } from '../draws/draw-record.ts'
import { drawsIn } from '../draws/draws.ts'
import { openTasks } from '../inputs/deadlines-input.ts'
import type { Store } from '../open.ts'
import { dueResultsOf, type TargetsPassed } from '../results/due-results.ts'

/**
 * What a year has before it: the periods of draws that stand or wait and of tasks of the plan without one, and the visits
 * that draws ask for, whatever year they are of; memory holds one draw.
 */
export function calendarInput(
  store: Store,
  year: string,
  progress: TargetsPassed = () => {},
): { readonly spans: readonly CalendarSpan[]; readonly due: Iterable<DueVisit> } {
  const touches = ({ from, to }: { readonly from: Day; readonly to: Day }) =>
    from <= `${year}-12-31` && to >= `${year}-01-01`
  const draws = drawsIn(store).filter(
    ({ starts, ends, void: voided, ended }) =>
      voided === null && ended === null && touches({ from: starts, to: ends }),
  )
  const waiting = new Set(draws.flatMap(({ run, taskId }) => (run === null ? [taskId] : [])))
  const open = openTasks(store, year).filter(({ id }) => !waiting.has(id))
  return {
    spans: [
      ...draws.map(({ number, detail, starts: from, ends: to, run }): CalendarSpan => {
        return { occasion: number, name: detail.name, from, to, state: run === null ? 'frozen' : 'drawn' }
      }),
      ...open.map(
        ({ id, name, from, to }): CalendarSpan => ({ occasion: id, name, from, to, state: 'open' }),
      ),
    ],
    due: dueVisits(store, draws, progress),
  }
}

function* dueVisits(
  store: Store,
  draws: readonly DrawRecord[],
  progress: TargetsPassed,
): Generator<DueVisit> {
  const run = draws.filter(draw => draw.run !== null)
  yield* visitsIn(dueResultsOf(store, run, progress))
}

/** Items of one department at one target follow each other, and are one visit. */
function* visitsIn(results: Iterable<readonly [draw: DrawRecord, one: DueResult]>): Generator<DueVisit> {
  let visit: Open | undefined
  for (const [, one] of results) {
    if (one.kind === 'stray') continue
    const { occasion: draw, target, department, to: until } = one.due
    if (
      visit === undefined ||
      visit.draw !== draw ||
      visit.target !== target ||
      visit.department !== department
    ) {
      if (visit !== undefined) yield visit
      visit = { draw, target, department, until, isDone: true }
    }
    if (one.result === null) visit.isDone = false
  }
  if (visit !== undefined) yield visit
}

type Open = { -readonly [Name in keyof DueVisit]: DueVisit[Name] }
