import { escapeControls } from '../../core/escape-controls.ts'
import type { PlanFinding } from '../../core/plan/finding.ts'
import type { MonthlyNeed } from '../../core/plan/inspectors.ts'
import type { NamingDesk } from '../naming.ts'
import { table } from '../table.ts'

/** The findings of a check of the plan: what would prevent a draw, then what is worth knowing, then the needs month by month. */
export function planLines(
  desk: NamingDesk,
  {
    year,
    tasks,
    ahead,
    findings,
    needs,
  }: {
    readonly year: string
    readonly tasks: number
    readonly ahead: number
    readonly findings: readonly PlanFinding[]
    readonly needs: readonly MonthlyNeed[]
  },
  /** What tasks are called, by number. */
  names: ReadonlyMap<string, string>,
): string[] {
  const { say } = desk
  const words = say.plan
  const bars = findings.filter(found => found.bars)
  const notes = findings.filter(found => !found.bars)
  const late = notes.filter(found => found.code === 'not-filed')
  const tell = (found: PlanFinding) => {
    const write = words.findings[found.code] as (details: PlanFinding['details']) => string
    return `  ${escapeControls(write(namedDetails(desk, found.details, names)))}`
  }
  return [
    words.head(year, tasks, ahead),
    ...(bars.length === 0 ? [words.noBars] : [words.bars(bars.length), ...bars.map(tell)]),
    ...(notes.length === 0
      ? []
      : [
          words.notes(notes.length),
          ...(late.length === 0
            ? []
            : [
                `  ${escapeControls(
                  words.notFiled(
                    late.map(({ details }) => desk.named('departments', details.department)),
                    late[0]!.details.day,
                  ),
                )}`,
              ]),
          ...notes.filter(found => found.code !== 'not-filed').map(tell),
        ]),
    ...(needs.length === 0 ? [] : ['', words.needs, ...needTable(desk, needs)]),
  ]
}

/** What a finding is told with: tasks, departments and targets by name. Items have their names beside them. */
function namedDetails(
  { named, say }: NamingDesk,
  details: PlanFinding['details'],
  names: ReadonlyMap<string, string>,
): PlanFinding['details'] {
  const name = (code: string) => named('departments', code)
  const task = (number: string) => say.published.certificate.named(number, names.get(number) ?? '')
  return {
    ...details,
    ...('department' in details ? { department: name(details.department) } : {}),
    ...('first' in details ? { first: named('targets', details.first) } : {}),
    ...('task' in details ? { task: task(details.task) } : {}),
    ...('tasks' in details ? { tasks: details.tasks.map(task) as [string, string] } : {}),
    ...('departments' in details ? { departments: details.departments.map(name) } : {}),
  }
}

function needTable({ say, window, named }: NamingDesk, needs: readonly MonthlyNeed[]): string[] {
  const { needColumns: columns } = say.plan
  const { seatNamed } = say.draw
  return table(
    window,
    [columns.department, columns.month, columns.tag, columns.needed, columns.capacity],
    needs.map(({ department, month, tag, least, most, capacity, capacityAtMost }) => [
      named('departments', department),
      month,
      tag === '' ? columns.all : escapeControls(seatNamed(tag)),
      span(least, most),
      span(capacity, capacityAtMost),
    ]),
    ['left', 'left', 'left', 'right', 'right'],
  )
}

function span(least: number, most: number): string {
  return least === most ? String(least) : `${least}–${most}`
}
