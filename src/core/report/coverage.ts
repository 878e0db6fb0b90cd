import { byBytes } from '../bytes.ts'
import type { DepartmentCode, TargetId } from '../ids.ts'
import { countBy } from '../tally.ts'

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

/** How much of the registry the draws of a year reach. `timesOf` counts the draws in which a target stands. */
export function coverageOf(rows: readonly Registered[], timesOf: (target: TargetId) => number): Coverage {
  const times = rows.map(({ target }) => timesOf(target))
  const counts = countBy(times, count => count)
  return {
    targets: rows.length,
    visited: times.filter(count => count > 0).length,
    visits: times.reduce((sum, count) => sum + count, 0),
    byTimes: [...counts].sort(([a], [b]) => a - b).map(([count, targets]) => ({ times: count, targets })),
    byDepartment: groupsOf(rows, timesOf, ({ departments }) => departments),
    byClass: groupsOf(rows, timesOf, ({ risk }) => [risk]),
    byStation: groupsOf(rows, timesOf, ({ station }) => [station]),
  }
}

function groupsOf(
  rows: readonly Registered[],
  timesOf: (target: TargetId) => number,
  namesOf: (row: Registered) => readonly string[],
): Group[] {
  const groups = new Map<string, { registered: number; reached: number }>()
  for (const row of rows) {
    for (const name of namesOf(row)) {
      const group = groups.get(name) ?? { registered: 0, reached: 0 }
      const reached = group.reached + (timesOf(row.target) > 0 ? 1 : 0)
      groups.set(name, { registered: group.registered + 1, reached })
    }
  }
  return [...groups].map(([name, group]) => ({ name, ...group })).sort((a, b) => byBytes(a.name, b.name))
}
