import { barredFrom } from '../matching/barred.ts'
import { allBits, emptyBits, hasBit, setBit } from '../matching/bits.ts'
import type { Candidates } from '../matching/candidates.ts'
import { NO_LIMIT, NOBODY } from '../matching/seating.ts'

/**
 * Targets S and inspectors R, by number. R have too few places for the seats of S that only they can fill, if
 * Σ seats(S) − Σ free places(R) − Σ_{t∈S} (seats of t that inspectors outside R can fill) > 0
 * (draw.md, section 6): a proof, checked by counting, that no admissible assignment exists.
 */
export interface BlockingSet {
  readonly targets: readonly number[]
  readonly people: Uint32Array
}

export interface BlockingCount {
  readonly seats: number
  readonly free: number
  readonly outside: number
  readonly deficit: number
}

export function count(candidates: Candidates, { targets, people }: BlockingSet): BlockingCount {
  const outsiders = helpersAmong(candidates, person => !hasBit(people, person))
  const seats = targets.reduce((sum, target) => sum + seatsAt(candidates, target), 0)
  const outside = targets.reduce((sum, target) => sum + seatsFilledBy(outsiders, candidates, target), 0)
  const free = freePlaces(candidates, people)
  return { seats, free, outside, deficit: seats - free - outside }
}

/** The free places of these people together. Somebody over capacity has no free place, not a negative number of them. */
export function freePlaces(candidates: Candidates, people: Uint32Array): number {
  let free = 0
  for (let person = 0; person < candidates.people.length; person++) {
    if (hasBit(people, person)) free += freeOf(candidates, person)
  }
  return free
}

export function freeOf({ people }: Candidates, person: number): number {
  const { capacity, load } = people[person]!
  return Math.max(0, (capacity ?? NO_LIMIT) - load)
}

export function seatsAt({ firstSlot }: Candidates, target: number): number {
  return firstSlot[target + 1]! - firstSlot[target]!
}

/** Of each kind of slot, the candidates who may help. */
export type Helpers = readonly Int32Array[]

export function helpersAmong({ kinds }: Candidates, mayHelp: (person: number) => boolean): Helpers {
  return kinds.map(({ members }) => members.filter(mayHelp))
}

/**
 * How many seats of one target the helpers can fill together, each sitting once, loads aside. For each seat it is
 * enough to look at as many candidates as the target has seats: one of them is always left for it.
 */
export function seatsFilledBy(helpers: Helpers, candidates: Candidates, target: number): number {
  const { kindOf, firstSlot } = candidates
  const barred = barredFrom(candidates, target)
  const seats = seatsAt(candidates, target)
  const few: number[][] = []
  for (let slot = firstSlot[target]!; slot < firstSlot[target + 1]!; slot++) {
    const some: number[] = []
    for (const person of helpers[kindOf[slot]!]!) {
      if (some.length === seats) break
      if (!barred.includes(person)) some.push(person)
    }
    few.push(some)
  }
  return largestMatching(few)
}

export function everybodyIn({ people }: Candidates): Uint32Array {
  return allBits(people.length)
}

export function peopleAmong(numbers: Int32Array, size: number): Uint32Array {
  const people = emptyBits(size)
  for (const person of numbers) setBit(people, person)
  return people
}

/** The largest number of seats that can each be given a person of their own (Kuhn's augmenting paths; a handful of seats). */
function largestMatching(few: readonly (readonly number[])[]): number {
  const seatOf = new Map<number, number>()
  const place = (seat: number, asked: Set<number>): boolean =>
    few[seat]!.some(person => {
      if (asked.has(person)) return false
      asked.add(person)
      const held = seatOf.get(person) ?? NOBODY
      if (held !== NOBODY && !place(held, asked)) return false
      seatOf.set(person, seat)
      return true
    })
  return few.filter((_, seat) => place(seat, new Set())).length
}
