import { sortByBytes } from '../bytes.ts'
import type { Rules } from '../rules/rules.ts'
import { causeIn } from '../visits/visit.ts'
import { finding, type PlanFinding } from './finding.ts'
import { type PlannedTask, takeOf, targetsFor } from './planned-task.ts'

/**
 * What caps leave too few targets for: single tasks, and all tasks ahead together. The bound is exact: a target takes no
 * more visits than its cap leaves, so that more planned visits than places can never be made.
 */
export function capFindings(tasks: readonly PlannedTask[], rules: Rules): PlanFinding[] {
  const capped = tasks.filter(
    ({ task, elsewhere }) => !elsewhere && !rules.exemptCauses.has(causeIn(task.cause)),
  )
  return [
    ...tasks.flatMap(({ task, frame, capped, elsewhere }) => {
      if (elsewhere) return [finding('task-elsewhere', false, { task: task.number })]
      const wanted = task.count ?? 1
      if (frame.length >= wanted) return []
      const details = { task: task.number, wanted, frame: frame.length, capped }
      if (capped > 0) return [finding('task-capped', true, details)]
      return frame.length === 0 ? [finding('task-nobody', true, { task: task.number })] : []
    }),
    ...(rules.capTotal === null ? [] : totalBeyond(capped, rules.capTotal)),
    ...(rules.capDepartment === null ? [] : departmentsBeyond(capped, rules.capDepartment)),
  ]
}

function totalBeyond(tasks: readonly PlannedTask[], cap: number): PlanFinding[] {
  const room = new Map<string, number>()
  for (const { frame, past } of tasks)
    for (const { target } of frame)
      room.set(past.firmOf(target), cap - (past.visits.get(past.firmOf(target)) ?? 0))
  const planned = tasks.reduce((sum, task) => sum + takeOf(task), 0)
  const places = [...room.values()].reduce((sum, left) => sum + Math.max(0, left), 0)
  return planned > places ? [finding('cap-total-beyond', true, { cap, planned, places })] : []
}

function departmentsBeyond(tasks: readonly PlannedTask[], cap: number): PlanFinding[] {
  const departments = sortByBytes([...new Set(tasks.flatMap(({ task }) => task.departments))])
  return departments.flatMap(department => {
    const room = new Map<string, number>()
    for (const { frame, past } of tasks)
      for (const { target, departments } of frame)
        if (departments.includes(department))
          room.set(past.firmOf(target), cap - (past.visitsBy.get(past.firmOf(target))?.get(department) ?? 0))
    const planned = tasks.reduce((sum, task) => sum + targetsFor(task, department).least, 0)
    const places = [...room.values()].reduce((sum, left) => sum + Math.max(0, left), 0)
    return planned > places
      ? [finding('cap-department-beyond', true, { department, cap, planned, places })]
      : []
  })
}
