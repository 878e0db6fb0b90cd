import { capFindings } from '../../core/plan/caps.ts'
import { filingFindings } from '../../core/plan/filing.ts'
import { finding, type PlanFinding } from '../../core/plan/finding.ts'
import { inspectorFindings, monthlyNeeds } from '../../core/plan/inspectors.ts'
import { itemFindings, limitFindings } from '../../core/plan/items.ts'
import { overlapFindings } from '../../core/plan/overlap.ts'
import type { PlannedTask } from '../../core/plan/planned-task.ts'
import type { PlanReasons } from '../../core/plan/reasons.ts'
import { termFindings } from '../../core/plan/terms.ts'
import { refusal } from '../../core/refusal.ts'
import { library } from '../../core/registry/libraries/library.ts'
import { type Task, taskOf } from '../../core/registry/task.ts'
import { type Rules, rulesOf } from '../../core/rules/rules.ts'
import { attemptsAt } from '../../store/draws/draws.ts'
import type { Store } from '../../store/open.ts'
import { records } from '../../store/registry/registry.ts'
import { ruleValues } from '../../store/rules.ts'
import { lastEntry } from '../../store/views/log.ts'
import { type PlanChange, planHistory } from '../../store/views/plan-versions.ts'
import type { Desk } from '../../terminal/desk.ts'
import { planLines } from '../../terminal/reports/plan-report.ts'
import { lookAt } from '../draw/frame-of-task.ts'
import { itemsAt } from '../draw/freeze-checks.ts'
import { peopleOfTask } from '../draw/people-of-task.ts'
import { withStore, yearNamed } from '../session.ts'

const refuse = refusal<PlanReasons>()

/** plan check — looks ahead at a year's plan; exit 1 when something was found that bars a draw. Nothing is written. */
export async function checkPlan(desk: Desk, options: { readonly year?: string }): Promise<number> {
  return withStore(desk, store => {
    const today = desk.now.slice(0, 10)
    const year = options.year === undefined ? today.slice(0, 4) : yearNamed('--year', options.year)
    const rules = rulesOf(ruleValues(store))
    const history = planHistory(store)
    const planned = plannedTasks(store, history, year, today, rules)
    const ahead = planned.filter(({ drawn }) => !drawn)
    const departments = [...records(store, library('departments'))].map(([id]) => id!)
    const last = `${year}-${rules.filingDay}`
    const needs = monthlyNeeds(ahead)
    const findings: PlanFinding[] = [
      ...filingFindings(departments, planned, last, today),
      ...unexplained(history, planned, last),
      ...itemFindings(ahead, rules),
      ...termFindings(ahead, rules),
      ...limitFindings(ahead),
      ...capFindings(ahead, rules),
      ...overlapFindings(ahead),
      ...inspectorFindings(ahead, needs),
    ]
    const bars = findings.filter(found => found.bars).length
    const data = { year, tasks: planned.length, ahead: ahead.length, bars, findings, needs }
    desk.result(data, () => planLines(desk, data))
    return bars > 0 ? 1 : 0
  })
}

/** The lines of the plan whose period is in the year, by its first day, as they would be frozen today. */
function plannedTasks(
  store: Store,
  history: ReadonlyMap<string, readonly PlanChange[]>,
  year: string,
  today: string,
  rules: Rules,
): PlannedTask[] {
  const entry = lastEntry(store)
  const rows = [...records(store, library('plan'))].map(row => ({
    row,
    task: taskOf(row, today, rules.window),
  }))
  const ofYear = rows.filter(({ task }) => task.from.startsWith(`${year}-`))
  if (ofYear.length === 0 && rows.length > 0 && !rows.some(({ task }) => task.from >= `${year}-`)) {
    const years = [...new Set(rows.map(({ task }) => task.from.slice(0, 4)))].sort()
    throw refuse('no-such-plan', { year, years })
  }
  return ofYear
    .map(({ row, task }) =>
      plannedTask(store, task, history.get(row[0]!)?.[0]?.at.slice(0, 10) ?? today, entry, rules),
    )
    .sort((a, b) => (a.task.from < b.task.from ? -1 : a.task.from > b.task.from ? 1 : 0))
}

function plannedTask(store: Store, task: Task, filed: string, entry: number, rules: Rules): PlannedTask {
  const standing = attemptsAt(store, task.id).find(attempt => attempt.void === null)
  const [frozen, drawn] = [standing !== undefined, standing !== undefined && standing.run !== null]
  const itemsUsed = itemsAt(store, task, entry)
  // What stands before the next entry: all that is there now.
  const { framed, items: limited, past, strata } = lookAt(store, task, rules, itemsUsed, entry + 1)
  const { pool } = peopleOfTask(store, task, rules, [], entry + 1).pooled
  const { excluded } = framed.waterfall
  const capped = (excluded['cap-total'] ?? 0) + (excluded['cap-department'] ?? 0)
  return { task, filed, frozen, drawn, itemsUsed, limited, frame: framed.frame, strata, capped, past, pool }
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
        finding('changed-unexplained', false, { task: task.id, entry, at, actor }),
      ),
  )
}
