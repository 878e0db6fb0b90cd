import type { RuleNamed } from '../rules/reasons.ts'
import type { ItemOver } from './item-over.ts'
import type { LeftOutReason } from './pool.ts'

/** Why a task may not be frozen as it stands. */
export interface FreezeReasons {
  'item-not-in-force': { task: string; item: string; state: 'absent' | 'invalid' }
  'item-rate-exceeded': ItemOver & { task: string; over: number; room: number }
  'item-frequency-exceeded': {
    task: string
    item: string
    name: string
    limit: string
    most: number
    targets: number
    rule: RuleNamed
  }
  'item-without-limit': {
    task: string
    item: string
    name: string
    lacks: readonly ('rate' | 'frequency')[]
    rule: RuleNamed
  }
  'caps-leave-too-few': {
    task: string
    wanted: number
    frame: number
    capped: number
    rules: readonly RuleNamed[]
  }
  'missing-cause': { task: string; rule: RuleNamed }
  'unlisted-cause': { task: string; cause: string; rule: RuleNamed }
  'too-few-staff': { task: string; department: string; staff: number; least: number; rule: RuleNamed }
  'no-such-task': { task: string; nearest: string | null }
  'task-already-drawn': { task: string; draw: string; attempt: number }
  'task-id-taken': { task: string }
  'option-needs-ad-hoc-task': { option: string; task: string }
  'task-changed-since-freeze': { task: string; draw: string }
  'empty-frame': { task: string; registry: number; elsewhere: number; outside: number; excluded: number }
  'expert-is-inspector': { id: string }
  'nobody-for-seat': { department: string; seat: string; pool: number }
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
