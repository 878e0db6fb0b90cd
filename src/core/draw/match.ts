import type { Digest } from '../ids.ts'
import { type Blocking, blockingOf } from './blocking/blocking.ts'
import { candidatesOf } from './matching/candidates.ts'
import type { Department } from './matching/department.ts'
import { makeEven } from './matching/even.ts'
import { fillFromHat } from './matching/fill.ts'
import { rngFrom } from './matching/hat.ts'
import { seatAll } from './matching/seat-all.ts'
import { emptySeating } from './matching/seating.ts'

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
  const rng = rngFrom(key)
  const candidates = candidatesOf(department)
  const seating = emptySeating(candidates)
  const empty = seatAll(candidates, seating)
  if (empty.length > 0)
    return { kind: 'infeasible', blocking: blockingOf(department, candidates, seating, empty) }
  makeEven(candidates, seating)
  fillFromHat(candidates, seating, rng)
  const names = Array.from(seating.holder, person => candidates.people[person]!.inspector)
  const { firstSlot } = candidates
  return {
    kind: 'matched',
    seats: department.visits.map((_, t) => names.slice(firstSlot[t], firstSlot[t + 1])),
  }
}
