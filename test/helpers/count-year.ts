import { isStray, type NotedDraw, type NotedResult, type NotedYear } from './noted-year.ts'

/**
 * The figures of a year's reports counted from its notes, each by its own walk through them: nothing here comes from the
 * program. Reckoned as docs/results.md and the formulas of the reports say.
 */
const KINDS: Readonly<Record<string, string>> = {
  ...{ 1: 'none', E: 'corrected', F: 'absent', 7: 'gone', 9: 'gone', 10: 'gone', 11: 'gone', 12: 'gone' },
}
const isOpenCode = (code: string) => KINDS[code] === undefined
const isProblem = ({ outcomes }: NotedResult) => outcomes.some(isOpenCode)
const isFound = (one: NotedResult) => isProblem(one) || one.outcomes.includes('E')
const isOpen = (one: NotedResult) => isProblem(one) && one.settled === '未完结'
const isPublic = ({ published }: NotedResult) => published !== null
const isOffSite = ({ methods }: NotedResult) =>
  methods.length > 0 && methods.every(method => !method.includes('实地'))
const ofYear = (year: string) => (draw: NotedDraw) => draw.runOn.startsWith(year)

/** One item that a department owes at a target, and what came of it. */
interface DueItem {
  readonly draw: NotedDraw
  readonly target: string
  readonly department: string
  readonly item: string
  readonly result: NotedResult | null
}

function dueItems({ draws, results }: NotedYear, year: string): DueItem[] {
  return draws.filter(draw => ofYear(year)(draw) && !draw.void).flatMap(draw => dueOf(draw, results))
}

function dueOf(draw: NotedDraw, results: readonly NotedResult[]): DueItem[] {
  const own = results.filter(one => one.draw === draw.draw)
  return [...draw.teams].flatMap(([target, team]) =>
    [...team.keys()].flatMap(department =>
      draw.items.map(item => {
        const at = (one: NotedResult) =>
          one.target === target && one.department === department && one.item === item
        return { draw, target, department, item, result: own.find(at) ?? null }
      }),
    ),
  )
}

type Counts = Readonly<Record<string, number>>

function countsOf(items: readonly DueItem[]): Counts {
  const results = items.flatMap(({ result }) => (result === null ? [] : [result]))
  const count = (of: (one: NotedResult) => boolean) => results.filter(of).length
  return {
    ...{ due: items.length, inspected: results.length, published: count(isPublic) },
    ...{
      inTime: count(isInTime),
      problems: count(isFound),
      settled: count(one => isFound(one) && !isOpen(one)),
    },
    ...{ open: count(isOpen), offSite: count(isOffSite) },
  }
}

function isInTime(one: NotedResult): boolean {
  const last = publicationDue(one)
  if (one.published !== null && isOpen(one)) return true
  return one.published !== null && last !== null && one.published <= last
}

function publicationDue(one: NotedResult): string | null {
  const from = isProblem(one) ? one.closed || one.recheck || one.inspected : one.inspected
  return workingDaysAfter(from, 20)
}

function grouping<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return groups
}

/** Groups by a name, in byte order, each with its figures. */
function grouped<T, Of>(rows: readonly T[], namesOf: (row: T) => readonly string[], of: (rows: T[]) => Of) {
  const groups = new Map<string, T[]>()
  for (const row of rows)
    for (const name of namesOf(row)) groups.set(name, [...(groups.get(name) ?? []), row])
  return [...groups]
    .sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    .map(([name, own]) => ({ name, of: of(own) }))
}

/** What `report results` counts of a year. */
export function countedResults(noted: NotedYear, year: string) {
  const items = dueItems(noted, year)
  const by = (namesOf: (item: DueItem) => readonly string[]) =>
    grouped(items, namesOf, countsOf).map(({ name, of }) => ({ name, counts: of }))
  const visits = visitsIn(noted, year)
  const draws = new Set(noted.draws.filter(ofYear(year)).map(({ draw }) => draw))
  const standing = new Set(noted.draws.filter(one => !one.void).map(({ draw }) => draw))
  return {
    all: countsOf(items),
    by: {
      task: by(({ draw }) => [draw.task]),
      department: by(({ department }) => [department]),
      item: by(({ item }) => [item]),
      class: by(({ draw, target }) => [draw.risks.get(target)!]),
      outcome: by(({ result }) => result?.outcomes ?? []),
    },
    strays: noted.results.filter(one => draws.has(one.draw) && isStray(noted, one) === true).length,
    unreckoned: items.filter(
      ({ result }) =>
        result !== null && isPublic(result) && !isOpen(result) && publicationDue(result) === null,
    ).length,
    visits: { all: visits.length, joint: visits.filter(({ departments }) => departments.size > 1).length },
    substitutions: noted.substitutions.filter(({ draw }) => draws.has(draw) && standing.has(draw)).length,
  }
}

