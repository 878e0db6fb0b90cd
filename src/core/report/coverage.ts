import { byBytes } from '../bytes.ts'
import type { DepartmentCode, TargetId } from '../ids.ts'
import { addOne } from '../tally.ts'

/** A target in force, with the groups it counts in. */
export interface Registered {
  readonly target: TargetId
  readonly departments: readonly DepartmentCode[]
  readonly risk: string
  readonly station: string
}

export interface Group {
  readonly name: string
  readonly registered: number
  readonly reached: number
}

export interface Coverage {
  readonly targets: number
  readonly visited: number
  readonly visits: number
  /** How many targets were drawn so often, from 0. */
  readonly byTimes: readonly { readonly times: number; readonly targets: number }[]
  readonly byDepartment: readonly Group[]
  readonly byClass: readonly Group[]
  readonly byStation: readonly Group[]
}

/** How much of the registry the draws of a year reach; its targets are gone through once. `timesOf` counts the draws in which a target stands. */
export function coverageOf(rows: Iterable<Registered>, timesOf: (target: TargetId) => number): Coverage {
  const counts = new Map<number, number>()
  const [departments, classes, stations] = [newGroups(), newGroups(), newGroups()]
  for (const { target, departments: members, risk, station } of rows) {
    const times = timesOf(target)
    addOne(counts, times)
    for (const name of members) departments.add(name, times > 0)
    classes.add(risk, times > 0)
    stations.add(station, times > 0)
  }
  const byTimes = [...counts].sort(([a], [b]) => a - b)
  const sum = (of: (times: number, targets: number) => number) =>
    byTimes.reduce((total, [times, targets]) => total + of(times, targets), 0)
  return {
    targets: sum((_, targets) => targets),
    visited: sum((times, targets) => (times > 0 ? targets : 0)),
    visits: sum((times, targets) => times * targets),
    byTimes: byTimes.map(([times, targets]) => ({ times, targets })),
    byDepartment: departments.all(),
    byClass: classes.all(),
    byStation: stations.all(),
  }
}

/** Targets counted by the name of a group; how many there are of these is all that is kept. */
function newGroups() {
  const groups = new Map<string, { registered: number; reached: number }>()
  return {
    add(name: string, isReached: boolean) {
      const group = groups.get(name) ?? { registered: 0, reached: 0 }
      group.registered++
      if (isReached) group.reached++
      groups.set(name, group)
    },
    all: (): Group[] =>
      [...groups].map(([name, group]) => ({ name, ...group })).sort((a, b) => byBytes(a.name, b.name)),
  }
}
