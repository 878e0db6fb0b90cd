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
  if (task.conditions.length === 0) wrong('检查对象条件', '', '派发名单=…')
  if (task.count !== null) wrong('抽查数量', String(task.count), '')
  if (task.rate !== '100%') wrong('抽查比例', task.rate ?? '', '100%')
  if (task.rates.size > 0)
    wrong('分级比例', [...task.rates].map(([of, rate]) => `${of}=${rate}`).join(';'), '')
  if (task.reserve !== '0') wrong('替补', task.reserve, '0')
  if (task.window !== null) wrong('已抽排除', '是', NO)
}
