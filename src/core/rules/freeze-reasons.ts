import type { ItemOver } from './item-over.ts'
import type { LeftOutReason } from './pool.ts'
import type { RuleNamed } from './rule-reasons.ts'

/** Why a task may not be frozen as it stands. */
export interface FreezeReasons {
  'item-gone': { task: string; item: string; state: 'absent' | 'invalid' }
  'item-over': ItemOver & { task: string; over: number; room: number }
  'item-often': {
    task: string
    item: string
    name: string
    limit: string
    most: number
    targets: number
    rule: RuleNamed
  }
  'item-unlimited': {
    task: string
    item: string
    name: string
    lacks: readonly ('rate' | 'frequency')[]
    rule: RuleNamed
  }
  'cap-unmet': { task: string; wanted: number; frame: number; capped: number; rules: readonly RuleNamed[] }
  'cause-missing': { task: string; rule: RuleNamed }
  'cause-unlisted': { task: string; cause: string; rule: RuleNamed }
  'team-short': { task: string; department: string; staff: number; least: number; rule: RuleNamed }
  'lend-form': { value: string }
  'lend-department': { inspector: string; department: string; known: readonly string[] }
  'lend-own': { inspector: string; department: string }
  'lend-twice': { inspector: string }
  'lend-unfit': { inspector: string; department: string; why: LeftOutReason }
  'lend-fixed': { task: string; draw: string }
}
