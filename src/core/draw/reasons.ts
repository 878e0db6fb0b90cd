import type { Blocking } from './blocking/blocking.ts'
import type { SeedProblem } from './seed/seed.ts'

/** Why a draw cannot be made, or is not as the command needs it. */
export interface DrawReasons {
  'no-such-draw': { draw: string; nearest: string | null }
  'draw-not-run': { draw: string }
  /** It ended without a result: its seed found no teams, or it was not run by its last day. */
  'draw-failed': { draw: string; department: string }
  'draw-lapsed': { draw: string; last: string }
  'draw-run': { draw: string }
  'draw-void': { draw: string }
  /** The database's tables tell something else of a draw than the files that were kept of it. */
  'draw-altered': { draw: string; table: string; expected: string; found: string }
  'kept-file-damaged': { file: string }
  'invalid-seed': { problem: SeedProblem; sources: readonly string[] }
  /** One event has one value. */
  'source-valued-otherwise': { source: string; draw: string; value: string; given: string }
  /** Nobody can know its value yet. */
  'source-ahead': { source: string; due: string; now: string }
  infeasible: { blocking: Blocking; department: string }
}
