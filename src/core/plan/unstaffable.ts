import { countBy } from '../tally.ts'
import { finding, type PlanFinding } from './finding.ts'
import { largeTeams } from './inspectors.ts'
import type { PlannedTask } from './planned-task.ts'

/** Targets of tasks ahead that a freeze would exclude because nobody may staff them; a task of which nobody is left is refused. */
export function unstaffableFindings(tasks: readonly PlannedTask[]): PlanFinding[] {
  return tasks
    .filter(({ frozen }) => !frozen)
    .flatMap(planned => {
      const { task, frame, unstaffable, weightOf } = planned
      const all = frame.every(({ target }) => unstaffable.has(target))
      if (all && largeTeams(planned).length > 0) return []
      const counts = countBy(
        unstaffable,
        ([, department]) => department,
        ([target]) => weightOf({ target }),
      )
      return [...counts].map(([department, targets]) => {
        const [first] = [...unstaffable].find(([, lacking]) => lacking === department)!
        return finding('unstaffable', all, { task: task.number, department, targets, first, all })
      })
    })
}
