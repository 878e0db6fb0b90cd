import { meet } from './bits.ts'
import type { Candidates } from './candidates.ts'
import { offerToColleagues, offerToOthers } from './offer.ts'
import type { Search } from './search.ts'
import { NOBODY, reseat, type Seating } from './seating.ts'

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
