import { clearBit, emptyBits } from './bits.ts'
import type { Candidates } from './candidates.ts'
import { NOBODY } from './seating.ts'

/**
 * A search through the exchanges that are possible now: a person who takes one slot more hands one of their own to
 * somebody else, who hands one on in turn, until somebody keeps it. Inside a target, a colleague may also move over to
 * the slot handed on and give up their own. These are the residual arcs of the flow person → place at a target →
 * slot; a path that visits no person and no slot twice can be carried out as it stands.
 */
export interface Search {
  /** People not visited yet. Anybody missing at the start is out of bounds. */
  readonly unvisited: Uint32Array
  /** The people visited, in order, and how many they are. */
  readonly queue: Int32Array
  visited: number
  /** How many of them have handed on what they can, and how many have had their colleagues move over. */
  expanded: number
  consulted: number
  /** The slot that a visited person would take, {@link NOBODY} where the search began. */
  readonly takes: Int32Array
  /** The slot to which the holder of this one would move over; {@link NOBODY}: the holder hands it on. */
  readonly movesTo: Int32Array
  /**
   * The number of this search, noted at the slots it visited, at those whose colleagues it asked, and at the kinds and
   * tags all of whose candidates it visited.
   */
  turn: number
  readonly slotVisited: Int32Array
  readonly slotAsked: Int32Array
  readonly kindVisited: Int32Array
  readonly tagVisited: Int32Array
  readonly tagSpent: Int32Array
  /** A slot whose holder gives it up, whatever the search finds. */
  vacated: number
  /** The search ends at this person, or at anybody who has room and carries at most this load. */
  wanted: number
  maxLoad: number
  /** People who may not take a slot of the target in question, taken out of `unvisited` for a moment. */
  readonly hidden: number[]
}

export function newSearch({ people, kinds, kindsOfTag, kindOf }: Candidates): Search {
  return {
    unvisited: emptyBits(people.length),
    queue: new Int32Array(people.length),
    visited: 0,
    expanded: 0,
    consulted: 0,
    takes: new Int32Array(people.length),
    movesTo: new Int32Array(kindOf.length),
    turn: 0,
    slotVisited: new Int32Array(kindOf.length),
    slotAsked: new Int32Array(kindOf.length),
    kindVisited: new Int32Array(kinds.length),
    tagVisited: new Int32Array(kindsOfTag.length),
    tagSpent: new Int32Array(kindsOfTag.length),
    vacated: NOBODY,
    wanted: NOBODY,
    maxLoad: Number.NEGATIVE_INFINITY,
    hidden: [],
  }
}

/** Begins a search among these people. */
export function beginAmong(search: Search, people: Uint32Array): void {
  search.unvisited.set(people)
  search.visited = 0
  search.expanded = 0
  search.consulted = 0
  search.turn++
}

/** Starts the search from a person who takes `slot`, or who only gives one up ({@link NOBODY}). */
export function startAt(search: Search, person: number, slot: number): void {
  clearBit(search.unvisited, person)
  search.takes[person] = slot
  search.queue[search.visited++] = person
}
