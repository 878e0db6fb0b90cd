import { byBytes, sortByBytes } from '../../bytes.ts'
import type { DepartmentCode, DrawNumber, InspectorId, TargetId } from '../../ids.ts'
import { addOne, countBy, groupBy } from '../../tally.ts'
import type { VisitMade } from '../visits-made.ts'

/** Somebody who sits in a draw of the year, as it stands. */
export interface YearSeat {
  readonly draw: DrawNumber
  readonly target: TargetId
  readonly department: DepartmentCode
  readonly inspector: InspectorId
}

/** Who met whom in the draws of a year: within the teams of each department, departments at joint visits, people and firms. */
export interface Meetings {
  readonly departments: readonly DepartmentMeetings[]
  readonly joint: readonly { readonly departments: readonly [string, string]; readonly times: number }[]
  readonly seats: number
  /** How many people sit in each team. */
  readonly teamSizes: readonly number[]
}

export interface DepartmentMeetings {
  readonly department: DepartmentCode
  /** Who sits for it, those with most visits first. */
  readonly people: readonly { readonly inspector: InspectorId; readonly visits: number }[]
  /** Any two in byte order, those who met most often first. */
  readonly pairs: readonly { readonly people: readonly [string, string]; readonly times: number }[]
}

/** Somebody who goes to a firm in several draws of a year. */
export interface TargetMet {
  readonly department: DepartmentCode
  readonly inspector: InspectorId
  readonly target: TargetId
  readonly draws: readonly DrawNumber[]
}

/** Counts who met whom; of a common visit it is the host's people who go. */
export function meetingsOf(seats: readonly YearSeat[], visits: readonly VisitMade[]): Meetings {
  const teamSizes: number[] = []
  const departments = [...groupBy(seats, ({ department }) => department)]
    .sort(([a], [b]) => byBytes(a, b))
    .map(([department, own]): DepartmentMeetings => {
      const pairs = new Map<string, number>()
      for (const team of groupBy(own, ({ draw, target }) => `${draw} ${target}`).values()) {
        teamSizes.push(team.length)
        addPairs(
          pairs,
          team.map(({ inspector }) => inspector),
        )
      }
      const people = [...countBy(own, ({ inspector }) => inspector)]
        .map(([inspector, visits]) => ({ inspector, visits }))
        .sort((a, b) => b.visits - a.visits || byBytes(a.inspector, b.inspector))
      return { department, people, pairs: mostFirst(pairs).map(([pair, times]) => ({ people: pair, times })) }
    })
  const together = new Map<string, number>()
  for (const visit of visits) addPairs(together, [...visit.departments])
  const joint = mostFirst(together).map(([pair, times]) => ({ departments: pair, times }))
  return { departments, joint, seats: seats.length, teamSizes }
}

/** Who goes to which firm, those who go most often first. */
export function targetsMet(seats: readonly YearSeat[]): TargetMet[] {
  const met = groupBy(seats, ({ department, inspector, target }) =>
    JSON.stringify([department, inspector, target]),
  )
  return [...met.values()]
    .map(own => ({ ...own[0]!, draws: own.map(({ draw }) => draw) }))
    .map(({ department, inspector, target, draws }) => ({ department, inspector, target, draws }))
    .sort(
      (a, b) =>
        b.draws.length - a.draws.length ||
        byBytes(a.department, b.department) ||
        byBytes(a.inspector, b.inspector) ||
        byBytes(a.target, b.target),
    )
}

function addPairs(pairs: Map<string, number>, members: readonly string[]): void {
  const sorted = sortByBytes([...members])
  for (const [i, a] of sorted.entries())
    for (const b of sorted.slice(i + 1)) addOne(pairs, JSON.stringify([a, b]))
}

function mostFirst(pairs: ReadonlyMap<string, number>): [[string, string], number][] {
  return [...pairs]
    .map(([key, times]): [[string, string], number] => [JSON.parse(key), times])
    .sort(([[a1, a2], a], [[b1, b2], b]) => b - a || byBytes(a1, b1) || byBytes(a2, b2))
}
