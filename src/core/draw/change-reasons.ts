import type { SubstitutionCode } from '../rules/substitution-reason.ts'
import type { Blocking } from './blocking.ts'
import type { Change } from './folder.ts'

/** Why a change of a draw is declined. */
export interface ChangeReasons {
  'one-of-options': { options: readonly string[] }
  'option-useless': { option: string; with: string }
  'reason-unfit': { given: SubstitutionCode; kind: Change['kind']; codes: readonly SubstitutionCode[] }
  'reason-wordless': Record<never, never>
  'text-character': { option: string; character: string }
  'target-not-selected': { draw: string; target: string; nearest: string | null }
  'target-reserve': { draw: string; target: string }
  'target-fallen': { draw: string; target: string; number: number }
  'reserves-used-up': { draw: string; target: string; stratum: string; reserves: number }
  'inspector-not-seated': { draw: string; inspector: string; target: string | null; nearest: string | null }
  'inspector-elsewhere': { inspector: string; department: string; given: string }
  'substitute-nobody': { draw: string; department: string; blocking: Blocking }
}
