import type { Day } from '../dates.ts'
import { finding, type PlanFinding } from './finding.ts'
import type { PlannedTask } from './planned-task.ts'

/** Lines of the plan whose period is over and that nobody has drawn. */
export function overdueFindings(tasks: readonly PlannedTask[], today: Day): PlanFinding[] {
  return tasks
    .filter(({ task, drawn, filing }) => filing !== null && !drawn && task.to < today)
    .map(({ task: { number, to }, frozen }) => finding('overdue', false, { task: number, to, frozen }))
}
