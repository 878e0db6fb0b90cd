import type { LeftOutReason } from './pool.ts'

/** Why a task has not the people that its seats ask for. */
export interface PoolReasons {
  'expert-is-inspector': { id: string }
  /** `uncertified`: left out of the pool for want of a certificate. */
  'nobody-for-seat': { department: string; seat: string; pool: number; uncertified: number }
}

/** Why an inspector is not lent by a neighbour. */
export interface LendingReasons {
  'invalid-lending': { value: string }
  'unknown-lending-department': { inspector: string; department: string; known: readonly string[] }
  'lent-to-own-department': { inspector: string; department: string }
  'duplicate-lending': { inspector: string }
  'lent-person-unfit': { inspector: string; department: string; why: LeftOutReason }
  'lending-already-fixed': { task: string; draw: string }
}
