/** @module-tag campaign */
import { expect, test } from 'vitest'
import { countedCalendar, countedMeetings } from '../../helpers/count-pictures.ts'
import {
  countedBeside,
  countedCoverage,
  countedDeadlines,
  countedPeople,
  countedResults,
  countedShares,
  countedYear,
  scored,
} from '../../helpers/count-year.ts'
import type { NotedResult, NotedYear } from '../../helpers/noted-year.ts'
import { type NotedOffice, yearOfResults } from '../../helpers/year-of-results.ts'

/** The weights and full marks that an office has without setting any, written down once more. */
const WEIGHTS = {
  ...{ 计划报送: 10, 计划完成: 20, 任务完成: 20, 按期公示: 20, 联合占比: 10, 非现场占比: 5, 问题完结: 15 },
}
const FULL = { 联合占比: 60, 非现场占比: 25 }

test('a district of 3 000 targets through a year: each figure of each report is what an independent count of what was put in gives', async () => {
  const { last, at } = await yearOfResults(20260101, 3000, ['2026-06'])
  for (const [office, today] of [
    [at[0]!, '2026-06-30'],
    [last, '2027-02-01'],
    [await takenDown(last, '2028-07-03'), '2028-07-03'],
  ] as const)
    for (const year of ['2026', '2025']) await agrees(office, today, year)

  await timelinesAgree(last)

  // The year had all of it.
  const { noted } = last
  const counted = countedResults(noted, '2026')
  const inspections = countedYear(noted, '2026')
  expect(counted.by.outcome).toHaveLength(19)
  for (const figures of [counted.all, inspections.all])
    for (const [name, count] of Object.entries(figures)) expect([name, count > 0]).toEqual([name, true])
  for (const count of [counted.strays, counted.unreckoned, counted.substitutions])
    expect(count).toBeGreaterThan(1)
  expect(noted.tasks.length).toBe(41)
  expect(noted.draws.filter(one => one.void)).toHaveLength(3)
  expect(noted.draws.filter(({ hosts }) => hosts.size > 0).length).toBeGreaterThan(3)
  expect(noted.results.filter(({ corrected }) => corrected).length).toBeGreaterThan(2)
  for (const state of ['entered', 'reviewed', 'returned', 'published'])
    expect(noted.results.filter(one => one.state === state).length).toBeGreaterThan(2)
}, 600_000)

/** The same office on a day on which results of persons were public for two years. */
async function takenDown({ here, noted }: NotedOffice, today: string): Promise<NotedOffice> {
  const isOver = ({ state, published, target }: NotedResult) =>
    state === 'published' && noted.registry.get(target)!.isPerson && published! <= `2026${today.slice(4)}`
  const over = noted.results.filter(isOver)
  expect(over.length).toBeGreaterThan(1)
  const later = here.copy()
  const said = { now: `${today}T02:00:00Z` }
  expect((await later.ssjIn(said, 'results', 'takedown', '--json')).json.taken).toBe(over.length)
  const results = noted.results.map(one =>
    over.includes(one) ? { ...one, state: 'taken-down' as const, stepped: today } : one,
  )
  return { here: later, noted: { ...noted, results } }
}

async function agrees({ here, noted }: NotedOffice, today: string, year: string): Promise<void> {
  const report = async (name: string) => {
    const ran = await here.ssjIn({ now: `${today}T02:00:00Z` }, 'report', name, '--year', year, '--json')
    expect([ran.code, ran.err]).toEqual([0, ''])
    return ran.json
  }
  const ties = await Promise.all(['results', 'year', 'assessment', 'deadlines'].map(report))
  for (const tie of ties.flatMap(one => one.ties)) expect(tie).toMatchObject({ holds: true })
  const results = await report('results')
  const { visits, substitutions, ...figures } = countedResults(noted, year)
  expect(results).toMatchObject({ figures, visits, substitutions })
  expect(results.figures.by).toEqual(figures.by)
  expect(results.before.all).toEqual(countedResults(noted, String(Number(year) - 1)).all)

  const inspections = await report('year')
  expect(inspections).toMatchObject({ ...countedYear(noted, year) })

  await assessmentAgrees(noted, year, (await report('assessment')).departments)

  const { owed, sums } = await report('deadlines')
  const lines = (owed as Record<string, string>[]).map(
    ({ duty, department, occasion, target, item, due, overdue }) =>
      `${duty} ${department} ${occasion} ${target} ${item} ${due} ${overdue ? '!' : ''}`,
  )
  expect(lines.sort()).toEqual(countedDeadlines(noted, today, year))
  for (const { duty, department, owed: count, overdue, firstDue } of sums) {
    const own = lines.filter(line => line.startsWith(`${duty} ${department} `))
    const days = own.map(line => line.split(' ')[5]!).filter(day => day !== 'null')
    expect([count, overdue]).toEqual([own.length, own.filter(line => line.endsWith('!')).length])
    expect(firstDue).toBe(days.sort()[0] ?? null)
  }
  expect(sums.reduce((sum: number, one: { owed: number }) => sum + one.owed, 0)).toBe(owed.length)

  expect(await report('coverage')).toMatchObject(countedCoverage(noted, year))
  await peopleAgree(noted, year, await report('workload'), await report('fairness'))
  calendarAgrees(noted, today, year, await report('calendar'))
  const ran = await here.done('report', 'matrix', '--year', year, '--targets')
  meetingsAgree(noted, year, ran)
}

