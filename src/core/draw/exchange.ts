import { clearBit, emptyBits, hasBit, lowestBit, meet, setBit } from './bits.ts'
import type { Candidates } from './candidates.ts'
import { hasRoom, NOBODY, reseat, type Seating } from './seating.ts'

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

/**
 * Goes on until the goal is met, and answers with that person; {@link NOBODY} when all is searched. Moves inside
 * a target cost a look at each colleague and seldom help, so that they wait until handing on leads no further.
 */
export function seek(candidates: Candidates, seating: Seating, search: Search): number {
  for (;;) {
    while (search.handed < search.met) {
      const found = handOn(candidates, seating, search, search.queue[search.handed++]!)
      if (found !== NOBODY) return found
    }
    if (search.moved === search.met) return NOBODY
    while (search.moved < search.met && search.handed === search.met) {
      const found = askColleagues(candidates, seating, search, search.queue[search.moved++]!)
      if (found !== NOBODY) return found
    }
  }
}

/** Offers a slot, whose holder moves to slot `to` or hands it on, to all who may take it. */
export function offer(
  candidates: Candidates,
  seating: Seating,
  search: Search,
  slot: number,
  to: number,
): number {
  search.slotMet[slot] = search.turn
  search.movesTo[slot] = to
  const found = offerToOthers(candidates, seating, search, slot)
  return found === NOBODY ? offerToColleagues(candidates, seating, search, slot) : found
}

/** Carries out the path that ends at this person. Answers with who holds one slot less; {@link NOBODY}: no one. */
export function carryOut(seating: Seating, search: Search, end: number): number {
  let person = end
  let slot = search.takes[end]!
  while (slot !== NOBODY) {
    const before = seating.holder[slot]!
    reseat(seating, slot, person)
    if (before === NOBODY || slot === search.vacated) return before
    person = before
    slot = search.movesTo[slot] === NOBODY ? search.takes[before]! : search.movesTo[slot]!
  }
  return person
}

/** Has a person hand on each of their slots that somebody not met yet can take. */
function handOn(candidates: Candidates, seating: Seating, search: Search, person: number): number {
  const { kindOf, tagsOfPerson } = candidates
  const { turn, slotMet, kindMet, tagMet } = search
  for (const tag of tagsOfPerson[person]!) {
    if (tagMet[tag] === turn) continue
    for (
      let slot = seating.first[person * seating.tags + tag]!;
      slot !== NOBODY;
      slot = seating.next[slot]!
    ) {
      if (kindMet[kindOf[slot]!] === turn || slotMet[slot] === turn) continue
      slotMet[slot] = turn
      search.movesTo[slot] = NOBODY
      const found = offerToOthers(candidates, seating, search, slot)
      if (found !== NOBODY) return found
    }
  }
  return NOBODY
}

/** Has the colleagues of a person, at every target, move over to the person's slot. */
function askColleagues(candidates: Candidates, seating: Seating, search: Search, person: number): number {
  const { turn, slotMet, slotAsked } = search
  for (const tag of candidates.tagsOfPerson[person]!) {
    if (!isWorthAsking(candidates, search, tag)) continue
    for (
      let slot = seating.first[person * seating.tags + tag]!;
      slot !== NOBODY;
      slot = seating.next[slot]!
    ) {
      if (slotAsked[slot] === turn) continue
      if (slotMet[slot] !== turn) search.movesTo[slot] = NOBODY
      slotMet[slot] = turn
      const found = offerToColleagues(candidates, seating, search, slot)
      if (found !== NOBODY) return found
    }
  }
  return NOBODY
}

/** Whether beside slots of this tag a slot may stand whose candidates are not all met. */
function isWorthAsking({ kinds, kindsOfTag, beside }: Candidates, search: Search, tag: number): boolean {
  const { kindMet, tagSpent, fresh, turn } = search
  if (tagSpent[tag] === turn) return false
  const worth = kindsOfTag[tag]!.some(kind =>
    beside[kind]!.some(other => kindMet[other] !== turn && meet(kinds[other]!.bits, fresh)),
  )
  if (!worth) tagSpent[tag] = turn
  return worth
}

function offerToOthers(candidates: Candidates, seating: Seating, search: Search, slot: number): number {
  const { fresh, takes, queue, wanted, hidden } = search
  const kind = candidates.kindOf[slot]!
  if (search.kindMet[kind] === search.turn) return NOBODY
  const { bits } = candidates.kinds[kind]!
  hideThoseAt(candidates, seating, search, candidates.targetOf[slot]!)
  let found = NOBODY
  if (wanted !== NOBODY && hasBit(fresh, wanted) && hasBit(bits, wanted)) {
    takes[wanted] = slot
    found = wanted
  }
  for (let word = 0; word < bits.length && found === NOBODY; word++) {
    let meets = bits[word]! & fresh[word]!
    if (meets !== 0) fresh[word]! &= ~meets
    for (; meets !== 0; meets &= meets - 1) {
      const person = (word << 5) + lowestBit(meets)
      takes[person] = slot
      queue[search.met++] = person
      if (seating.load[person]! <= search.enough && hasRoom(seating, person)) {
        found = person
        break
      }
    }
  }
  const leftOver = hidden.some(person => hasBit(bits, person))
  for (const person of hidden) setBit(fresh, person)
  hidden.length = 0
  if (!leftOver && found === NOBODY) noteMet(candidates, search, kind)
  return found
}

/** Whoever is barred from the target, or sits at it now, takes no slot of it. */
function hideThoseAt(
  { barred, firstSlot }: Candidates,
  seating: Seating,
  search: Search,
  target: number,
): void {
  const { fresh, hidden } = search
  for (const person of barred[target]!) {
    if (!hasBit(fresh, person)) continue
    clearBit(fresh, person)
    hidden.push(person)
  }
  for (let slot = firstSlot[target]!; slot < firstSlot[target + 1]!; slot++) {
    const person = seating.holder[slot]!
    if (slot === search.vacated || person === NOBODY || !hasBit(fresh, person)) continue
    clearBit(fresh, person)
    hidden.push(person)
  }
}

/** All candidates of a kind are met; perhaps that goes for all kinds of its tag, too. */
function noteMet(
  { kinds, kindsOfTag }: Candidates,
  { kindMet, tagMet, fresh, turn }: Search,
  kind: number,
): void {
  const { tag } = kinds[kind]!
  kindMet[kind] = turn
  for (const other of kindsOfTag[tag]!) {
    if (kindMet[other] === turn) continue
    if (meet(kinds[other]!.bits, fresh)) return
    kindMet[other] = turn
  }
  tagMet[tag] = turn
}

/** A colleague may move over, and offer their own slot instead, where that reaches people this slot does not. */
function offerToColleagues(candidates: Candidates, seating: Seating, search: Search, slot: number): number {
  const { kinds, kindOf, targetOf, firstSlot, beside } = candidates
  const target = targetOf[slot]!
  const { bits } = kinds[kindOf[slot]!]!
  const useful = beside[kindOf[slot]!]!
  search.slotAsked[slot] = search.turn
  if (useful.length === 0) return NOBODY
  for (let other = Math.max(firstSlot[target]!, seating.frozen); other < firstSlot[target + 1]!; other++) {
    const colleague = seating.holder[other]!
    if (search.slotMet[other] === search.turn || colleague === NOBODY || !hasBit(bits, colleague)) continue
    if (!useful.includes(kindOf[other]!)) continue
    const found = offer(candidates, seating, search, other, slot)
    if (found !== NOBODY) return found
  }
  return NOBODY
}
