import type { Day } from '../dates.ts'
import type { Ending } from '../draw/draw-state.ts'
import type { FaultyItem } from '../frame/item-faults.ts'
import type { ItemOver } from '../frame/item-over.ts'
import type { PrivateKind } from '../publication/private-data.ts'
import type { RuleNamed } from '../rules/reasons.ts'

/** Why a task may not be frozen as it stands. */
export interface FreezeReasons {
  'item-not-in-force': { task: string; item: string; state: 'absent' | 'invalid' }
  /** No item at all, items of others, items without a basis: by the rule `items-bind`. */
  'task-without-item': { task: string; rule: RuleNamed }
  'item-of-other-department': { task: string; items: readonly FaultyItem[]; rule: RuleNamed }
  /** An option of an ad-hoc task, and what is wrong with it. */
  'invalid-task': { option: string; value: string; sentence: string }
  'item-without-body': { task: string; items: readonly FaultyItem[]; rule: RuleNamed }
  'item-without-basis': { task: string; items: readonly FaultyItem[]; rule: RuleNamed }
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
  'waiting-leave-too-few': {
    task: string
    wanted: number
    frame: number
    waiting: number
    /** Draws that are frozen and not yet run. */
    draws: readonly string[]
    rule: RuleNamed
  }
  /** A list of another level of which not all would be taken. */
  'assigned-not-whole': { task: string; by: string; heading: string; value: string; expected: string }
  /** No command took the list that the condition asks for. */
  'assigned-not-taken': { task: string; by: string; mark: string }
  /** The list came with the folder of its draw, and the plan names another proof. */
  'assigned-other-proof': { task: string; commitment: string; proof: string }
  /** Marks were put or taken away since the list was taken. */
  'assigned-altered': {
    task: string
    by: string
    entry: number
    added: readonly string[]
    removed: readonly string[]
  }
  /** Targets of the list that would be neither drawn from nor excluded by name. */
  'assigned-left-out': { task: string; by: string; left: readonly string[] }
  'missing-cause': { task: string; rule: RuleNamed }
  'unlisted-cause': { task: string; cause: string; rule: RuleNamed }
  'too-few-staff': { task: string; department: string; staff: number; least: number; rule: RuleNamed }
  'no-such-task': { task: string; nearest: string | null }
  'task-already-drawn': { task: string; draw: string; attempt: number }
  /** The last attempt ended without a result: its commitment is used up, or it lapsed. */
  'attempt-ended': { task: string; draw: string; attempt: number; how: Ending }
  'task-id-taken': { task: string }
  'option-needs-ad-hoc-task': { option: string; task: string }
  'task-changed-since-freeze': { task: string; draw: string }
  /** Its period is over, and nobody said why it is frozen or drawn all the same. */
  'period-over': { step: 'freeze' | 'run'; task: string; to: Day; today: Day }
  /** The year in which its period begins has not come, and nobody said why it is frozen now. */
  'period-ahead': { task: string; from: Day; today: Day }
  /** It was frozen and then taken out of the plan. */
  'task-retired': { task: string; draw: string }
  /** What would stand in published files and may not. */
  'stratum-not-public': { task: string; field: string }
  'stratum-with-number': { task: string; stratum: string }
  /** `record` is the code of the record of `library` that has it; null where the task has it itself. */
  'private-data-to-publish': {
    task: string
    heading: string
    record: string | null
    library?: 'items' | 'departments' | 'inspectors' | 'targets'
    kind: PrivateKind | 'name'
    text: string
  }
  'minimum-above-count': { task: string; minimum: number; needed: number; count: number; rule: RuleNamed }
  /** The program would not read what it was to write: `column` of a line, or the path of a value in the commitment. */
  'frozen-unreadable': {
    task: string
    file: string
    line: number | null
    column: string | null
    found: string
  }
  /** The sources of a draw that is announced: what somebody may know already, or too little of it. */
  'no-public-source': { task: string; sources: readonly string[] }
  'source-without-form': { task: string; source: string; example: string }
  /** `isCertain` is false where one drawing goes by its number and another by its day, so that nobody can tell. */
  'one-event-twice': { task: string; sources: readonly string[]; isCertain: boolean }
  'source-is-due': { task: string; source: string; due: string; now: string }
  /** `another` is an event of the same kind that nobody knows, where one can be named. */
  'source-is-known': { task: string; source: string; draw: string; value: string; another: string }
  'weak-seed': { task: string; outcomes: string; strata: readonly string[]; dice: number; proposal: string }
  /** Another draw waits with the same frame for the same seed. */
  'twin-frozen': { task: string; draw: string }
  /** A source of a plan that was imported before there were forms. */
  'unreadable-source': { task: string; source: string }
  'empty-frame': { task: string; registry: number; elsewhere: number; outside: number; excluded: number }
}
