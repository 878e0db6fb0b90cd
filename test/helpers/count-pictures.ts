import { countedDeadlines, visitsIn, works } from './count-year.ts'
import type { NotedDraw, NotedYear } from './noted-year.ts'

/**
 * What the pictures of a year show, counted from its notes by walks of their own: nothing here comes from the program.
 */
type ByDay = Readonly<Record<string, number>>

function tally(days: readonly string[]): ByDay {
  const counts: Record<string, number> = {}
  for (const day of days) counts[day] = (counts[day] ?? 0) + 1
  return counts
}

/** Visits due, of these made, made by draws and cases, duties due: each by day, and firms with several visits by month. */
export function countedCalendar(noted: NotedYear, today: string, year: string) {
  const standing = noted.draws.filter(one => !one.void && one.to.startsWith(year))
  const due = standing.flatMap(draw =>
    [...draw.teams].flatMap(([target, team]) =>
      [...team.keys()].map(department => ({ draw, target, department })),
    ),
  )
  const isDone = ({ draw, target, department }: (typeof due)[number]) =>
    draw.items.every(item =>
      noted.results.some(
        one =>
          one.draw === draw.draw &&
          one.target === target &&
          one.department === department &&
          one.item === item,
      ),
    )
  const visits = new Map<string, { day: string; target: string; isCase: boolean }>()
  for (const { draw, target, department, inspected: day } of noted.results) {
    if (!day.startsWith(year)) continue
    const key = `${draw} ${target} ${department}`
    const known = visits.get(key)
    if (known === undefined || day < known.day) visits.set(key, { day, target, isCase: draw.startsWith('C') })
  }
  const made = [...visits.values()]
  const months = new Map<string, number[]>()
  for (const { day, target } of made) {
    const own = months.get(target) ?? Array<number>(12).fill(0)
    own[Number(day.slice(5, 7)) - 1]!++
    months.set(target, own)
  }
  const duties = countedDeadlines(noted, today, year).map(line => line.split(' ')[5]!)
  return {
    due: tally(due.map(({ draw }) => draw.to)),
    done: tally(due.filter(isDone).map(({ draw }) => draw.to)),
    drawn: tally(made.filter(({ isCase }) => !isCase).map(({ day }) => day)),
    cases: tally(made.filter(({ isCase }) => isCase).map(({ day }) => day)),
    owed: tally(duties.filter(day => day.startsWith(year))),
    owedBeside: duties.filter(day => !day.startsWith(year)).length,
    firms: [...months]
      .map(([firm, own]) => ({ firm, months: own, visits: own.reduce((sum, count) => sum + count, 0) }))
      .filter(one => one.visits > 1)
      .sort((a, b) => b.visits - a.visits || (a.firm < b.firm ? -1 : 1)),
    works: (day: string) => works(day),
  }
}

/** Who goes in a draw, by target and department: of a common visit the host's people. */
function* teamsIn(draws: readonly NotedDraw[], year: string) {
  for (const { draw, teams, hosts } of draws.filter(one => one.runOn.startsWith(year) && !one.void))
    for (const [target, team] of teams) {
      const host = draws.find(one => one.draw === hosts.get(target) && !one.void)?.teams.get(target)
      for (const [department, people] of team)
        if (!host?.has(department)) yield { draw, target, department, people: [...people].sort() }
    }
}

/** How often any two sat in a team of a department, which departments went together, and who went to a firm in which draws. */
export function countedMeetings(noted: NotedYear, year: string) {
  const [pairs, visits, targets] = [
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, string[]>(),
  ]
  const add = (to: Map<string, number>, key: string) => to.set(key, (to.get(key) ?? 0) + 1)
  for (const { draw, target, department, people } of teamsIn(noted.draws, year))
    for (const [i, a] of people.entries()) {
      add(visits, `${department} ${a}`)
      for (const b of people.slice(i + 1)) add(pairs, `${department} ${a} ${b}`)
      const key = `${department} ${a} ${target}`
      targets.set(key, [...(targets.get(key) ?? []), draw])
    }
  const joint = new Map<string, number>()
  for (const { departments } of visitsIn(noted, year)) {
    const sorted = [...departments].sort()
    for (const [i, a] of sorted.entries()) for (const b of sorted.slice(i + 1)) add(joint, `${a} ${b}`)
  }
  return { pairs, visits, joint, targets }
}
