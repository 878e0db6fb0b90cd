import { sortByBytes } from '../bytes.ts'
import type { Day } from '../dates.ts'
import { addOne } from '../tally.ts'
import { finding, type PlanFinding } from './finding.ts'
import type { PlannedTask } from './planned-task.ts'

/** Pairs of tasks ahead that are about the same targets in the same weeks to come: one joint visit could serve both. */
export function overlapFindings(planned: readonly PlannedTask[], today: Day): PlanFinding[] {
  const tasks = planned.filter(({ task }) => task.to >= today)
  const shared = new Map<string, number>()
  const tasksOf = new Map<string, number[]>()
  for (const [i, { frame }] of tasks.entries()) {
    for (const { target } of frame) {
      const earlier = tasksOf.get(target) ?? []
      for (const other of earlier) {
        if (!meet(tasks[other]!, tasks[i]!)) continue
        const pair = `${other} ${i}`
        addOne(shared, pair)
      }
      tasksOf.set(target, [...earlier, i])
    }
  }
  return [...shared].map(([pair, targets]) => {
    const [a, b] = pair.split(' ').map(i => tasks[Number(i)]!.task) as [
      PlannedTask['task'],
      PlannedTask['task'],
    ]
    return finding('overlap', false, {
      tasks: [a.number, b.number],
      departments: sortByBytes([...new Set([...a.departments, ...b.departments])]),
      from: [a.from, b.from, today].sort()[2]!,
      to: [a.to, b.to].sort()[0]!,
      targets,
    })
  })
}

function meet({ task: a }: PlannedTask, { task: b }: PlannedTask): boolean {
  return a.from <= b.to && b.from <= a.to
}
