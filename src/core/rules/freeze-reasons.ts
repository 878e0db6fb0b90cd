import type { ItemOver } from './item-over.ts'
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
}
