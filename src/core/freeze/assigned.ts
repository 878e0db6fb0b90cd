import { clauseText } from '../frame/clause-text.ts'
import type { Digest, EntryNumber } from '../ids.ts'
import { refusal } from '../refusal.ts'
import { windowOf } from '../registry/cells/window.ts'
import { NO } from '../registry/cells/words.ts'
import type { RecordCells } from '../registry/libraries/record-cells.ts'
import { asRecord } from '../registry/record.ts'
import type { AssignedList, Task } from '../registry/task.ts'
import type { RuleValues } from '../rules/rule-book.ts'
import type { FreezeReasons } from './reasons.ts'

const refuse = refusal<FreezeReasons>()

/**
 * A task whose list another level drew (上级派发名单): its targets are given, all of them are taken, and only who inspects
 * them is drawn here. A task that names nobody who drew its list stays as it is.
 */
export function assignedTask(row: RecordCells, task: Task): Task {
  const plan = asRecord('plan', row)
  const by = plan.later('assigned')
  if (by === '') return task
  const assigned: AssignedList = { by, number: plan.later('task_number'), proof: plan.later('list_proof') }
  const window = windowOf(plan.get('drawn_before') || NO)
  return { ...task, assigned, window, reserve: plan.get('reserve') || '0' }
}

/** The rules of a task: none that leaves targets out bears on a list that another level has settled. */
export function valuesForTask(task: Task, values: RuleValues): RuleValues {
  if (task.assigned === undefined) return values
  return {
    ...values,
    'cap-department': '不限',
    'cap-total': '不限',
    'drawn-window': NO,
    'grace-days': '0',
    'exempt-where': '',
    'item-limit-kinds': '',
    'waiting-draws': '不计',
    'firm-in-draw': '保留',
  }
}

/** A list of another level is taken whole: all of it, nobody in reserve, nobody left out. */
export function checkAssigned(task: Task): void {
  if (task.assigned === undefined) return
  const wrong = (heading: string, value: string, expected: string) => {
    throw refuse('assigned-not-whole', { task: task.number, by: task.assigned!.by, heading, value, expected })
  }
  if (markOf(task) === null)
    wrong('检查对象条件', task.conditions.map(clauseText).join(';'), '派发SJ-2026-07=…')
  if (task.count !== null) wrong('抽查数量', String(task.count), '')
  if (task.rate !== '100%') wrong('抽查比例', task.rate ?? '', '100%')
  if (task.rates.size > 0)
    wrong('分级比例', [...task.rates].map(([of, rate]) => `${of}=${rate}`).join(';'), '')
  if (task.reserve !== '0') wrong('替补', task.reserve, '0')
  if (task.window !== null) wrong('已抽排除', '是', NO)
}

/** What the heading begins with under which the firms of a list that was taken are marked in the registry. */
export const MARK_HEADING = '派发'

/** By which mark a task finds its list: that and nothing else, so that no further clause leaves anybody out. */
export interface ListMark {
  readonly heading: string
  /** The digest of the list as it came, or its beginning. */
  readonly mark: string
}

/** The mark in the condition of a task; null where it asks for anything else. */
export function markOf({ conditions }: Pick<Task, 'conditions'>): ListMark | null {
  const [clause, ...more] = conditions
  return clause === undefined || more.length > 0 ? null : markWritten(clauseText(clause))
}

/** The mark in a condition as terms and plans have it; null where it asks for anything else, or for more. */
export function markWritten(condition: string): ListMark | null {
  const [, heading, mark] = MARK.exec(condition) ?? []
  return heading === undefined ? null : { heading, mark: mark! }
}

const MARK = new RegExp(`^(${MARK_HEADING}[^=!<>]*)=([0-9a-f]{12,64})$`)

/** The targets that a draw has fixed: those that can be drawn, and those that are excluded. */
export function targetsFixed(
  frame: Iterable<{ readonly target: string }>,
  excluded: Iterable<{ readonly target: string }>,
): ReadonlySet<string> {
  const fixed = new Set<string>()
  for (const rows of [frame, excluded]) for (const { target } of rows) fixed.add(target)
  return fixed
}

/** A list as it was taken, and as its mark stands in the registry now. */
export interface TakenList {
  /** The first entry that took it. */
  readonly entry: EntryNumber
  /** The commitment of the draw that it is from, where its folder was at hand and held. */
  readonly commitment: Digest | null
  readonly taken: ReadonlySet<string>
  readonly standing: ReadonlySet<string>
}

/**
 * A list of another level is the one that came: taken by a command that the ledger has, its marks as they were put then,
 * and by the commitment of its draw where that was at hand. Whoever writes marks by himself makes no list.
 */
export function checkTaken(task: Task, list: TakenList | null): void {
  if (task.assigned === undefined) return
  const { by, proof } = task.assigned
  if (list === null) throw refuse('assigned-not-taken', { task: task.number, by, mark: markOf(task)!.mark })
  const { entry, commitment, taken, standing } = list
  if (commitment !== null && proof !== commitment)
    throw refuse('assigned-other-proof', { task: task.number, commitment, proof })
  const added = [...standing].filter(target => !taken.has(target))
  const removed = [...taken].filter(target => !standing.has(target))
  if (added.length + removed.length > 0)
    throw refuse('assigned-altered', { task: task.number, by, entry, added, removed })
}

/** Every target of the list is in the frame or excluded by name and reason; `fixed` are both. */
export function checkNobodyLeftOut(task: Task, list: TakenList, fixed: ReadonlySet<string>): void {
  const left = [...list.taken].filter(target => !fixed.has(target))
  if (left.length > 0) throw refuse('assigned-left-out', { task: task.number, by: task.assigned!.by, left })
}
