import type { Day } from '../dates.ts'
import { isFinding } from '../results/outcome-of-result.ts'
import type { Result } from '../results/result.ts'
import { isCase } from '../results/result-key.ts'
import { stateAfter } from '../results/result-state.ts'
import type { RiskTerms } from '../rules/risk-terms.ts'

/** The ground of a step down: nothing was found. */
export const CLEAN = '1'

/** What a result says of the risk of its target. */
export interface RiskResult {
  readonly id: string
  readonly occasion: string
  readonly inspected: Day
  /** What moves the target up, each with the classes by which; in the order of the rule. */
  readonly grounds: readonly { readonly ground: string; readonly steps: number }[]
  readonly kind: 'finding' | 'clean' | 'neither'
}

/**
 * What a result says on a day, or null where it says nothing: not inspected within the days that count, not as far as the
 * rule asks, taken down, of a case where cases do not count.
 */
export function riskResultOf(result: Result, since: Day, day: Day, terms: RiskTerms): RiskResult | null {
  const { id, occasion, inspected, outcomes } = result
  if (inspected === '' || inspected < since || inspected > day) return null
  if (isCase(occasion) && !terms.casesCount) return null
  if (!countsOn(result, day, terms)) return null
  const said = new Set([...outcomes, ...eventsOf(result, day)])
  const grounds = [...terms.up].flatMap(([ground, steps]) => (said.has(ground) ? [{ ground, steps }] : []))
  const found = grounds.length > 0 || isFinding(outcomes)
  const kind = found ? 'finding' : outcomes.includes(CLEAN) ? 'clean' : 'neither'
  return { id, occasion, inspected, grounds, kind }
}

/** Where a result stood at the end of a day: what came later speaks in the next proposal. */
function countsOn({ steps, published, state }: Result, day: Day, { reviewedCounts }: RiskTerms): boolean {
  const until = steps.filter(step => step.day <= day)
  const stated = { review: '', published: steps.length === 0 ? (published ?? '') : '' } as const
  const then = steps.length === 0 && state === 'published' ? 'published' : stateAfter(until, stated)
  return then === 'published' || (reviewedCounts && then === 'reviewed')
}

function eventsOf({ followUp }: Result, day: Day): string[] {
  const { caseNumber, penalty, receiver, transferred, settled, deadline } = followUp
  const late = settled === '未完结' && deadline !== '' && deadline < day
  return [
    ...(caseNumber === '' ? [] : ['立案']),
    ...(penalty === '' ? [] : ['处罚']),
    ...(receiver === '' && transferred === '' ? [] : ['移送']),
    ...(late ? ['逾期未改'] : []),
  ]
}
