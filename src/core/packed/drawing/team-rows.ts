import { byBytes } from '../../bytes.ts'
import type { Blocking } from '../../draw/blocking/blocking.ts'
import { blockingOf } from '../../draw/blocking/blocking.ts'
import type { AssignmentRow, RecusalRow } from '../../draw/folder/rows.ts'
import { headingOf } from '../../draw/folder/table.ts'
import { ASSIGNMENT } from '../../draw/folder/tables.ts'
import { seatByKey } from '../../draw/match.ts'
import { candidatesFor } from '../../draw/matching/candidates.ts'
import type { Place } from '../../draw/matching/department.ts'
import type { Staff } from '../../draw/teams.ts'
import type { DepartmentCode, Digest, InspectorId } from '../../ids.ts'
import type { Pieces } from '../../pieces.ts'
import { byteMap, hashOf } from '../byte-map.ts'
import { writtenInPieces } from './line-writer.ts'
import { idOfRow, type LowRows } from './low-rows.ts'
import { inIdOrder } from './row-orders.ts'
import { rowsInPieces } from './rows-in-pieces.ts'

/** Who sits where for one department. */
export interface TeamRows {
  readonly department: DepartmentCode
  readonly seats: number
  /** The first seat of each row in `holder`; −1 where the department does not go there. */
  readonly firstSeat: Int32Array
  /** Who sits on each seat, as their place in `people`. */
  readonly holder: Int32Array
  readonly people: readonly InspectorId[]
}

export type TeamRowsOutcome =
  | { readonly kind: 'matched'; readonly teams: readonly TeamRows[] }
  | { readonly kind: 'infeasible'; readonly department: DepartmentCode; readonly blocking: Blocking }

/** The same as `matchTeams` (draw.md, section 6); `drawn` are the drawn rows in the order of (ticket, target). */
export function matchRows(
  rows: LowRows,
  drawn: Uint32Array,
  { pool: staff, recusals, teams, avoidSameArea }: Omit<Staff, 'frame'>,
  keyOf: (department: DepartmentCode) => Digest,
): TeamRowsOutcome {
  const recusedFrom = recusedPeople(rows, recusals)
  const matched: TeamRows[] = []
  for (const { department, seats } of teams) {
    const goes = rows.places.map(({ departments }) => departments.includes(department))
    const going = drawn.filter(row => goes[rows.placeOf[row]!])
    if (going.length === 0) continue
    const places = rows.places.map(({ area }): Place => ({ area, open: seats }))
    const pool = staff.filter(row => row.department === department)
    const candidates = candidatesFor({
      pool,
      avoidSameArea,
      visits: placesOf(rows, going, places),
      keptFrom: visit => recusedFrom(going[visit]!),
    })
    const { seating, empty } = seatByKey(candidates, keyOf(department))
    if (empty.length > 0) {
      const visits = Array.from(going, row => ({
        ...{ target: idOfRow(rows, row), ...places[rows.placeOf[row]!]! },
        sitting: [],
      }))
      const group = { visits, pool, recusals, avoidSameArea }
      return { kind: 'infeasible', department, blocking: blockingOf(group, candidates, seating, empty) }
    }
    const firstSeat = new Int32Array(rows.count).fill(-1)
    for (let visit = 0; visit < going.length; visit++) firstSeat[going[visit]!] = visit * seats.length
    matched.push({
      ...{ department, seats: seats.length, firstSeat, holder: seating.holder },
      people: candidates.people.map(({ inspector }) => inspector),
    })
  }
  return { kind: 'matched', teams: matched }
}

/** The place of each of these rows: nothing is held of it. */
function placesOf({ placeOf }: LowRows, going: Uint32Array, places: readonly Place[]): Iterable<Place> {
  return {
    *[Symbol.iterator]() {
      for (let visit = 0; visit < going.length; visit++) yield places[placeOf[going[visit]!]!]!
    },
  }
}

/** Teams in the order of `assignment.csv`: its targets, and the departments that go to each. */
export interface OrderedTeams {
  readonly order: Uint32Array
  readonly teams: readonly TeamRows[]
}

export function orderedTeams(rows: LowRows, drawn: Uint32Array, teams: readonly TeamRows[]): OrderedTeams {
  return {
    order: inIdOrder(rows, drawn),
    teams: teams.toSorted((a, b) => byBytes(a.department, b.department)),
  }
}

/** Who is matched, each once, in the order of their first seats. */
export function peopleIn({ order, teams }: OrderedTeams): InspectorId[] {
  const seen = teams.map(({ people }) => new Uint8Array(people.length))
  const found = new Set<InspectorId>()
  for (const row of order)
    for (const [t, { firstSeat, holder, seats, people }] of teams.entries())
      for (let seat = firstSeat[row]!, end = seat + seats; seat >= 0 && seat < end; seat++) {
        const person = holder[seat]!
        if (seen[t]![person] === 0) found.add(people[person]!)
        seen[t]![person] = 1
      }
  return [...found]
}

/** `assignment.csv`. */
export function assignmentFile(rows: LowRows, { order, teams }: OrderedTeams): Pieces {
  const encoder = new TextEncoder()
  const own = teams.map(({ department, seats, people, ...team }) => ({
    ...team,
    before: Array.from({ length: seats }, (_, seat) => encoder.encode(`,${department},${seat + 1},`)),
    names: people.map(name => encoder.encode(`${name}\n`)),
  }))
  const { bytes, ids } = rows
  return writtenInPieces(headingOf(ASSIGNMENT), function* lines(to) {
    for (const row of order) {
      for (const { firstSeat, holder, before, names } of own) {
        const first = firstSeat[row]!
        for (let seat = 0; first >= 0 && seat < before.length; seat++) {
          const name = names[holder[first + seat]!]!
          to.bytes(bytes, ids[2 * row]!, ids[2 * row + 1]!)
          to.bytes(before[seat]!, 0, before[seat]!.length)
          to.bytes(name, 0, name.length)
        }
      }
      if (to.isFull()) yield
    }
  })
}

/** The rows of an `assignment.csv` that was written so. */
export function assignmentRows(file: Pieces): Iterable<AssignmentRow> {
  return rowsInPieces(
    file,
    ([target, department, seat, inspector]) =>
      ({ target, department, seat: Number(seat), inspector }) as AssignmentRow,
  )
}

/** Who is recused from the target of a row, in the order of the pairs. */
function recusedPeople(
  { bytes, ids }: LowRows,
  recusals: readonly RecusalRow[],
): (row: number) => readonly InspectorId[] {
  const numbers = byteMap()
  const lists: InspectorId[][] = []
  const encoder = new TextEncoder()
  for (const { target, inspector } of recusals) {
    const name = encoder.encode(target)
    const hash = hashOf(name, 0, name.length)
    let number = numbers.find(name, 0, name.length, hash)
    if (number < 0) {
      number = numbers.add(name, 0, name.length, hash)
      lists.push([])
    }
    lists[number]!.push(inspector)
  }
  return row => {
    if (lists.length === 0) return NOBODY
    const [from, to] = [ids[2 * row]!, ids[2 * row + 1]!]
    const number = numbers.find(bytes, from, to, hashOf(bytes, from, to))
    return number < 0 ? NOBODY : lists[number]!
  }
}

const NOBODY: readonly InspectorId[] = []