interface Visit {
  readonly target: string
  readonly leads: ReadonlySet<string>
  readonly departments: ReadonlySet<string>
}

/** Visits of draws that stand; those that draws have in common are one. */
export function visitsIn({ draws }: NotedYear, year: string): Visit[] {
  const visits = new Map<string, { target: string; leads: Set<string>; departments: Set<string> }>()
  const standing = draws.filter(draw => ofYear(year)(draw) && !draw.void)
  for (const { draw, lead, teams, hosts } of standing)
    for (const [target, team] of teams) {
      const host = standing.find(one => one.draw === hosts.get(target) && one.teams.has(target))
      const key = `${host?.draw ?? draw} ${target}`
      const visit = visits.get(key) ?? { target, leads: new Set(), departments: new Set() }
      visits.set(key, visit)
      visit.leads.add(lead)
      for (const department of team.keys()) visit.departments.add(department)
    }
  return [...visits.values()]
}

/** What `report year` counts: inspections that took place, in all and by department. */
export function countedYear(noted: NotedYear, year: string) {
  const results = noted.results.filter(({ inspected }) => inspected.startsWith(year))
  const of = (own: readonly NotedResult[]) => yearCounts(noted, own)
  return {
    all: of(results),
    departments: grouped(results, ({ department }) => [department], of).map(({ name, of: counts }) => ({
      ...{ department: name, counts },
    })),
  }
}

function yearCounts(noted: NotedYear, results: readonly NotedResult[]): Counts {
  const visits = grouping(results, one => `${one.draw} ${one.target} ${one.department}`)
  const firms = grouping([...visits.values()], ([first]) => first!.target)
  const count = (of: (one: NotedResult) => boolean) => results.filter(of).length
  const visitsThat = (are: (own: readonly NotedResult[]) => boolean) =>
    [...visits.values()].filter(are).length
  return {
    visits: visits.size,
    drawnVisits: visitsThat(([first]) => !first!.draw.startsWith('C')),
    caseVisits: visitsThat(([first]) => first!.draw.startsWith('C')),
    jointVisits: visitsThat(([first]) => wereTogether(noted, first!)),
    offSiteVisits: visitsThat(own => own.every(isOffSite)),
    firms: firms.size,
    firmsMoreThanOnce: [...firms.values()].filter(own => own.length > 1).length,
    results: results.length,
    problems: count(isFound),
    corrected: count(one => isFound(one) && !isProblem(one)),
    filed: count(({ caseNumber }) => caseNumber !== ''),
    transferred: count(({ receiver }) => receiver !== ''),
    penalties: count(({ penalty }) => penalty !== ''),
    open: count(isOpen),
  }
}

/** Others go or went there too: by the draw as it stands, draws at common visits together, or by results on record. */
function wereTogether({ draws, results }: NotedYear, { draw, target }: NotedResult): boolean {
  const standing = draws.filter(one => !one.void && one.teams.has(target))
  const hostOf = (name: string) => {
    const host = standing.find(one => one.draw === name)?.hosts.get(target)
    return standing.find(one => one.draw === host)?.draw ?? name
  }
  const isHere = (name: string) => hostOf(name) === hostOf(draw)
  const departments = new Set([
    ...standing.flatMap(one => (isHere(one.draw) ? [...one.teams.get(target)!.keys()] : [])),
    ...results.flatMap(one => (one.target === target && isHere(one.draw) ? [one.department] : [])),
  ])
  return departments.size > 1
}

