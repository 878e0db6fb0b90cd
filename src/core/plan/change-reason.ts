import type { Day } from '../dates.ts'
import { refusal } from '../refusal.ts'
import type { RuleNamed } from '../rules/reasons.ts'
import type { Rules } from '../rules/rules.ts'
import { lastFilingDay } from './filing.ts'
import type { PlanReasons } from './reasons.ts'

const refuse = refusal<PlanReasons>()

/** A change of the plan that is about to be written. */
export interface PlanChangeAsked {
  readonly today: Day
  /** How many of its lines change or go. */
  readonly changed: number
  readonly reason: string | undefined
  readonly rules: Pick<Rules, 'changeReason' | 'filingDay'>
  /** The rule `plan-change-reason`, for the refusal to name. */
  readonly rule: RuleNamed
}

/**
 * The reason of a change as it goes into the ledger, if there is one. Lines of the plan that change after the filing day
 * need one where the rule says so; both versions stay in any case.
 */
export function changeReason({ today, changed, reason, rules, rule }: PlanChangeAsked): string | null {
  const said = reason?.trim() ?? ''
  if (said !== '') return said
  const day = lastFilingDay(today.slice(0, 4), rules.filingDay)
  if (changed > 0 && rules.changeReason && today > day)
    throw refuse('plan-change-needs-reason', { changed, day, rule })
  return null
}
