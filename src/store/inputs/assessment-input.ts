import { dayOf } from '../../core/dates.ts'
import type { DepartmentCode } from '../../core/ids.ts'
import { filingOf, lastFilingDay } from '../../core/plan/filing.ts'
import { yearOfTask } from '../../core/registry/task-id.ts'
import type { Indicator, Share, Shares } from '../../core/report/assessment.ts'
import { countsOfDepartment, type ResultFigures } from '../../core/report/result-figures.ts'
import { visitsMade } from '../../core/report/visits-made.ts'
import { rulesOf } from '../../core/rules/rules.ts'
import type { Store } from '../open.ts'
import { readRecords } from '../registry/registry.ts'
import { adHocTasks } from '../registry/tasks.ts'
import { ruleValues } from '../rules.ts'
import { planHistory } from '../views/plan-versions.ts'
import { drawnVisits } from '../views/reports.ts'
import { drawsOfYear } from './results-input.ts'

/** What each department that did or led anything in a year is assessed by: by who did it, not by whose library a target stands in. */
export function assessmentShares(
  store: Store,
  year: string,
  figures: ResultFigures,
): { readonly department: DepartmentCode; readonly shares: Shares }[] {
  const tasks = tasksLed(store, year, figures)
  const visits = visitsOf(store, year)
  const names = new Set([
    ...[...readRecords(store, 'departments')].map(({ id }) => id),
    ...figures.by.department.map(({ name }) => name as DepartmentCode),
    ...visits.keys(),
  ])
  return [...names].flatMap(department => {
    const counts = countsOfDepartment(figures, department)
    const led = tasks.filter(({ lead }) => lead === department)
    const own = visits.get(department) ?? { all: 0, joint: 0 }
    if (led.length === 0 && counts.due === 0 && own.all === 0) return []
    const share = (part: number, whole: number): Share => ({ part, whole })
    const shares: Record<Indicator, Share> = {
      计划报送: share(led.filter(({ inTime }) => inTime).length, led.length),
      计划完成: share(led.filter(({ done }) => done).length, led.length),
      任务完成: share(counts.inspected, counts.due),
      按期公示: share(counts.inTime, counts.inspected),
      联合占比: share(own.joint, own.all),
      非现场占比: share(counts.offSite, counts.inspected),
      问题完结: share(counts.settled, counts.problems),
    }
    return [{ department, shares }]
  })
}

interface TaskLed {
  readonly lead: DepartmentCode
  readonly inTime: boolean
  readonly done: boolean
}

/** Lines of the year's plan: filed in time, and wholly inspected by a draw that stands. Ad-hoc tasks are no lines. */
function tasksLed(store: Store, year: string, figures: ResultFigures): TaskLed[] {
  const { filingDay } = rulesOf(ruleValues(store))
  const last = lastFilingDay(year, filingDay)
  const history = planHistory(store)
  const adHoc = adHocTasks(store)
  const drawn = new Set(drawsOfYear(store, year).flatMap(draw => (draw.void === null ? [draw.taskId] : [])))
  const counts = new Map(figures.by.task.map(({ name, counts }) => [name, counts]))
  return [...readRecords(store, 'plan')].flatMap((plan): TaskLed[] => {
    if (yearOfTask(plan.id) !== year || adHoc.has(plan.id)) return []
    const [first] = history.get(plan.id) ?? []
    const line = { lead: plan.get('lead'), filed: plan.later('filed'), due: plan.later('due') }
    const { department, filed, due } = filingOf(line, first === undefined ? last : dayOf(first.at))
    const own = counts.get(plan.id)
    const done = drawn.has(plan.id) && own !== undefined && own.inspected === own.due
    return [{ lead: department, inTime: filed <= (due ?? last), done }]
  })
}

/** The drawn visits of each department, and how many of them were made together with others; common visits are one. */
function visitsOf(
  store: Store,
  year: string,
): ReadonlyMap<DepartmentCode, { readonly all: number; readonly joint: number }> {
  const counts = new Map<DepartmentCode, { all: number; joint: number }>()
  for (const { departments } of visitsMade(drawnVisits(store, year))) {
    for (const department of departments) {
      const own = counts.get(department) ?? { all: 0, joint: 0 }
      counts.set(department, own)
      own.all++
      if (departments.size > 1) own.joint++
    }
  }
  return counts
}