/** What `report assessment` counts of each department: parts and wholes by indicator. */
export function countedShares(noted: NotedYear, year: string) {
  const items = dueItems(noted, year)
  const visits = visitsIn(noted, year)
  const names = new Set([...noted.registry.values()].flatMap(({ departments }) => departments))
  return [...names].sort().flatMap(department => {
    const own = items.filter(one => one.department === department)
    const led = noted.tasks.filter(({ lead, id }) => lead === department && id.startsWith(year))
    const went = visits.filter(({ departments }) => departments.has(department))
    if (own.length + led.length + went.length === 0) return []
    const counts = countsOf(own)
    const done = led.filter(({ id }) => {
      const of = items.filter(({ draw }) => draw.task === id)
      return of.length > 0 && of.every(({ result }) => result !== null)
    })
    const share = (part: number, whole: number) => ({ part, whole })
    const shares = {
      计划报送: share(led.filter(({ filed }) => filed <= `${year}-01-31`).length, led.length),
      计划完成: share(done.length, led.length),
      任务完成: share(counts.inspected!, counts.due!),
      按期公示: share(counts.inTime!, counts.inspected!),
      联合占比: share(went.filter(({ departments }) => departments.size > 1).length, went.length),
      非现场占比: share(counts.offSite!, counts.inspected!),
      问题完结: share(counts.settled!, counts.problems!),
    }
    return [{ department, shares }]
  })
}

/** The score of a department in thousandths, from weights and full marks given as numbers. */
export function scored(
  shares: Readonly<Record<string, { readonly part: number; readonly whole: number }>>,
  weights: Readonly<Record<string, number>>,
  full: Readonly<Record<string, number>>,
): number {
  let [points, weighed] = [0, 0]
  for (const [name, { part, whole }] of Object.entries(shares)) {
    if (whole === 0) continue
    weighed += weights[name]!
    points += weights[name]! * Math.min(1, (100 * part) / whole / (full[name] ?? 100))
  }
  return (100 * points) / weighed
}

/** What `report deadlines` says is owed on a day: `duty department occasion target item due`, sorted. */
export function countedDeadlines(noted: NotedYear, today: string, year: string): string[] {
  const { draws, results, tasks, registry } = noted
  const rows: string[] = []
  const owe = (
    duty: string,
    one: Pick<NotedResult, 'department' | 'draw' | 'target' | 'item'>,
    due: string | null,
  ) =>
    rows.push(
      `${duty} ${one.department} ${one.draw} ${one.target} ${one.item} ${due} ${due !== null && due < today ? '!' : ''}`,
    )
  for (const draw of draws.filter(one => !one.void))
    for (const { target, department, item, result } of dueOf(draw, results))
      if (result === null)
        owe('enter', { department, draw: draw.draw, target, item }, workingDaysAfter(draw.to, 10))
  for (const one of results) {
    const { state, inspected, published } = one
    const asks = isStray(noted, one) !== true
    if (asks && state === 'returned') owe('correct', one, workingDaysAfter(inspected, 10))
    if (asks && state === 'entered') owe('review', one, workingDaysAfter(inspected, 15))
    if (asks && state === 'reviewed' && !isOpen(one)) owe('publish', one, publicationDue(one))
    if (isOpen(one)) owe('rectify', one, one.deadline || workedFrom(daysAfter(inspected, 30)))
    const years = registry.get(one.target)!.isPerson ? 2 : 5
    const last = published === null ? null : `${Number(published.slice(0, 4)) + years}${published.slice(4)}`
    if (state === 'published' && last !== null && last <= today) owe('take-down', one, last)
  }
  const done = new Set(draws.filter(one => !one.void).map(({ task }) => task))
  for (const { id, lead } of tasks)
    if (id.startsWith(year) && !done.has(id))
      owe('carry-out', { department: lead, draw: id, target: '', item: '' }, `${year}-12-31`)
  return rows.sort()
}

