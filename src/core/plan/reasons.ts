import type { Day } from '../dates.ts'
import type { RuleNamed } from '../rules/reasons.ts'

/** Why a change of the plan is refused. */
export interface PlanReasons {
  'plan-change-needs-reason': { changed: number; day: Day; rule: RuleNamed }
  'no-such-plan': { year: string; years: readonly string[] }
}
