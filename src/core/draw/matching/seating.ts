import type { Candidates } from './candidates.ts'

/** A slot that nobody holds, or the end of a list of slots. */
export const NOBODY = -1

/** Who holds which slot at the moment. The only thing that changes while a department is matched. */
export interface Seating {
  readonly holder: Int32Array
  /** Carried + assigned, of every person. */
  readonly load: Int32Array
  /** The highest load allowed; {@link NO_LIMIT} where there is none. */
  readonly capacity: Int32Array
  /** Slots before this one no longer change. The others are listed with their holder, one list for each tag. */
  frozen: number
  /** How many tags there are, and the tag of each slot. */
  readonly tags: number
  readonly tagOf: Int32Array
  /** The first slot in a list, at `person * tags + tag`; then the neighbours of each slot in it. */
  readonly first: Int32Array
  readonly next: Int32Array
  readonly previous: Int32Array
  /** When set, every change is noted as slot and former holder, so that {@link takeBack} can undo a trial. */
  journal: number[] | null
}

/** Higher than any load. */
export const NO_LIMIT = 2 ** 31 - 1

/** Every slot empty, everybody with what they carry. */
export function emptySeating({ people, kinds, kindsOfTag, kindOf }: Candidates): Seating {
  return {
    holder: new Int32Array(kindOf.length).fill(NOBODY),
    load: Int32Array.from(people, person => person.load),
    capacity: Int32Array.from(people, person => Math.min(person.capacity ?? NO_LIMIT, NO_LIMIT)),
    frozen: 0,
    tags: kindsOfTag.length,
    tagOf: kindOf.map(kind => kinds[kind]!.tag),
    first: new Int32Array(people.length * kindsOfTag.length).fill(NOBODY),
    next: new Int32Array(kindOf.length).fill(NOBODY),
    previous: new Int32Array(kindOf.length).fill(NOBODY),
    journal: null,
  }
}

export function copySeating(seating: Seating): Seating {
  return {
    ...seating,
    holder: seating.holder.slice(),
    load: seating.load.slice(),
    capacity: seating.capacity.slice(),
    first: seating.first.slice(),
    next: seating.next.slice(),
    previous: seating.previous.slice(),
    journal: null,
  }
}

/** Gives a slot to a person, or to nobody, and keeps the loads. */
export function reseat(seating: Seating, slot: number, person: number): void {
  const { holder, load, first, next, previous, journal } = seating
  const before = holder[slot]!
  if (journal) journal.push(slot, before)
  if (before !== NOBODY) {
    load[before]!--
    if (slot >= seating.frozen) unlist(seating, slot)
  }
  holder[slot] = person
  if (person === NOBODY) return
  load[person]!++
  if (slot < seating.frozen) return
  const list = person * seating.tags + seating.tagOf[slot]!
  const neighbour = first[list]!
  next[slot] = neighbour
  previous[slot] = NOBODY
  if (neighbour !== NOBODY) previous[neighbour] = slot
  first[list] = slot
}

/** Fixes the next slot for all later exchanges. */
export function freezeNext(seating: Seating): void {
  if (seating.holder[seating.frozen] !== NOBODY) unlist(seating, seating.frozen)
  seating.frozen++
}

/** Undoes everything in the journal and closes it. */
export function takeBack(seating: Seating): void {
  const journal = seating.journal ?? []
  seating.journal = null
  for (let i = journal.length - 2; i >= 0; i -= 2) reseat(seating, journal[i]!, journal[i + 1]!)
}

export function hasRoom({ load, capacity }: Seating, person: number): boolean {
  return load[person]! < capacity[person]!
}

function unlist({ holder, tags, tagOf, first, next, previous }: Seating, slot: number): void {
  const before = previous[slot]!
  const after = next[slot]!
  if (before === NOBODY) first[holder[slot]! * tags + tagOf[slot]!] = after
  else next[before] = after
  if (after !== NOBODY) previous[after] = before
}
