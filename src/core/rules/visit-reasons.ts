import type { RuleNamed } from './rule-reasons.ts'

/** Why a visit is not recorded, or not struck. */
export interface VisitReasons {
  'visit-target': { target: string }
  'visit-department': { name: string; nearest: string | null }
  'visit-day': { day: string; today: string }
  'visit-cause': { cause: string; nearest: string | null; rule: RuleNamed }
  'visit-known': { visit: string; target: string; department: string; day: string }
  'visit-empty': { heading: string }
  'visit-none': { visit: string; nearest: string | null }
}