interface Calendar {
  readonly days: readonly (Readonly<Record<(typeof COUNTS)[number], number>> & {
    readonly day: string
    readonly works: boolean | null
  })[]
  readonly months: readonly (Readonly<Record<(typeof COUNTS)[number], number>> & { readonly month: number })[]
  readonly firms: readonly unknown[]
  readonly owedBeside: number
  readonly spans: readonly { readonly occasion: string; readonly due: number; readonly done: number }[]
}

const COUNTS = ['due', 'done', 'drawn', 'cases', 'owed'] as const

function calendarAgrees(
  noted: NotedYear,
  today: string,
  year: string,
  { calendar: told, ties }: { readonly calendar: Calendar; readonly ties: readonly unknown[] },
): void {
  const counted = countedCalendar(noted, today, year)
  for (const tie of ties) expect(tie).toMatchObject({ holds: true })
  expect(told.days.map(({ day }) => day)).toEqual([...new Set(told.days.map(({ day }) => day))].sort())
  expect(told.days.length).toBe(year === '2028' ? 366 : 365)
  for (const name of COUNTS) {
    const days = told.days.filter(day => day[name] > 0).map(day => [day.day, day[name]])
    expect([name, Object.fromEntries(days)]).toEqual([name, counted[name]])
    for (const month of told.months) {
      const of = `${year}-${String(month.month).padStart(2, '0')}`
      const own = Object.entries(counted[name]).filter(([day]) => day.startsWith(of))
      expect([of, name, month[name]]).toEqual([of, name, own.reduce((sum, [, count]) => sum + count, 0)])
    }
  }
  expect([told.firms, told.owedBeside]).toEqual([counted.firms, counted.owedBeside])
  if (year === '2026')
    expect(told.days.map(({ works }) => works)).toEqual(told.days.map(({ day }) => counted.works(day)))
  const drawn = noted.draws.filter(one => !one.void && one.to >= year && one.runOn.slice(0, 4) <= year)
  const spans = told.spans.filter(({ occasion }) => !occasion.includes('/'))
  expect(spans.map(({ occasion, due }) => [occasion, due])).toEqual(
    drawn.map(({ draw, teams }) => [draw, [...teams.values()].reduce((sum, team) => sum + team.size, 0)]),
  )
  expect(spans.filter(({ due, done }) => done > due)).toEqual([])
}

interface Matrix {
  readonly departments: readonly {
    readonly department: string
    readonly people: readonly { readonly inspector: string; readonly visits: number }[]
    readonly pairs: readonly { readonly people: readonly string[]; readonly times: number }[]
  }[]
  readonly joint: readonly { readonly departments: readonly string[]; readonly times: number }[]
  readonly targets: readonly {
    readonly department: string
    readonly inspector: string
    readonly target: string
    readonly draws: readonly string[]
  }[]
}

function meetingsAgree(
  noted: NotedYear,
  year: string,
  { meetings: told, ties }: { readonly meetings: Matrix; readonly ties: readonly unknown[] },
): void {
  const { pairs, visits, joint, targets } = countedMeetings(noted, year)
  for (const tie of ties) expect(tie).toMatchObject({ holds: true })
  const sorted = <Value>(counts: Iterable<readonly [string, Value]>) =>
    [...counts].sort(([a], [b]) => (a < b ? -1 : 1))
  const of = <Row>(
    rowsOf: (one: Matrix['departments'][number]) => readonly Row[],
    shown: (row: Row) => readonly [string, number],
  ) =>
    sorted(
      told.departments.flatMap(one =>
        rowsOf(one).map((row): [string, number] => {
          const [key, count] = shown(row)
          return [`${one.department} ${key}`, count]
        }),
      ),
    )
  expect(
    of(
      one => one.people,
      ({ inspector, visits }) => [inspector, visits],
    ),
  ).toEqual(sorted(visits))
  expect(
    of(
      one => one.pairs,
      ({ people, times }) => [people.join(' '), times],
    ),
  ).toEqual(sorted(pairs))
  expect(sorted(told.joint.map(one => [one.departments.join(' '), one.times]))).toEqual(sorted(joint))
  expect(
    sorted(told.targets.map(one => [`${one.department} ${one.inspector} ${one.target}`, one.draws] as const)),
  ).toEqual(sorted(targets))
  const times = told.targets.map(({ draws }) => draws.length)
  expect(times).toEqual(times.toSorted((a, b) => b - a))
}

interface Event {
  readonly kind: string
  readonly entry: number
  readonly day: string
  readonly count: number
}

