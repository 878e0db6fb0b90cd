import type { Day } from '../../core/dates.ts'
import type { TargetId } from '../../core/ids.ts'
import { officeDay } from '../../core/office-time.ts'
import { spansOf } from '../../core/registry/cells/period.ts'
import { library } from '../../core/registry/libraries/library.ts'
import { isNaturalPerson } from '../../core/registry/libraries/natural-person.ts'
import { asRecord } from '../../core/registry/record.ts'
import { yearOfTask } from '../../core/registry/task-id.ts'
import type { DeadlineTerms, DueAt, OpenTask } from '../../core/report/deadlines.ts'
import { type Rules, rulesOf } from '../../core/rules/rules.ts'
import { drawsIn } from '../draws/draws.ts'
import { targetElsewhere } from '../draws/target-of-draw.ts'
import type { Store } from '../open.ts'
import { calendarOf } from '../registry/office-calendar.ts'
import { readRecord, readRecords, versionsOf } from '../registry/registry.ts'
import { adHocTasks } from '../registry/tasks.ts'
import { dueResultsOf, type TargetsPassed } from '../results/due-results.ts'
import { resultsOfOccasion } from '../results/results.ts'
import { ruleValues } from '../rules.ts'
import { nameOfCode } from '../views/names.ts'

/** What deadlines are reckoned from: results draw by draw, then those of cases; memory holds one draw. */
export interface DeadlinesInput {
  readonly results: Iterable<DueAt>
  /** Tasks of the plan of the year that no draw carries out. */
  readonly tasks: readonly OpenTask[]
  readonly terms: DeadlineTerms
}

export function deadlinesInput(
  store: Store,
  today: Day,
  year: string,
  progress: TargetsPassed = () => {},
): DeadlinesInput {
  const rules = rulesOf(ruleValues(store))
  const isPerson = personFinder(store, rules)
  const nameOf = (target: TargetId) => nameOfCode(store, 'targets', target, null)
  return {
    results: resultsInOrder(store, rules.offset, progress),
    tasks: openTasks(store, year),
    terms: { calendar: calendarOf(store), rules: rules.results, today, isPerson, nameOf },
  }
}

function* resultsInOrder(store: Store, offset: string, progress: TargetsPassed): Generator<DueAt> {
  const draws = drawsIn(store).filter(({ run }) => run !== null)
  for (const [draw, one] of dueResultsOf(store, draws, progress))
    yield { runOn: officeDay(draw.run!.detail.drawnAt, offset), one }
  for (const id of store.sql<string>('select id from visit where until is null order by id').pluck().all())
    for (const result of resultsOfOccasion(store, id)) yield { runOn: null, one: { kind: 'stray', result } }
}

/** A target as it was before it was retired. */
function lastRecord(store: Store, target: TargetId) {
  const last = versionsOf(store, library('targets'), target).at(-1)
  return last === undefined ? null : asRecord('targets', last.row)
}

/** Lines of the year's plan that no draw that stands was run for; ad-hoc tasks are no lines. */
export function openTasks(store: Store, year: string): OpenTask[] {
  const done = new Set(
    drawsIn(store).flatMap(draw => (draw.run !== null && draw.void === null ? [draw.taskId] : [])),
  )
  const adHoc = adHocTasks(store)
  return [...readRecords(store, 'plan')].flatMap((task): OpenTask[] => {
    if (yearOfTask(task.id) !== year || done.has(task.id) || adHoc.has(task.id)) return []
    const spans = spansOf(task.get('period'))
    const from = spans[0]?.from ?? (`${year}-01-01` as Day)
    const to = spans.at(-1)?.to ?? (`${year}-12-31` as Day)
    return [{ id: task.id, name: task.get('name'), lead: task.get('lead'), from, to }]
  })
}

/** Asks whether a target is a natural person, as the registry knows it now. */
export function personFinder(store: Store, { personWords }: Pick<Rules, 'personWords'>) {
  const known = new Map<TargetId, boolean>()
  return (target: TargetId): boolean => {
    let is = known.get(target)
    if (is === undefined) {
      // Who is in no registry any more was a person all the same.
      const record =
        readRecord(store, 'targets', target) ?? lastRecord(store, target) ?? targetElsewhere(store, target)
      const value = (name: 'type' | 'name' | 'representative') => record?.get(name) ?? ''
      is = isNaturalPerson(
        { type: value('type'), name: value('name'), representative: value('representative') },
        personWords,
      )
      known.set(target, is)
    }
    return is
  }
}
