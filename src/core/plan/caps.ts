import { sortByBytes } from '../bytes.ts'
import type { Past } from '../frame/visit-history.ts'
import type { TargetId } from '../ids.ts'
import { hasRow, type RowSet } from '../packed/row-set.ts'
import type { Rules } from '../rules/rules.ts'
import { causeIn } from '../visits/visit.ts'
import { finding, type PlanFinding } from './finding.ts'
import { type PlannedRows, together } from './planned-rows.ts'
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
    ...tasks.flatMap(({ task, size, capped, elsewhere }) => {
      if (elsewhere) return [finding('task-elsewhere', false, { task: task.number })]
      const wanted = task.count ?? 1
      if (size >= wanted) return []
      const details = { task: task.number, wanted, frame: size, capped }
      if (capped > 0) return [finding('task-capped', true, details)]
      return size === 0 ? [finding('task-nobody', true, { task: task.number })] : []
    }),
    ...(rules.capTotal === null ? [] : totalBeyond(capped, rules.capTotal)),
    ...(rules.capDepartment === null ? [] : departmentsBeyond(capped, rules.capDepartment)),
  ]
}

function totalBeyond(tasks: readonly PlannedTask[], cap: number): PlanFinding[] {
  const planned = tasks.reduce((sum, task) => sum + takeOf(task), 0)
  const places = placesLeft(
    tasks,
    cap,
    rows => rows.all,
    ({ visits }, firm) => visits.get(firm),
  )
  return planned > places ? [finding('cap-total-beyond', true, { cap, planned, places })] : []
}

function departmentsBeyond(tasks: readonly PlannedTask[], cap: number): PlanFinding[] {
  const departments = sortByBytes([...new Set(tasks.flatMap(({ task }) => task.departments))])
  return departments.flatMap(department => {
    const planned = tasks.reduce((sum, task) => sum + targetsFor(task, department).least, 0)
    const places = placesLeft(
      tasks,
      cap,
      rows => rows.goneToBy(department),
      ({ visitsBy }, firm) => visitsBy.get(firm)?.get(department),
    )
    return planned > places
      ? [finding('cap-department-beyond', true, { department, cap, planned, places })]
      : []
  })
}

/** The visits that a cap leaves for all targets of the tasks. Who is known by no name was never visited and answers for itself. */
function placesLeft(
  tasks: readonly PlannedTask[],
  cap: number,
  rowsOf: (rows: PlannedRows) => RowSet,
  visitsTo: (past: Past, firm: TargetId) => number | undefined,
): number {
  const { named, unnamed } = together(tasks, rowsOf)
  const room = new Map<TargetId, number>()
  for (const { rows, past } of tasks) {
    const own = rowsOf(rows)
    for (const [target, number] of named) {
      if (!hasRow(own, number)) continue
      const firm = past.firmOf(target)
      room.set(firm, cap - (visitsTo(past, firm) ?? 0))
    }
  }
  return [...room.values()].reduce((sum, left) => sum + Math.max(0, left), unnamed * Math.max(0, cap))
}