/** The timeline of every draw against the ledger's own entries, by what they say they are about, and against the notes. */
async function timelinesAgree({ here, noted }: NotedOffice): Promise<void> {
  const { entries } = await here.done('log')
  for (const draw of noted.draws) {
    const { timeline: told, ties } = await here.done('report', 'timeline', '--draw', draw.draw)
    const events = told.events as readonly Event[]
    for (const tie of ties) expect(tie).toMatchObject({ holds: true })
    // A further attempt makes the one before void in its own entry.
    const next = noted.draws.find(one => one.task === draw.task && one.draw > draw.draw)?.draw
    const isNext = ({ action, subject }: Entry) => action === 'run' && subject.draw === next
    expect([...new Set(events.map(({ entry }) => entry))]).toEqual(
      entries
        .filter((one: Entry) => isAbout(one, draw.draw) || isNext(one))
        .map(({ number }: Entry) => number),
    )
    const results = noted.results.filter(one => one.draw === draw.draw)
    const counts = (kind: string) =>
      events.filter(one => one.kind === kind).reduce((sum, { count }) => sum + count, 0)
    expect(counts('published')).toBe(results.filter(({ published }) => published !== null).length)
    expect(counts('corrected')).toBe(results.filter(({ corrected }) => corrected).length)
    expect(counts('void')).toBe(draw.void ? 1 : 0)
    expect(events.filter(({ kind }) => kind === 'substituted')).toHaveLength(
      noted.substitutions.filter(one => one.draw === draw.draw).length,
    )
    expect(events.find(({ kind }) => kind === 'drawn')).toMatchObject({ day: draw.runOn })
    expect(told.planned.at(-1)).toMatchObject({ kind: 'period', to: draw.to })
    for (const { published } of results)
      if (published !== null)
        expect(events).toContainEqual(expect.objectContaining({ kind: 'published', day: published }))
  }
}

interface Entry {
  readonly number: number
  readonly action: string
  readonly subject: Readonly<Record<string, unknown>>
}

/** By what the entry itself says, and by the names that the files of results have. */
function isAbout({ subject }: Entry, draw: string): boolean {
  const { draw: own, host, guest, file, where, id } = subject
  return (
    [own, host, guest, where].includes(draw) ||
    String(file).includes(`r-${draw}-`) ||
    [id, where].some(text => String(text).startsWith(`${draw}/`))
  )
}

async function assessmentAgrees(
  noted: NotedYear,
  year: string,
  departments: readonly Assessed[],
): Promise<void> {
  const counted = countedShares(noted, year)
  const shares = new Map(departments.map(one => [one.department, one.shares]))
  expect(Object.fromEntries(shares)).toEqual(
    Object.fromEntries(counted.map(one => [one.department, one.shares])),
  )
  for (const { department, score, shares: own } of departments)
    expect([department, numberIn(score)]).toEqual([department, expect.closeTo(scored(own, WEIGHTS, FULL), 9)])
  const scores = departments.map(({ score }) => numberIn(score))
  expect(scores).toEqual(scores.toSorted((a, b) => b - a))
}

interface Assessed {
  readonly department: string
  readonly shares: Readonly<Record<string, { readonly part: number; readonly whole: number }>>
  readonly score: string
}

function numberIn(fraction: string): number {
  const [numerator, denominator = '1'] = fraction.split('/')
  return Number(numerator) / Number(denominator)
}

async function peopleAgree(
  noted: NotedYear,
  year: string,
  workload: { readonly people: readonly { readonly inspector: string; readonly visits: number }[] },
  fairness: {
    readonly draws: { readonly frozen: number; readonly drawn: number }
    readonly voided: readonly { readonly draw: string }[]
    readonly substitutions: readonly unknown[]
    readonly people: readonly {
      readonly inspector: string
      readonly pools: number
      readonly visits: number
    }[]
    readonly pairs: readonly { readonly people: readonly string[]; readonly times: number }[]
  },
): Promise<void> {
  const { visits, pools, pairs } = countedPeople(noted, year)
  const sorted = (counts: Iterable<readonly [string, number]>) =>
    [...counts].filter(([, count]) => count > 0).sort(([a], [b]) => (a < b ? -1 : 1))
  const made = countedBeside(noted, year)
  const worked = new Map(
    [...visits, ...made].map(([who]) => [who, (visits.get(who) ?? 0) + (made.get(who) ?? 0)]),
  )
  expect(sorted(workload.people.map(one => [one.inspector, one.visits]))).toEqual(sorted(worked))
  expect(sorted(fairness.people.map(one => [one.inspector, one.visits]))).toEqual(sorted(visits))
  expect(sorted(fairness.people.map(one => [one.inspector, one.pools]))).toEqual(sorted(pools))
  expect(sorted(fairness.pairs.map(one => [[...one.people].sort().join(' '), one.times]))).toEqual(
    sorted(pairs),
  )
  const draws = noted.draws.filter(({ runOn }) => runOn.startsWith(year))
  expect(fairness.draws).toEqual({ frozen: draws.length, drawn: draws.filter(one => !one.void).length })
  expect(fairness.voided.map(({ draw }) => draw)).toEqual(draws.flatMap(one => (one.void ? [one.draw] : [])))
  expect(fairness.substitutions).toHaveLength(
    noted.substitutions.filter(({ draw }) => draw.startsWith(year)).length,
  )
}
