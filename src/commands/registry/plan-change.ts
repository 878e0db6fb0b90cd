import { dayOf } from '../../core/dates.ts'
import { lastFilingDay } from '../../core/plan/filing.ts'
import type { PlanReasons } from '../../core/plan/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import type { Library } from '../../core/registry/libraries/field.ts'
import { rulesOf } from '../../core/rules/rules.ts'
import type { Store } from '../../store/open.ts'
import { ruleStanding, ruleValues } from '../../store/rules.ts'
import type { Desk } from '../../terminal/desk.ts'

const refuse = refusal<PlanReasons>()

/**
 * The reason of a change as it goes into the ledger. Lines of the plan that change after the filing day need one where
 * the rule says so; both versions stay in any case.
 */
export function reasonOfChange(
  desk: Desk,
  store: Store,
  of: Library,
  counts: { readonly changed: number; readonly retired: number },
  reason: string | undefined,
): { readonly reason?: string } {
  if (reason?.trim()) return { reason: reason.trim() }
  const { changeReason, filingDay } = rulesOf(ruleValues(store))
  const day = lastFilingDay(desk.now.slice(0, 4), filingDay)
  const changed = counts.changed + counts.retired
  if (of.name === 'plan' && changed > 0 && changeReason && dayOf(desk.now) > day)
    throw refuse('plan-change-needs-reason', {
      changed,
      day,
      rule: ruleStanding(store, 'plan-change-reason'),
    })
  return {}
}
