import type { Day } from '../../core/dates.ts'
import type { TargetId } from '../../core/ids.ts'
import { officeDay } from '../../core/office-time.ts'
import {
  type DrawOfResults,
  type PublicResult,
  publicResults,
} from '../../core/publication/results/public-result.ts'
import { asRecord } from '../../core/registry/record.ts'
import { yearsAfter } from '../../core/report/deadlines.ts'
import type { Result } from '../../core/results/result.ts'
import { type Rules, rulesOf } from '../../core/rules/rules.ts'
import { causeIn } from '../../core/visits/visit.ts'
import type { DrawRecord } from '../draws/draw-record.ts'
import { drawsIn, isSealed } from '../draws/draws.ts'
import type { Store } from '../open.ts'
import { dueResults } from '../results/due-results.ts'
import { resultsOfOccasion } from '../results/results.ts'
import { ruleValues } from '../rules.ts'
import { targetAt, targetsOf } from '../views/draw-people.ts'
import { departmentName, itemName } from '../views/names.ts'
import { type VisitRecord, visitsIn } from '../visits.ts'
import { personFinder } from './deadlines-input.ts'

/** Which results are to be shown: of one draw, of a department, published within a span of days. */
export interface PublicSelection {
  readonly draw: string | null
  readonly department: string | null
  readonly since: Day | null
  readonly until: Day | null
}

/** Results that are public on a day, with those that wait in between, and those left out because their years are over. */
export interface PublicResults {
  readonly results: readonly PublicResult[]
  /** Reviewed and not yet published: `results publish` is what makes them public. */
  readonly reviewed: number
  /** Public for as many years as the rule says, or longer. */
  readonly over: number
  /** Published results of cases that the rules keep back. */
  readonly withheld: number
  readonly draws: number
}

/** Reads the results that the public may read today; draws under seal are left out. */
export function publicResultsOn(store: Store, selection: PublicSelection, today: Day): PublicResults {
  const rules = rulesOf(ruleValues(store))
  const isPerson = personFinder(store, rules)
  const results: PublicResult[] = []
  let [reviewed, over, draws] = [0, 0, 0]
  const isShown = (result: Result): boolean => {
    if (selection.department !== null && result.department !== selection.department) return false
    if (result.state === 'reviewed') reviewed++
    if (result.state !== 'published' || result.published === null || result.published === '') return false
    if (isOver(result, rules, isPerson, today)) {
      over++
      return false
    }
    const { published } = result
    const days = [published, ...result.steps.flatMap(({ step, day }) => (step === 'corrected' ? [day] : []))]
    const { since, until } = selection
    return days.some(day => (since === null || day >= since) && (until === null || day <= until))
  }
  for (const draw of drawsIn(store)) {
    if (draw.run === null || isSealed(draw)) continue
    if (selection.draw !== null && draw.number !== selection.draw) continue
    draws++
    for (const one of drawResults(store, draw, selection, rules, isShown)) results.push(one)
  }
  let withheld = 0
  for (const visit of visitsIn(store, null)) {
    if (visit.until !== null || (selection.draw !== null && visit.id !== selection.draw)) continue
    if (selection.department !== null && visit.department !== selection.department) continue
    const { shown, kept } = caseResults(store, visit, rules, isShown)
    withheld += kept
    for (const one of shown) results.push(one)
  }
  return { results, reviewed, over, withheld, draws }
}

/** What is public of a draw; what is still to come of it too, but of a span of days. */
function* drawResults(
  store: Store,
  draw: DrawRecord,
  selection: PublicSelection,
  rules: Rules,
  isShown: (result: Result) => boolean,
): Generator<PublicResult> {
  const isSpan = selection.since !== null || selection.until !== null
  const department =
    selection.department === null ? null : departmentName(store, selection.department, draw.since)
  for (const one of publicResults(dueResults(store, draw), shownDraw(store, draw, rules), isShown, rules)) {
    if (one.found === null && (isSpan || (department !== null && one.department !== department))) continue
    yield one
  }
}

/** What is public of a visit that was not drawn, and how many results the rules keep back. */
function caseResults(
  store: Store,
  visit: VisitRecord,
  rules: Rules,
  isShown: (result: Result) => boolean,
): { readonly shown: readonly PublicResult[]; readonly kept: number } {
  const found = [...resultsOfOccasion(store, visit.id)].filter(isShown)
  if (!isCasePublic(visit, rules)) return { shown: [], kept: found.length }
  const strays = found.map(result => ({ kind: 'stray', result }) as const)
  return { shown: [...publicResults(strays, shownCase(store, visit), () => true, rules)], kept: 0 }
}

/** Whether the rules let be public what was found on a visit that was not drawn. */
export function isCasePublic({ cause }: Pick<VisitRecord, 'cause'>, { results }: Rules): boolean {
  return results.casesPublished && !results.causesWithheld.has(causeIn(cause))
}

function shownCase(store: Store, visit: VisitRecord): DrawOfResults {
  const entry = visit.since
  return {
    draw: visit.id,
    task: '',
    taskName: causeIn(visit.cause),
    kind: '个案',
    drawnOn: visit.day,
    isCase: true,
    void: false,
    target: id => targetAt(store, id, entry),
    department: code => departmentName(store, code, entry),
    item: code => itemName(store, code, entry),
  }
}

/** True of a published result whose years are over. */
export function isOver(
  { published, target }: Result,
  { results }: Rules,
  isPerson: (target: TargetId) => boolean,
  today: Day,
): boolean {
  if (published === null || published === '') return false
  const years = isPerson(target) ? results.yearsPublishedPersons : results.yearsPublished
  return yearsAfter(published, years) <= today
}

function shownDraw(store: Store, draw: DrawRecord, { offset }: Rules): DrawOfResults {
  const names = new Map<string, string>()
  const named = (key: string, find: () => string) => {
    const known = names.get(key) ?? find()
    names.set(key, known)
    return known
  }
  return {
    draw: draw.number,
    task: draw.task,
    taskName: draw.detail.name,
    kind: asRecord('plan', [...draw.detail.row]).get('kind'),
    drawnOn: officeDay(draw.run!.detail.drawnAt, offset),
    isCase: false,
    void: draw.void !== null,
    target: targetsOf(store, draw),
    department: code => named(`d ${code}`, () => departmentName(store, code, draw.since)),
    item: code => named(`i ${code}`, () => itemName(store, code, draw.since)),
  }
}
