import { clearBit, emptyBits } from './bits.ts'
import type { Candidates } from './candidates.ts'
import { NOBODY } from './seating.ts'

/**
 * A search through the exchanges that are possible now: whoever takes one slot more hands one of their own to
 * somebody else, who hands one on, until somebody keeps it. Inside a target, a colleague may also move over to
 * the slot handed on and give up their own. These are the residual arcs of the flow person → place at a target →
 * slot; a path that meets nobody and no slot twice can be carried out as it stands.
 */
export interface Search {
  /** People not met yet. Whoever is not in here at the start is out of bounds. */
  readonly fresh: Uint32Array
  /** People met, in order: how many, and how many of them handed on what they can, and were moved to what they can. */
  readonly queue: Int32Array
  met: number
  handed: number
  moved: number
  /** The slot that a person met would take, {@link NOBODY} where the search began. */
  readonly takes: Int32Array
  /** The slot to which the holder of this one would move over; {@link NOBODY}: the holder hands it on. */
  readonly movesTo: Int32Array
  /** The number of this search, noted at slots that it met, slots whose colleagues it asked, and kinds and tags all of whose candidates it met. */
  turn: number
  readonly slotMet: Int32Array
  readonly slotAsked: Int32Array
  readonly kindMet: Int32Array
  readonly tagMet: Int32Array
  readonly tagSpent: Int32Array
  /** A slot whose holder gives it up, whatever the search finds. */
  vacated: number
  /** The search ends at this person, or at anybody with room and at most this load. */
  wanted: number
  enough: number
  /** People who may not take a slot of the target looked at, taken out of `fresh` for a moment. */
  readonly hidden: number[]
}

export function newSearch({ people, kinds, kindsOfTag, kindOf }: Candidates): Search {
  return {
    fresh: emptyBits(people.length),
    queue: new Int32Array(people.length),
    met: 0,
    handed: 0,
    moved: 0,
    takes: new Int32Array(people.length),
    movesTo: new Int32Array(kindOf.length),
    turn: 0,
    slotMet: new Int32Array(kindOf.length),
    slotAsked: new Int32Array(kindOf.length),
    kindMet: new Int32Array(kinds.length),
    tagMet: new Int32Array(kindsOfTag.length),
    tagSpent: new Int32Array(kindsOfTag.length),
    vacated: NOBODY,
    wanted: NOBODY,
    enough: Number.NEGATIVE_INFINITY,
    hidden: [],
  }
}

/** Begins a search among these people. */
export function beginAmong(search: Search, people: Uint32Array): void {
  search.fresh.set(people)
  search.met = 0
  search.handed = 0
  search.moved = 0
  search.turn++
}

/** Lets the search start from a person who takes `slot`, or who only gives one up ({@link NOBODY}). */
export function startAt(search: Search, person: number, slot: number): void {
  clearBit(search.fresh, person)
  search.takes[person] = slot
  search.queue[search.met++] = person
}
