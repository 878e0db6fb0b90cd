import { workloadOf } from '../../core/report/workload.ts'
import type { Store } from '../../store/open.ts'
import { readRecords } from '../../store/registry/registry.ts'
import { seatsInYear } from '../../store/views/reports.ts'
import type { Desk } from '../../terminal/desk.ts'
import { workloadLines } from '../../terminal/reports/figures-report.ts'

/** report workload — the visits of each inspector in a year, against the yearly limit. */
export function workload(desk: Desk, store: Store, year: string): void {
  const people = workloadOf(readRecords(store, 'inspectors'), seatsInYear(store, year))
  desk.result({ year, people }, () => workloadLines(desk, year, people))
}
