import type { RuleNamed } from '../rules/reasons.ts'
import type { Frequent } from './frequency.ts'

/** Why a visit is not recorded, or not struck. */
export interface VisitReasons {
  'no-such-target': { target: string }
  'no-such-department': { name: string; nearest: string | null }
  'invalid-visit-day': { day: string; today: string }
  'unlisted-visit-cause': { cause: string; nearest: string | null; rule: RuleNamed }
  'duplicate-visit': { visit: string; target: string; department: string; day: string }
  /** The office lets nobody be visited so often (`refused-doubts`: 检查过频). */
  'visit-too-frequent': Frequent & { target: string; rule: RuleNamed }
  'missing-visit-field': { heading: string }
  'no-such-visit': { visit: string; nearest: string | null }
}

/** Why two draws do not make one visit. */
export interface MergeReasons {
  'merge-needs-two-draws': { given: number }
  'periods-do-not-overlap': { draws: readonly string[] }
  'target-not-visited': { draw: string; target: string }
  'already-merged': { target: string; host: string; guest: string }
  /** Results tell that the two visits took place, on different days. */
  'visited-apart': { target: string; host: string; hostDay: string; guest: string; guestDay: string }
  'merge-lacks-qualification': {
    target: string
    host: string
    guest: string
    department: string
    tag: string
  }
}
