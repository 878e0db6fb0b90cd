import type { Digest } from '../ids.ts'
import { type Blocking, blockingOf } from './blocking/blocking.ts'
import { type Candidates, candidatesOf } from './matching/candidates.ts'
import type { Department } from './matching/department.ts'
import { makeEven } from './matching/even.ts'
import { fillFromHat } from './matching/fill.ts'
import { type Rng, rngFrom } from './matching/hat.ts'
import { newSearch } from './matching/search.ts'
import { fillByExchange, seatAll } from './matching/seat-all.ts'
import { emptySeating, type Seating } from './matching/seating.ts'

export type MatchOutcome =
  /** For each visit, in the order given, who sits on its open seats. */
  | { readonly kind: 'matched'; readonly seats: readonly (readonly string[])[] }
  | { readonly kind: 'infeasible'; readonly blocking: Blocking }

/**
 * Matches inspectors to the visits of one department (draw.md, section 6; also section 7, given what is kept).
 * `key` is the digest that keys the department's generator. The outcome follows from the rules and the key
 * alone: every correct solver gives the same people.
 */
export function matchDepartment(department: Department, key: Digest): MatchOutcome {
  const candidates = candidatesOf(department)
  const { seating, empty } = seatByKey(candidates, key)
  if (empty.length > 0)
    return { kind: 'infeasible', blocking: blockingOf(department, candidates, seating, empty) }
  return { kind: 'matched', seats: namesOf(department, candidates, seating) }
}

/** The same with people and seats as numbers: every seat filled by lot, or as many as can be, and those that stay `empty`. */
export function seatByKey(
  candidates: Candidates,
  key: Digest,
): { readonly seating: Seating; readonly empty: readonly number[] } {
  const rng = rngFrom(key)
  const seating = emptySeating(candidates)
  const empty = seatAll(candidates, seating)
  if (empty.length === 0) fill(candidates, seating, () => rng)
  return { seating, empty }
}

/**
 * Fills as many open seats as can be filled, the earlier before the later: a seat stays empty (`''`) where no admissible
 * assignment holds it and those before it that are filled (draw-2.md, section 7). `keyOf` keys the generator of each
 * seat, by the place of its visit and its own place among the visit's open seats.
 */
export function matchOpenSeats(
  department: Department,
  keyOf: (visit: number, place: number) => Digest,
): readonly (readonly string[])[] {
  const taken = placesTaken(department)
  const visits = department.visits.map((visit, v) => ({
    ...visit,
    open: visit.open.filter((_, place) => taken[v]![place]!),
  }))
  const places = taken.flatMap((own, v) => [...own.keys()].filter(k => own[k]!).map(k => keyOf(v, k)))
  const group = { ...department, visits }
  const candidates = candidatesOf(group)
  const seating = emptySeating(candidates)
  if (seatAll(candidates, seating).length > 0) throw new Error('the group was found to have an assignment')
  fill(candidates, seating, slot => rngFrom(places[slot]!))
  const seats = namesOf(group, candidates, seating)
  return taken.map((own, v) => {
    const names = seats[v]!.values()
    return own.map(isTaken => (isTaken ? names.next().value! : ''))
  })
}

/** For each open seat of each visit whether it joins the group: in order, while everybody before keeps a seat. */
function placesTaken(department: Department): readonly (readonly boolean[])[] {
  const candidates = candidatesOf(department)
  const { kindOf, firstSlot } = candidates
  const slots = [...kindOf.keys()]
  const empty = fillByExchange(candidates, emptySeating(candidates), newSearch(candidates), slots)
  const left = new Set(empty)
  return department.visits.map(({ open }, v) => open.map((_, k) => !left.has(firstSlot[v]! + k)))
}

/** Makes a full seating even and draws every name. */
function fill(candidates: Candidates, seating: Seating, rngOf: (slot: number) => Rng): void {
  const search = newSearch(candidates)
  makeEven(candidates, seating, search)
  fillFromHat(candidates, seating, search, rngOf)
}

/** Who sits where, by visit, in the order of its open seats. */
function namesOf(
  { visits }: Department,
  { people, firstSlot }: Candidates,
  { holder }: Seating,
): readonly (readonly string[])[] {
  const names = Array.from(holder, person => people[person]!.inspector)
  return visits.map((_, t) => names.slice(firstSlot[t], firstSlot[t + 1]))
}
