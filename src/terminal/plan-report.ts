import type { PlanFinding } from '../core/rules/plan-finding.ts'
import type { MonthlyNeed } from '../core/rules/plan-inspectors.ts'
import type { Desk } from './desk.ts'
import { inert, table } from './table.ts'

/** What a check of the plan found, as it is told: what bars first, then what is worth knowing, then the months. */
export function planLines(
  { say }: Desk,
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
): string[] {
  const words = say.plan
  const bars = findings.filter(found => found.bars)
  const notes = findings.filter(found => !found.bars)
  const tell = (found: PlanFinding) => {
    const write = words.findings[found.code] as (details: PlanFinding['details']) => string
    return `  ${inert(write(found.details))}`
  }
  return [
    words.head(year, tasks, ahead),
    ...(bars.length === 0 ? [words.noBars] : [words.bars(bars.length), ...bars.map(tell)]),
    ...(notes.length === 0 ? [] : [words.notes(notes.length), ...notes.map(tell)]),
    ...(needs.length === 0 ? [] : ['', words.needs, ...needTable(words.needColumns, needs)]),
  ]
}

function needTable(columns: Desk['say']['plan']['needColumns'], needs: readonly MonthlyNeed[]): string[] {
  return table(
    [columns.department, columns.month, columns.tag, columns.needed, columns.capacity],
    needs.map(({ department, month, tag, least, most, capacity, capacityAtMost }) => [
      inert(department),
      month,
      inert(tag) || columns.all,
      span(least, most),
      span(capacity, capacityAtMost),
    ]),
    ['left', 'left', 'left', 'right', 'right'],
  )
}

function span(least: number, most: number): string {
  return least === most ? String(least) : `${least}–${most}`
}
