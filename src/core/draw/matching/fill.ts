import { barredFrom } from './barred.ts'
import { allBits, hasBit, setBit } from './bits.ts'
import type { Candidates } from './candidates.ts'
import { type Components, canReach, oneComponent, split } from './components.ts'
import { carryOut, seek } from './exchange.ts'
import { drawName, type Rng } from './hat.ts'
import { offer } from './offer.ts'
import { beginAmong, type Search, startAt } from './search.ts'
import { freezeNext, hasRoom, NOBODY, reseat, type Seating } from './seating.ts'

/**
 * Fills the slots in order from the hat (draw.md, section 6), starting from any even seating. At every moment
 * there is an even seating that agrees with the slots filled so far; a name fits when exchanges that leave the sum of
 * squares unchanged can bring it to the slot. For any two cheapest flows, one turns into the other by cycles that cost
 * nothing, and a single one of them moves the name. `rngOf` gives the generator of a slot: section 6 has one for all.
 */
export function fillFromHat(
  candidates: Candidates,
  seating: Seating,
  search: Search,
  rngOf: (slot: number) => Rng,
): void {
  const size = candidates.people.length
  const tools = {
    search,
    components: oneComponent(size),
    everybody: allBits(size),
  }
  const hat = new Int32Array(size)
  while (seating.frozen < seating.holder.length) {
    const slot = seating.frozen
    freezeNext(seating)
    let names = fillHat(candidates, seating, slot, hat)
    const rng = rngOf(slot)
    while (!seats(candidates, seating, tools, slot, drawName(hat, names, rng))) names--
  }
}

interface Tools {
  readonly search: Search
  readonly components: Components
  readonly everybody: Uint32Array
}

/** Puts the candidates who do not yet sit at the target into the hat; returns how many. */
function fillHat(candidates: Candidates, { holder }: Seating, slot: number, hat: Int32Array): number {
  const { kinds, kindOf, targetOf, firstSlot } = candidates
  const { members } = kinds[kindOf[slot]!]!
  const target = targetOf[slot]!
  hat.set(members)
  let names = members.length
  const drop = (person: number): void => {
    const place = hat.indexOf(person)
    if (place === NOBODY || place >= names) return
    hat.copyWithin(place, place + 1, names)
    names--
  }
  for (const person of barredFrom(candidates, target)) drop(person)
  for (let earlier = firstSlot[target]!; earlier < slot; earlier++) drop(holder[earlier]!)
  return names
}

/** Seats the name at the slot, if an even seating allows it. */
function seats(candidates: Candidates, seating: Seating, tools: Tools, slot: number, name: number): boolean {
  const { load } = seating
  const { search, components, everybody } = tools
  const holder = seating.holder[slot]!
  if (name === holder) return true
  const own = ownLaterSlot(candidates, seating, slot, name)
  if (own === NOBODY && load[name] === load[holder]! - 1 && hasRoom(seating, name)) {
    reseat(seating, slot, name)
    return true
  }
  const component = components.of[name]!
  if (own === NOBODY && !canReach(components, component, candidates, seating, slot)) return false

  beginAmong(search, own === NOBODY ? components.people[component]! : everybody)
  search.vacated = slot
  if (own === NOBODY) startAt(search, name, slot)
  const found =
    tradeFor(candidates, seating, search, slot, own) || tradeWithRoom(candidates, seating, search, holder)
  if (!found) split(components, search.queue.subarray(0, search.visited))
  return found
}

/** The slot of the same target, not yet filled from the hat, that the name holds at the moment. */
function ownLaterSlot(
  { firstSlot, targetOf }: Candidates,
  { holder }: Seating,
  slot: number,
  name: number,
): number {
  const end = firstSlot[targetOf[slot]! + 1]!
  for (let later = slot + 1; later < end; later++) if (holder[later] === name) return later
  return NOBODY
}

/** An exchange in which the holder of the slot gets another in return, or carries one less and somebody else one more. */
function tradeFor(
  candidates: Candidates,
  seating: Seating,
  search: Search,
  slot: number,
  own: number,
): boolean {
  const holder = seating.holder[slot]!
  setBit(search.unvisited, holder)
  search.wanted = holder
  search.maxLoad = seating.load[holder]! - 1
  let end = own === NOBODY ? NOBODY : offer(candidates, seating, search, own, slot)
  if (end === NOBODY) end = seek(candidates, seating, search)
  if (end !== NOBODY) carryOut(seating, search, end)
  return end !== NOBODY
}

/**
 * Two exchanges at once: the lightest person visited who has room keeps one slot more, and somebody who carries one
 * more than that passes one on until the holder gets it. The two paths cannot cross, or the first search would have
 * gone on.
 */
function tradeWithRoom(candidates: Candidates, seating: Seating, search: Search, holder: number): boolean {
  const lightest = lightestMet(seating, search)
  if (lightest === NOBODY) return false
  for (let person = 0; person < seating.load.length; person++) {
    if (seating.load[person]! > seating.load[lightest]! && hasBit(search.unvisited, person))
      startAt(search, person, NOBODY)
  }
  search.maxLoad = Number.NEGATIVE_INFINITY
  const end = seek(candidates, seating, search)
  if (end === NOBODY) return false
  carryOut(seating, search, lightest)
  carryOut(seating, search, end)
  return end === holder
}

/** Of the people visited who have room, one who carries least. */
function lightestMet(seating: Seating, search: Search): number {
  let lightest = NOBODY
  for (const person of search.queue.subarray(0, search.visited)) {
    if (!hasRoom(seating, person)) continue
    if (lightest === NOBODY || seating.load[person]! < seating.load[lightest]!) lightest = person
  }
  return lightest
}
