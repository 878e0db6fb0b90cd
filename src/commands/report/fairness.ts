import { fairYear } from '../../core/report/fair-year.ts'
import { drawsOfYear } from '../../store/inputs/draws-of-year.ts'
import type { Store } from '../../store/open.ts'
import type { Desk } from '../../terminal/desk.ts'
import { fairnessData, fairnessLines } from '../../terminal/reports/fairness-report.ts'

/** report fairness — void attempts, substitutions, who meets whom, who visits how often, and what was drawn against what could be. */
export function fairness(desk: Desk, store: Store, year: string): void {
  const { draws, standing } = drawsOfYear(store, year)
  const told = fairYear(year, draws, standing)
  desk.result(fairnessData(told), () => fairnessLines(desk, told))
}
