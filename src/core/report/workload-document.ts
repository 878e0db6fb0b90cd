import { byBytes } from '../bytes.ts'
import type { Day } from '../dates.ts'
import type { DepartmentCode } from '../ids.ts'
import type { Document } from '../publication/document.ts'
import { countBy } from '../tally.ts'
import { barPages } from './bar-pages.ts'
import type { FigureWords } from './figure-words.ts'
import type { Worker } from './workload.ts'

/**
 * 检查人员工作量: each inspector's visits against the yearly limit, the busiest of each department first. Whoever has made
 * none is counted by department in one sentence, and stands by name in `data` (CSV and workbook) alone: else most of a
 * large district's pages are empty bars.
 */
export function workloadDocument(
  { year, today, people }: { readonly year: string; readonly today: Day; readonly people: readonly Worker[] },
  words: FigureWords,
  headings: readonly string[],
  departmentName: (code: DepartmentCode) => string,
  personCalled: (id: string) => string,
): Document {
  const own = words.pictures.workload
  const ordered = people.toSorted(
    (a, b) => byBytes(a.department, b.department) || b.visits - a.visits || byBytes(a.inspector, b.inspector),
  )
  const name = (one: Worker) => departmentName(one.department as DepartmentCode)
  const rowOf = (one: Worker) => [
    ...[name(one), one.inspector, one.station, String(one.visits)],
    ...[one.limit, one.left].map(count => (count === null ? words.none : String(count))),
  ]
  const busy = ordered.filter(one => one.visits > 0)
  const idle = countBy(
    ordered.filter(one => one.visits === 0),
    name,
  )
  return {
    ...{ file: own.title(year), title: own.title(year), subtitle: words.results.subtitle(today) },
    data: { headings, rows: ordered.map(rowOf) },
    blocks: [
      ...barPages(
        own.visits,
        busy.map(one => ({
          label: `${name(one)} ${personCalled(one.inspector)}`,
          value: one.visits,
          shown: one.limit === null ? String(one.visits) : `${one.visits} / ${one.limit}`,
          ...(one.limit === null ? {} : { mark: [one.limit, one.limit] as const }),
        })),
      ),
      { kind: 'text', text: own.marked },
      {
        ...{ kind: 'table', figures: true, headings },
        rows: busy.map(one => rowOf(one).with(1, personCalled(one.inspector))),
      },
      ...(idle.size === 0 ? [] : [{ kind: 'text' as const, text: own.without(idle) }]),
    ],
    ...{ notice: true, wide: false },
  }
}
