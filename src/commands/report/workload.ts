import { byBytes } from '../../core/bytes.ts'
import { library } from '../../core/registry/libraries/library.ts'
import { columnOf } from '../../core/registry/libraries/record-cells.ts'
import type { Store } from '../../store/open.ts'
import { records } from '../../store/registry/registry.ts'
import { seatsInYear } from '../../store/views/reports.ts'
import type { Desk } from '../../terminal/desk.ts'
import { type Worker, workloadLines } from '../../terminal/reports/report-figures.ts'

/**
 * report workload — the visits of each inspector in a year, against the yearly limit; then of whoever else went: experts,
 * and people who left the registry since.
 */
export function workload(desk: Desk, store: Store, year: string): void {
  const visits = new Map<string, number>()
  const others = new Map<string, string>()
  for (const { inspector, department } of seatsInYear(store, year)) {
    visits.set(inspector, (visits.get(inspector) ?? 0) + 1)
    others.set(inspector, department)
  }
  const of = library('inspectors')
  const registered = [...records(store, of)].map((row): Worker => {
    others.delete(row[0]!)
    const [limit, own] = [row[columnOf(of, 'yearly_limit')]!, visits.get(row[0]!) ?? 0]
    return {
      inspector: row[0]!,
      department: row[columnOf(of, 'department')]!,
      station: row[columnOf(of, 'station')]!,
      visits: own,
      limit: limit === '' ? null : Number(limit),
      left: limit === '' ? null : Math.max(0, Number(limit) - own),
    }
  })
  const more = [...others].map(([inspector, department]): Worker => {
    return { inspector, department, station: '', visits: visits.get(inspector)!, limit: null, left: null }
  })
  const people = [...registered, ...more.sort((a, b) => byBytes(a.inspector, b.inspector))]
  desk.result({ year, people }, () => workloadLines(desk, year, people))
}
