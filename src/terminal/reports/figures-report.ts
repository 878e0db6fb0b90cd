import { byBytes } from '../../core/bytes.ts'
import { escapeControls } from '../../core/escape-controls.ts'
import { percent } from '../../core/fraction.ts'
import type { Coverage, DepartmentReach, Group } from '../../core/report/coverage.ts'
import type { CoverageWords } from '../../core/report/coverage-document.ts'
import type { Worker } from '../../core/report/workload.ts'
import type { Desk } from '../desk.ts'
import type { NamingDesk } from '../naming.ts'
import { table } from '../table.ts'

/** How far the draws of a year reach: in all, by how often, by who drew and who goes, by class and by station. */
export function coverageLines(desk: NamingDesk, year: string, told: Coverage): string[] {
  const { say } = desk
  const words = say.report
  return [
    ...coverageSums(say, year, told),
    '',
    words.byTimes,
    ...told.byTimes.map(({ times, targets }) => words.times(times, targets)),
    '',
    words.byDepartment,
    ...departmentLines(desk, told.byDepartment),
    ...groupLines(desk, words.byClass, told.byClass),
    ...groupLines(desk, words.byStation, told.byStation),
  ]
}

function coverageSums({ report: words }: Desk['say'], year: string, told: Coverage): string[] {
  return [
    words.coverage(year, told.targets, told.visited, told.visits),
    words.joint(told.joint, percent(told.joint, told.visits)),
    ...(told.closed > 0 ? [words.visitedClosed(told.closed)] : []),
    words.casesBeside(told.cases.visits, told.cases.targets),
  ]
}

/** What the same is said with on paper. */
export function coverageWords({ say }: Desk, year: string, told: Coverage): CoverageWords {
  const { report: words } = say
  const { department, group, registered, reached, share, closed, drew, went, cases } = words
  return {
    figures: words.figures,
    lines: coverageSums(say, year, told),
    none: words.none,
    headings: {
      ...{ department, group, registered, reached, share, closed, drew, went, cases },
      ...{ class: words.attributes.class, station: words.attributes.station },
    },
  }
}

function departmentLines(
  { say: { report: words }, window, named }: NamingDesk,
  rows: readonly DepartmentReach[],
): string[] {
  return table(
    window,
    [
      words.department,
      words.drew,
      words.went,
      words.cases,
      words.registered,
      words.reachedItself,
      words.share,
    ],
    rows.map(({ name, registered, reached, drew, went, cases }) => [
      name === '' ? words.none : named('departments', name),
      ...[drew, went, cases, registered, reached].map(String),
      percent(reached, registered),
    ]),
    ['left', 'right', 'right', 'right', 'right', 'right', 'right'],
  )
}

function groupLines(
  { say: { report: words }, window }: Desk,
  heading: string,
  rows: readonly Group[],
): string[] {
  return [
    '',
    heading,
    ...table(
      window,
      [words.group, words.registered, words.reached, words.share, words.closed],
      rows.map(({ name, registered, reached, closed }) => [
        escapeControls(name) || words.none,
        String(registered),
        String(reached),
        percent(reached, registered),
        String(closed),
      ]),
      ['left', 'right', 'right', 'right', 'right'],
    ),
  ]
}

/** What the columns of workload are headed with. */
export function workloadHeadings({ report: words }: Desk['say']): string[] {
  return [words.department, words.inspector, words.station, words.visits, words.limit, words.left]
}

export function workloadLines(
  { say, window, named }: NamingDesk,
  year: string,
  people: readonly Worker[],
): string[] {
  const words = say.report
  const sum = people.reduce((total, { visits }) => total + visits, 0)
  const busiest = people.toSorted(
    (a, b) => byBytes(a.department, b.department) || b.visits - a.visits || byBytes(a.inspector, b.inspector),
  )
  return [
    words.workload(year, people.length, sum),
    '',
    ...table(
      window,
      workloadHeadings(say),
      busiest.map(({ department, inspector, station, visits, limit, left }) => [
        named('departments', department),
        named('inspectors', inspector),
        escapeControls(station),
        String(visits),
        limit === null ? '—' : String(limit),
        left === null ? '—' : String(left),
      ]),
      ['left', 'left', 'left', 'right', 'right', 'right'],
    ),
  ]
}
