import type { Day } from '../../../core/dates.ts'
import type { EntryNumber, TargetId } from '../../../core/ids.ts'
import {
  certifiedCase,
  type InspectionFacts,
} from '../../../core/publication/followed/certified-inspection.ts'
import {
  followUpShown,
  type YearBeside,
  type YearCase,
} from '../../../core/publication/followed/year-beside.ts'
import type { Officers } from '../../../core/publication/lists/public-list.ts'
import { publicText } from '../../../core/publication/public-facts.ts'
import type { Result } from '../../../core/results/result.ts'
import { isCase } from '../../../core/results/result-key.ts'
import { type Rules, rulesOf } from '../../../core/rules/rules.ts'
import { causeIn } from '../../../core/visits/visit.ts'
import { drawNumbered, isSealed } from '../../draws/draws.ts'
import { idsOfFirm } from '../../moved-firms.ts'
import type { Store } from '../../open.ts'
import { resultsAt } from '../../results/results.ts'
import { ruleValues } from '../../rules.ts'
import { inspectorsAt, targetAt } from '../../views/draw-people.ts'
import { departmentName, itemName } from '../../views/names.ts'
import { type VisitRecord, visitsTo } from '../../visits.ts'
import { personFinder } from '../deadlines-input.ts'
import { isCasePublic, isOver } from '../public-results-input.ts'
import { itemThen } from './inspection-of.ts'

/**
 * What a year's sheet of one target tells beside its draws, as far as it is public on that day: names, items and people of a case
 * as they were when it was recorded. Memory holds this target.
 */
export function yearBeside(
  store: Store,
  target: TargetId,
  year: string,
  { officers, today }: { readonly officers: Officers; readonly today: Day },
): YearBeside {
  const rules = rulesOf(ruleValues(store))
  const isPerson = personFinder(store, rules)
  const isPublic = (result: Result) =>
    result.state === 'published' && result.published !== null && !isOver(result, rules, isPerson, today)
  const all = resultsAt(store, idsOfFirm(store, target) as TargetId[])
  const results = all.filter(isPublic)
  const visits = visitsTo(store, target).filter(
    ({ id, until }) => id.startsWith(`C${year}-`) && until === null,
  )
  const told = visits.flatMap(visit => caseShown(store, visit, results, rules, officers) ?? [])
  const cases = new Set(told.map(({ number }) => number))
  return {
    cases: told,
    followUps: results.flatMap(result => {
      const { occasion, department, item } = result
      const since = isCase(occasion)
        ? visits.find(({ id }) => id === occasion && cases.has(id))?.since
        : drawnIn(store, occasion, year)
      if (since === undefined) return []
      const named = item === '' ? '' : `${item} ${itemName(store, item, since)}`
      return followUpShown(result, departmentName(store, department, since), named) ?? []
    }),
    untold: visits.filter(({ id }) => !cases.has(id) && all.some(({ occasion }) => occasion === id)).length,
  }
}

/** When a draw of the year was frozen that may be shown. */
function drawnIn(store: Store, number: string, year: string): EntryNumber | undefined {
  const draw = number.startsWith(`${year}-`) ? drawNumbered(store, number, '') : null
  return draw === null || isSealed(draw) ? undefined : draw.since
}

function caseShown(
  store: Store,
  visit: VisitRecord,
  results: readonly Result[],
  rules: Rules,
  officers: Officers,
): YearCase | null {
  const own = results.filter(({ occasion }) => occasion === visit.id)
  if (own.length === 0 || !isCasePublic(visit, rules)) return null
  const { id: number, since, cause } = visit
  const told = targetAt(store, visit.target, since)
  const facts: Omit<InspectionFacts, 'due' | 'results'> = {
    department: code => departmentName(store, code, since),
    item: code => itemThen(store, code, since),
    person: inspectorsAt(store, own[0]!.entered.entry),
    text: written => publicText(written, told, rules),
    isOver: () => false,
  }
  return { number, cause: causeIn(cause), visit: certifiedCase(own, facts, officers) }
}
