import type { Day } from '../../core/dates.ts'
import { previewFrame } from '../../core/frame/preview.ts'
import { taskUnder } from '../../core/freeze/freeze-terms.ts'
import { staffedPreview } from '../../core/freeze/staffed-preview.ts'
import { type PlanChange, type PlanInput, tasksOfYear } from '../../core/plan/check.ts'
import { type Filing, filingOf } from '../../core/plan/filing.ts'
import { type PlannedTask, plannedTask } from '../../core/plan/planned-task.ts'
import { library } from '../../core/registry/libraries/library.ts'
import { idOf, type RecordCells } from '../../core/registry/libraries/record-cells.ts'
import { asRecord } from '../../core/registry/record.ts'
import type { Task } from '../../core/registry/task.ts'
import { yearOfTask } from '../../core/registry/task-id.ts'
import { type Rules, rulesOf } from '../../core/rules/rules.ts'
import { attemptsAt } from '../draws/draws.ts'
import { enginesIn } from '../engines.ts'
import type { Store } from '../open.ts'
import { readRecords, records } from '../registry/registry.ts'
import { adHocTasks, withdrawnLines } from '../registry/tasks.ts'
import { ruleValues } from '../rules.ts'
import { refuseAltered } from '../views/drawn.ts'
import { nextEntry } from '../views/log.ts'
import { planHistory } from '../views/plan-versions.ts'
import { frameInput, pairsInput, peopleInput } from './freeze-input.ts'

/** Reads a year's plan as it would be frozen today, one task after the other by their first days. */
export function planInput(store: Store, year: string, today: Day): PlanInput {
  refuseAltered(store)
  const rules = rulesOf(ruleValues(store))
  const history = planHistory(store)
  const adHoc = adHocTasks(store)
  const rows = new Map([...records(store, library('plan'))].map(row => [idOf(row), row]))
  const tasks = [...rows.values()].map(row => taskUnder(row, today, rules))
  const elsewhere = enginesIn(store).length > 0 && !hasTargets(store)
  const planned = tasksOfYear(tasks, year)
    .map(task => {
      const filing = adHoc.has(task.id) ? null : filingIn(rows.get(task.id)!, history, today)
      return asPlanned(store, task, rules, filing, elsewhere)
    })
    .sort((a, b) => (a.task.from < b.task.from ? -1 : a.task.from > b.task.from ? 1 : 0))
  const withdrawn = withdrawnLines(store)
    .filter(row => yearOfTask(idOf(row)) === year)
    .map(row => filingIn(row, history, today))
  const departments = [...readRecords(store, 'departments')].map(({ id }) => id)
  return { year, today, rules, planned, withdrawn, departments, history }
}

function filingIn(row: RecordCells, history: ReadonlyMap<string, readonly PlanChange[]>, today: Day): Filing {
  const plan = asRecord('plan', row)
  const [first] = history.get(plan.id) ?? []
  const line = { lead: plan.get('lead'), filed: plan.later('filed'), due: plan.later('due') }
  return filingOf(line, first === undefined ? today : (first.at.slice(0, 10) as Day))
}

function hasTargets(store: Store): boolean {
  return store.sql('select 1 from target where until is null limit 1').get() !== undefined
}

function asPlanned(
  store: Store,
  task: Task,
  rules: Rules,
  filing: Filing | null,
  elsewhere: boolean,
): PlannedTask {
  const entry = nextEntry(store)
  const attempts = attemptsAt(store, task.id)
  const standing = attempts.find(attempt => attempt.void === null && attempt.ended === null)
  const own = attempts.map(({ number }) => number)
  const input = frameInput(store, task, rules, own, entry)
  const all = previewFrame(input)
  const found = peopleInput(store, task, [], own, entry)
  const people = { ...found, experts: [...found.experts] }
  const { pooled, preview, unstaffable } = staffedPreview(task, rules, all, {
    ...people,
    ...pairsInput(store, task, people.experts, own, entry),
  })
  const state = {
    filing,
    frozen: standing !== undefined,
    drawn: standing !== undefined && standing.run !== null,
    elsewhere,
    itemsUsed: input.items,
  }
  return plannedTask(task, state, preview, pooled.pool, unstaffable)
}
