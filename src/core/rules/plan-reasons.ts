import type { Day } from '../dates.ts'
import type { RuleNamed } from './rule-reasons.ts'

/** Why a change of the plan is refused. */
export interface PlanReasons {
  'plan-change': { changed: number; day: Day; rule: RuleNamed }
  'plan-none': { year: string; years: readonly string[] }
}
