import { byBytes } from '../bytes.ts'
import type { RecordOf } from '../registry/record.ts'
import { addOne } from '../tally.ts'

/** What one inspector did in a year; `limit` and `left` are null where there is no yearly limit. */
export interface Worker {
  readonly inspector: string
  readonly department: string
  readonly station: string
  readonly visits: number
  readonly limit: number | null
  readonly left: number | null
}

/**
 * The visits of each inspector of the registry, against the yearly limit; then of whoever else went: experts, and people
 * who left the registry since.
 */
export function workloadOf(
  inspectors: Iterable<RecordOf<'inspectors'>>,
  seats: Iterable<{ readonly inspector: string; readonly department: string }>,
): Worker[] {
  const visits = new Map<string, number>()
  const others = new Map<string, string>()
  for (const { inspector, department } of seats) {
    addOne(visits, inspector)
    others.set(inspector, department)
  }
  const registered = [...inspectors].map((person): Worker => {
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
  return [...registered, ...more.sort((a, b) => byBytes(a.inspector, b.inspector))]
}
