import { byBytes } from '../../core/bytes.ts'
import { addOne } from '../../core/tally.ts'
import type { Store } from '../../store/open.ts'
import { readRecords } from '../../store/registry/registry.ts'
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
    addOne(visits, inspector)
    others.set(inspector, department)
  }
  const registered = [...readRecords(store, 'inspectors')].map((person): Worker => {
    others.delete(person.id)
    const [limit, own] = [person.get('yearly_limit'), visits.get(person.id) ?? 0]
    return {
      inspector: person.id,
      department: person.get('department'),
      station: person.get('station'),
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
