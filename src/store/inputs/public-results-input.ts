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
import type { DrawRecord } from '../draws/draw-record.ts'
import { drawsIn, isSealed } from '../draws/draws.ts'
import type { Store } from '../open.ts'
import { dueResults } from '../results/due-results.ts'
import { ruleValues } from '../rules.ts'
import { targetsOf } from '../views/draw-people.ts'
import { departmentName, itemName } from '../views/names.ts'
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
  const isSpan = selection.since !== null || selection.until !== null
  for (const draw of drawsIn(store)) {
    if (draw.run === null || isSealed(draw)) continue
    if (selection.draw !== null && draw.number !== selection.draw) continue
    draws++
    const department =
      selection.department === null ? null : departmentName(store, selection.department, draw.since)
    for (const one of publicResults(dueResults(store, draw), shownDraw(store, draw, rules), isShown, rules)) {
      if (one.found === null && (isSpan || (department !== null && one.department !== department))) continue
      results.push(one)
    }
  }
  return { results, reviewed, over, draws }
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
    void: draw.void !== null,
    target: targetsOf(store, draw),
    department: code => named(`d ${code}`, () => departmentName(store, code, draw.since)),
    item: code => named(`i ${code}`, () => itemName(store, code, draw.since)),
  }
}
