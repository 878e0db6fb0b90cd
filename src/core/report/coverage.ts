import { byBytes, sortByBytes } from '../bytes.ts'
import type { DepartmentCode, TargetId } from '../ids.ts'
import { addOne, countBy } from '../tally.ts'
import { type DrawnVisit, type VisitMade, visitsMade } from './visits-made.ts'

/** A target of the registry, with the groups it counts in. */
export interface Registered {
  readonly target: TargetId
  readonly inForce: boolean
  readonly departments: readonly DepartmentCode[]
  readonly risk: string
  readonly station: string
}

/** What the reach of a year is counted from. */
export interface CoverageInput {
  readonly registered: Iterable<Registered>
  /** Every department of the office, those included that did nothing. */
  readonly departments: readonly DepartmentCode[]
  readonly drawn: readonly DrawnVisit[]
  /** Visits that were not drawn. */
  readonly cases: readonly { readonly target: TargetId; readonly department: DepartmentCode }[]
}

/** Targets of a class or a station: those in force, how many of them were drawn, and those that are closed. */
export interface Group {
  readonly name: string
  readonly registered: number
  readonly reached: number
  readonly closed: number
}

/** A department with its library in force, how many of it the department went to, and what it did in the year. */
export interface DepartmentReach {
  readonly name: DepartmentCode
  readonly registered: number
  readonly reached: number
  /** Visits of draws that it led; a common visit counts for each lead that drew it. */
  readonly drew: number
  /** Visits to which it went, or is to go. */
  readonly went: number
  /** Visits that were not drawn. */
  readonly cases: number
}

export interface Coverage {
  readonly targets: number
  readonly visited: number
  /** Drawn visits, a common one once; `joint` ones of two departments or more, `closed` ones to targets no longer in force. */
  readonly visits: number
  readonly joint: number
  readonly closed: number
  readonly cases: { readonly visits: number; readonly targets: number }
  /** How many targets were drawn so often, from 0. */
  readonly byTimes: readonly { readonly times: number; readonly targets: number }[]
  readonly byDepartment: readonly DepartmentReach[]
  readonly byClass: readonly Group[]
  readonly byStation: readonly Group[]
}

/**
 * How much of the registry the draws of a year reach, who drew and who goes; visits that were not drawn beside them. The
 * registry is gone through once, and nothing of it is kept but counts.
 */
export function coverageOf({ registered, departments, drawn, cases }: CoverageInput): Coverage {
  const visits = visitsMade(drawn)
  const visitors = visitorsOf(visits)
  const counts = new Map<number, number>()
  const [libraries, classes, stations] = [newGroups(), newGroups(), newGroups()]
  for (const { target, inForce, departments: members, risk, station } of registered) {
    const known = visitors.get(target)
    if (inForce) addOne(counts, known?.visits ?? 0)
    const outcome = !inForce ? 'closed' : known === undefined ? 'registered' : 'reached'
    classes.add(risk, outcome)
    stations.add(station, outcome)
    for (const department of members) {
      const isOwn = department === '' || known?.departments.has(department) === true
      libraries.add(department, outcome === 'reached' && !isOwn ? 'registered' : outcome)
    }
  }
  const byTimes = [...counts].sort(([a], [b]) => a - b).map(([times, targets]) => ({ times, targets }))
  const sum = (of: (times: number, targets: number) => number) =>
    byTimes.reduce((total, { times, targets }) => total + of(times, targets), 0)
  return {
    targets: sum((_, targets) => targets),
    visited: sum((times, targets) => (times > 0 ? targets : 0)),
    visits: visits.length,
    joint: visits.filter(({ departments }) => departments.size > 1).length,
    closed: visits.length - sum((times, targets) => times * targets),
    cases: { visits: cases.length, targets: new Set(cases.map(({ target }) => target)).size },
    byTimes,
    byDepartment: departmentsOf(departments, libraries, visits, cases),
    byClass: classes.all(),
    byStation: stations.all(),
  }
}

/** How often each target is visited, and by which departments. */
function visitorsOf(
  visits: readonly VisitMade[],
): Map<TargetId, { visits: number; readonly departments: Set<DepartmentCode> }> {
  const visitors = new Map<TargetId, { visits: number; readonly departments: Set<DepartmentCode> }>()
  for (const { target, departments } of visits) {
    const known = visitors.get(target) ?? { visits: 0, departments: new Set<DepartmentCode>() }
    known.visits++
    for (const department of departments) known.departments.add(department)
    visitors.set(target, known)
  }
  return visitors
}

/** Targets without a department stand under `''`: reached by whoever goes. */
function departmentsOf(
  departments: readonly DepartmentCode[],
  libraries: ReturnType<typeof newGroups>,
  visits: readonly VisitMade[],
  cases: CoverageInput['cases'],
): DepartmentReach[] {
  const drew = new Map<DepartmentCode, number>()
  const went = new Map<DepartmentCode, number>()
  for (const visit of visits) {
    for (const lead of visit.leads) addOne(drew, lead)
    for (const department of visit.departments) addOne(went, department)
  }
  const inCases = countBy(cases, ({ department }) => department)
  const own = new Map(libraries.all().map(({ name, registered, reached }) => [name, { registered, reached }]))
  const names = new Set([...departments, ...own.keys(), ...drew.keys(), ...went.keys(), ...inCases.keys()])
  return sortByBytes([...names]).map(name => ({
    name,
    ...(own.get(name) ?? { registered: 0, reached: 0 }),
    drew: drew.get(name) ?? 0,
    went: went.get(name) ?? 0,
    cases: inCases.get(name) ?? 0,
  }))
}

/** Targets counted by the name of a group, in force or not: a group whose targets are all closed stays in sight. */
function newGroups() {
  const groups = new Map<string, { registered: number; reached: number; closed: number }>()
  return {
    add(name: string, outcome: 'registered' | 'reached' | 'closed') {
      const group = groups.get(name) ?? { registered: 0, reached: 0, closed: 0 }
      if (outcome === 'closed') group.closed++
      else group.registered++
      if (outcome === 'reached') group.reached++
      groups.set(name, group)
    },
    all: (): Group[] =>
      [...groups].map(([name, group]) => ({ name, ...group })).sort((a, b) => byBytes(a.name, b.name)),
  }
}
