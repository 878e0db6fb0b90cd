import { meet } from './bits.ts'
import type { Candidates } from './candidates.ts'
import { offerToColleagues, offerToOthers } from './offer.ts'
import type { Search } from './search.ts'
import { NOBODY, reseat, type Seating } from './seating.ts'

/**
 * Searches until it reaches its goal and returns that person, or {@link NOBODY} once everything is searched. Moves
 * inside a target cost a look at each colleague and seldom help, so they wait until handing on leads no further.
 */
export function seek(candidates: Candidates, seating: Seating, search: Search): number {
  for (;;) {
    while (search.expanded < search.visited) {
      const found = handOn(candidates, seating, search, search.queue[search.expanded++]!)
      if (found !== NOBODY) return found
    }
    if (search.consulted === search.visited) return NOBODY
    while (search.consulted < search.visited && search.expanded === search.visited) {
      const found = askColleagues(candidates, seating, search, search.queue[search.consulted++]!)
      if (found !== NOBODY) return found
    }
  }
}

/** Carries out the path that ends at this person. Returns who now holds one slot less, or {@link NOBODY}. */
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

/** Has a person hand on each of their slots that somebody not yet visited can take. */
function handOn(candidates: Candidates, seating: Seating, search: Search, person: number): number {
  const { kindOf, tagsOfPerson } = candidates
  const { turn, slotVisited, kindVisited, tagVisited } = search
  for (const tag of tagsOfPerson[person]!) {
    if (tagVisited[tag] === turn) continue
    for (
      let slot = seating.first[person * seating.tags + tag]!;
      slot !== NOBODY;
      slot = seating.next[slot]!
    ) {
      if (kindVisited[kindOf[slot]!] === turn || slotVisited[slot] === turn) continue
      slotVisited[slot] = turn
      search.movesTo[slot] = NOBODY
      const found = offerToOthers(candidates, seating, search, slot)
      if (found !== NOBODY) return found
    }
  }
  return NOBODY
}

/** Has the colleagues of a person, at every target, move over to the person's slot. */
function askColleagues(candidates: Candidates, seating: Seating, search: Search, person: number): number {
  const { turn, slotVisited, slotAsked } = search
  for (const tag of candidates.tagsOfPerson[person]!) {
    if (!isWorthAsking(candidates, search, tag)) continue
    for (
      let slot = seating.first[person * seating.tags + tag]!;
      slot !== NOBODY;
      slot = seating.next[slot]!
    ) {
      if (slotAsked[slot] === turn) continue
      if (slotVisited[slot] !== turn) search.movesTo[slot] = NOBODY
      slotVisited[slot] = turn
      const found = offerToColleagues(candidates, seating, search, slot)
      if (found !== NOBODY) return found
    }
  }
  return NOBODY
}

/** Whether slots of this tag can have a neighbour whose candidates are not all visited. */
function isWorthAsking({ kinds, kindsOfTag, beside }: Candidates, search: Search, tag: number): boolean {
  const { kindVisited, tagSpent, unvisited, turn } = search
  if (tagSpent[tag] === turn) return false
  const worth = kindsOfTag[tag]!.some(kind =>
    beside[kind]!.some(other => kindVisited[other] !== turn && meet(kinds[other]!.bits, unvisited)),
  )
  if (!worth) tagSpent[tag] = turn
  return worth
}
