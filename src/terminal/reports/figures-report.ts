import { byBytes } from '../../core/bytes.ts'
import { escapeControls } from '../../core/escape-controls.ts'
import { percent } from '../../core/fraction.ts'
import type { Coverage, Group } from '../../core/report/coverage.ts'
import type { Worker } from '../../core/report/workload.ts'
import type { Desk } from '../desk.ts'
import { table } from '../table.ts'

export function coverageLines({ say }: Desk, year: string, told: Coverage): string[] {
  const words = say.report
  const groups = (heading: string, rows: readonly Group[]) => [
    '',
    heading,
    ...table(
      [words.group, words.registered, words.reached, words.share],
      rows.map(({ name, registered, reached }) => [
        escapeControls(name) || words.none,
        String(registered),
        String(reached),
        percent(reached, registered),
      ]),
      ['left', 'right', 'right', 'right'],
    ),
  ]
  return [
    words.coverage(year, told.targets, told.visited, told.visits),
    '',
    words.byTimes,
    ...told.byTimes.map(({ times, targets }) => words.times(times, targets)),
    ...groups(words.byDepartment, told.byDepartment),
    ...groups(words.byClass, told.byClass),
    ...groups(words.byStation, told.byStation),
  ]
}

export function workloadLines({ say }: Desk, year: string, people: readonly Worker[]): string[] {
  const words = say.report
  const sum = people.reduce((total, { visits }) => total + visits, 0)
  const busiest = people.toSorted(
    (a, b) => byBytes(a.department, b.department) || b.visits - a.visits || byBytes(a.inspector, b.inspector),
  )
  return [
    words.workload(year, people.length, sum),
    '',
    ...table(
      [words.department, words.inspector, words.station, words.visits, words.limit, words.left],
      busiest.map(({ department, inspector, station, visits, limit, left }) => [
        department,
        inspector,
        escapeControls(station),
        String(visits),
        limit === null ? '—' : String(limit),
        left === null ? '—' : String(left),
      ]),
      ['left', 'left', 'left', 'right', 'right', 'right'],
    ),
  ]
}