/** What `report coverage` counts. */
export function countedCoverage(noted: NotedYear, year: string) {
  const visits = visitsIn(noted, year)
  const cases = noted.cases.filter(({ day }) => day.startsWith(year))
  const targets = [...noted.registry]
  const visitsTo = (id: string) => visits.filter(({ target }) => target === id)
  const reached = new Map(targets.map(([id]) => [id, visitsTo(id)]))
  const groups = (nameOf: (id: string) => string) =>
    grouped(
      targets,
      ([id]) => [nameOf(id)],
      own => own.map(([id]) => id),
    ).map(({ name, of: ids }) => ({
      ...{ name, registered: ids.length, closed: 0 },
      reached: ids.filter(id => reached.get(id)!.length > 0).length,
    }))
  const departments = [...new Set(targets.flatMap(([, one]) => one.departments))].sort()
  return {
    targets: targets.length,
    visited: targets.filter(([id]) => reached.get(id)!.length > 0).length,
    visits: visits.length,
    joint: visits.filter(one => one.departments.size > 1).length,
    closed: 0,
    cases: { visits: cases.length, targets: new Set(cases.map(({ target }) => target)).size },
    byTimes: grouped(
      targets,
      ([id]) => [String(reached.get(id)!.length)],
      own => own.length,
    ).map(({ name, of }) => ({ times: Number(name), targets: of })),
    byDepartment: departments.map(name => {
      const own = targets.filter(([, one]) => one.departments.includes(name))
      return {
        ...{ name, registered: own.length },
        reached: own.filter(([id]) => reached.get(id)!.some(one => one.departments.has(name))).length,
        drew: visits.filter(({ leads }) => leads.has(name)).length,
        went: visits.filter(one => one.departments.has(name)).length,
        cases: cases.filter(({ department }) => department === name).length,
      }
    }),
    byClass: groups(id => noted.registry.get(id)!.risk || '未分类'),
    byStation: groups(() => ''),
  }
}

/** The visits of each inspector in draws that stand, and in how many pools each was; at a common visit the host's people go. Pairs are of one department. */
export function countedPeople({ draws }: NotedYear, year: string) {
  const [visits, pools, pairs] = [
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, number>(),
  ]
  const add = (to: Map<string, number>, key: string) => to.set(key, (to.get(key) ?? 0) + 1)
  for (const { teams, hosts, pool } of draws.filter(one => ofYear(year)(one) && !one.void)) {
    for (const who of pool) add(pools, who)
    for (const [target, team] of teams) {
      const host = draws.find(one => one.draw === hosts.get(target) && !one.void)?.teams.get(target)
      for (const [department, people] of team) {
        if (host?.has(department)) continue
        const going = [...people].sort()
        for (const who of going) add(visits, who)
        for (const [i, a] of going.entries()) for (const b of going.slice(i + 1)) add(pairs, `${a} ${b}`)
      }
    }
  }
  return { visits, pools, pairs }
}

/** The visits that took place in a year and that no team tells of any more, of each person who went: once for each department at a target of a draw. */
export function countedBeside(noted: NotedYear, year: string): Map<string, number> {
  const went = new Map<string, readonly string[]>()
  for (const one of noted.results)
    if (isStray(noted, one) === true && one.inspected.startsWith(year))
      went.set(`${one.draw} ${one.target} ${one.department}`, one.people)
  const visits = new Map<string, number>()
  for (const who of [...went.values()].flat()) visits.set(who, (visits.get(who) ?? 0) + 1)
  return visits
}

/** Holidays and working weekends of 2026 (国办发明电〔2025〕7号), written down once more. */
const OFF = days('01-01~01-03 02-15~02-23 04-04~04-06 05-01~05-05 06-19~06-21 09-25~09-27 10-01~10-07')
const WORKED = days('01-04 02-14 02-28 05-09 09-20 10-10')

function days(text: string): Set<string> {
  return new Set(
    text.split(' ').flatMap(span => {
      const [first, last = first] = span.split('~') as [string, string?]
      const all: string[] = []
      for (let day = `2026-${first}`; day <= `2026-${last}`; day = daysAfter(day, 1)) all.push(day)
      return all
    }),
  )
}

function daysAfter(day: string, count: number): string {
  return new Date(Date.parse(day) + 86_400_000 * count).toISOString().slice(0, 10)
}

/** Null where nobody knows: of years other than 2026. */
export function works(day: string): boolean | null {
  if (!day.startsWith('2026')) return null
  const isWeekend = [0, 6].includes(new Date(day).getUTCDay())
  return WORKED.has(day) || (!OFF.has(day) && !isWeekend)
}

function workingDaysAfter(from: string, count: number): string | null {
  let day = from
  for (let left = count; left > 0; ) {
    day = daysAfter(day, 1)
    const worked = works(day)
    if (worked === null) return null
    if (worked) left--
  }
  return day
}

function workedFrom(day: string): string | null {
  const worked = works(day)
  return worked === null ? null : worked ? day : workedFrom(daysAfter(day, 1))
}
