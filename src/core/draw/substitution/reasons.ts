import type { Blocking } from '../blocking/blocking.ts'
import type { Change } from '../folder/rows.ts'
import type { SubstitutionCode } from './substitution-cause.ts'

/** Why a change of a draw is declined. */
export interface SubstitutionReasons {
  'reason-not-applicable': {
    given: SubstitutionCode
    kind: Change['kind']
    codes: readonly SubstitutionCode[]
  }
  'reason-needs-words': Record<never, never>
  'target-not-selected': { draw: string; target: string; nearest: string | null }
  'target-is-reserve': { draw: string; target: string }
  'target-already-replaced': { draw: string; target: string; number: number }
  'reserves-used-up': { draw: string; target: string; stratum: string; reserves: number }
  'inspector-not-seated': { draw: string; inspector: string; target: string | null; nearest: string | null }
  'inspector-of-other-department': { inspector: string; department: string; given: string }
  'no-substitute': { draw: string; department: string; blocking: Blocking }
}
