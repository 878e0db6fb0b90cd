import { sortByBytes } from '../bytes.ts'
import type { Day } from '../dates.ts'
import { countCommon } from '../packed/row-set.ts'
import type { Task } from '../registry/task.ts'
import { finding, type PlanFinding } from './finding.ts'
import type { PlannedTask } from './planned-task.ts'

/** Pairs of tasks ahead that are about the same targets in the same weeks to come: one joint visit could serve both. */
export function overlapFindings(planned: readonly PlannedTask[], today: Day): PlanFinding[] {
  const tasks = planned.filter(({ task }) => task.to >= today)
  return tasks.flatMap((b, i) =>
    tasks.slice(0, i).flatMap(a => {
      const targets = meet(a, b) ? countCommon(a.rows.all, b.rows.all) : 0
      return targets === 0 ? [] : [overlap(a.task, b.task, today, targets)]
    }),
  )
}

function overlap(a: Task, b: Task, today: Day, targets: number): PlanFinding {
  return finding('overlap', false, {
    tasks: [a.number, b.number],
    departments: sortByBytes([...new Set([...a.departments, ...b.departments])]),
    from: [a.from, b.from, today].sort()[2]!,
    to: [a.to, b.to].sort()[0]!,
    targets,
  })
}

function meet({ task: a }: PlannedTask, { task: b }: PlannedTask): boolean {
  return a.from <= b.to && b.from <= a.to
}
