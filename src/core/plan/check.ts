import type { Day } from '../dates.ts'
import type { DepartmentCode, EntryNumber } from '../ids.ts'
import { refusal } from '../refusal.ts'
import type { Task } from '../registry/task.ts'
import { yearOfTask } from '../registry/task-id.ts'
import type { Rules } from '../rules/rules.ts'
import { capFindings } from './caps.ts'
import { type Filing, filingFindings, lastFilingDay } from './filing.ts'
import { finding, type PlanFinding } from './finding.ts'
import { inspectorFindings, monthlyNeeds } from './inspectors.ts'
import { itemFindings, limitFindings } from './items.ts'
import { overdueFindings } from './overdue.ts'
import { overlapFindings } from './overlap.ts'
import type { PlannedTask } from './planned-task.ts'
import type { PlanReasons } from './reasons.ts'
import { termFindings } from './terms.ts'
import { unstaffableFindings } from './unstaffable.ts'

const refuse = refusal<PlanReasons>()

/** An entry of the ledger that gave a line of the plan a version: when, who, and why if it says so. */
export interface PlanChange {
  readonly entry: EntryNumber
  /** With the offset of the office's clock. */
  readonly at: string
  readonly actor: string
  readonly reason: string
}

/** A year's plan, and what it is judged by. */
export interface PlanInput {
  readonly year: string
  readonly today: Day
  readonly rules: Rules
  /** The lines of the plan of the year. */
  readonly planned: readonly PlannedTask[]
  /** How lines of the year were filed that are no longer in the plan. */
  readonly withdrawn: readonly Filing[]
  readonly departments: readonly DepartmentCode[]
  /** The changes of each line, oldest first. */
  readonly history: ReadonlyMap<string, readonly PlanChange[]>
}

/** What a look ahead at a year's plan found. */
export interface PlanCheck {
  readonly year: string
  /** Lines of the plan; ad-hoc tasks are none. */
  readonly tasks: number
  /** Those that are not drawn yet. */
  readonly ahead: number
  /** Findings that must be mended before the tasks can be drawn. */
  readonly bars: number
  readonly findings: readonly PlanFinding[]
  readonly needs: ReturnType<typeof monthlyNeeds>
}

/** Looks ahead at a year's plan: what would bar a draw, and what an office should know. */
export function checkPlan(input: PlanInput): PlanCheck {
  const { year, today, rules, planned, withdrawn, departments, history } = input
  const filings = planned.flatMap(({ filing }) => (filing === null ? [] : [filing]))
  const ahead = planned.filter(({ drawn }) => !drawn)
  const last = lastFilingDay(year, rules.filingDay)
  const needs = monthlyNeeds(ahead)
  const findings: PlanFinding[] = [
    ...filingFindings(departments, [...filings, ...withdrawn], last, today),
    ...overdueFindings(planned, today),
    ...unexplained(history, planned, last),
    ...itemFindings(ahead, rules),
    ...termFindings(ahead, rules),
    ...limitFindings(ahead),
    ...capFindings(ahead, rules),
    ...overlapFindings(ahead, today),
    ...inspectorFindings(ahead, needs),
    ...unstaffableFindings(ahead),
  ]
  const bars = findings.filter(found => found.bars).length
  const tasksAhead = ahead.filter(({ filing }) => filing !== null).length
  return { year, tasks: filings.length, ahead: tasksAhead, bars, findings, needs }
}

/** The tasks of the plan of a year; refuses a year of which the plan says nothing any more. */
export function tasksOfYear(tasks: readonly Task[], year: string): Task[] {
  const ofYear = tasks.filter(({ id }) => yearOfTask(id) === year)
  if (ofYear.length === 0 && tasks.length > 0 && !tasks.some(({ id }) => yearOfTask(id) >= year)) {
    const years = [...new Set(tasks.map(({ id }) => yearOfTask(id)))].sort()
    throw refuse('no-such-plan', { year, years })
  }
  return ofYear
}

/** Changes of standing lines after the filing day that say no reason. */
function unexplained(
  history: ReadonlyMap<string, readonly PlanChange[]>,
  planned: readonly PlannedTask[],
  last: string,
): PlanFinding[] {
  return planned.flatMap(({ task }) =>
    (history.get(task.id) ?? [])
      .slice(1)
      .filter(({ at, reason }) => at.slice(0, 10) > last && reason === '')
      .map(({ entry, at, actor }) =>
        finding('changed-unexplained', false, { task: task.number, entry, at, actor }),
      ),
  )
}
