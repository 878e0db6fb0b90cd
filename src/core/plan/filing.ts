import { type Day, dayOf } from '../dates.ts'
import type { DepartmentCode } from '../ids.ts'
import { finding, type PlanFinding } from './finding.ts'
import type { PlannedTask } from './planned-task.ts'

/** The last day to file the plan of a year, by the rule's `MM-DD`, which every year has. */
export function lastFilingDay(year: string, monthDay: string): Day {
  return dayOf(`${year}-${monthDay}`)
}

/**
 * Departments that have not filed a plan of their own, and those that filed after the day (离政发〔2019〕34号: 31
 * January). Before that day nobody is late yet. A department files the tasks that it leads.
 */
export function filingFindings(
  departments: readonly DepartmentCode[],
  tasks: readonly PlannedTask[],
  last: Day,
  today: Day,
): PlanFinding[] {
  const filed = new Map<string, Day>()
  for (const { task, filed: on } of tasks) {
    const first = filed.get(task.lead)
    if (first === undefined || on < first) filed.set(task.lead, on)
  }
  return departments.flatMap(department => {
    const on = filed.get(department)
    if (on === undefined) return today > last ? [finding('not-filed', false, { department, day: last })] : []
    return on > last ? [finding('filed-late', false, { department, filed: on, day: last })] : []
  })
}
