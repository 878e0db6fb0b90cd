import { barredFrom } from './barred.ts'
import { clearBit, hasBit, lowestBit, meet, setBit } from './bits.ts'
import type { Candidates } from './candidates.ts'
import type { Search } from './search.ts'
import { hasRoom, NOBODY, type Seating } from './seating.ts'

/** Offers a slot, whose holder moves to slot `to` or hands it on, to everybody who may take it. */
export function offer(
  candidates: Candidates,
  seating: Seating,
  search: Search,
  slot: number,
  to: number,
): number {
  search.slotVisited[slot] = search.turn
  search.movesTo[slot] = to
  const found = offerToOthers(candidates, seating, search, slot)
  return found === NOBODY ? offerToColleagues(candidates, seating, search, slot) : found
}

/** Offers a slot to everybody who does not sit at its target. */
export function offerToOthers(
  candidates: Candidates,
  seating: Seating,
  search: Search,
  slot: number,
): number {
  const { unvisited, takes, queue, wanted, hidden } = search
  const kind = candidates.kindOf[slot]!
  if (search.kindVisited[kind] === search.turn) return NOBODY
  const { bits } = candidates.kinds[kind]!
  hideThoseAt(candidates, seating, search, candidates.targetOf[slot]!)
  let found = NOBODY
  if (wanted !== NOBODY && hasBit(unvisited, wanted) && hasBit(bits, wanted)) {
    takes[wanted] = slot
    found = wanted
  }
  for (let word = 0; word < bits.length && found === NOBODY; word++) {
    let meets = bits[word]! & unvisited[word]!
    if (meets !== 0) unvisited[word]! &= ~meets
    for (; meets !== 0; meets &= meets - 1) {
      const person = (word << 5) + lowestBit(meets)
      takes[person] = slot
      queue[search.visited++] = person
      if (seating.load[person]! <= search.maxLoad && hasRoom(seating, person)) {
        found = person
        break
      }
    }
  }
  const leftOver = hidden.some(person => hasBit(bits, person))
  for (const person of hidden) setBit(unvisited, person)
  hidden.length = 0
  if (!leftOver && found === NOBODY) noteVisited(candidates, search, kind)
  return found
}

/** Whoever is barred from the target, or sits at it now, takes no slot of it. */
function hideThoseAt(candidates: Candidates, seating: Seating, search: Search, target: number): void {
  const { unvisited, hidden } = search
  const { firstSlot } = candidates
  for (const person of barredFrom(candidates, target)) {
    if (!hasBit(unvisited, person)) continue
    clearBit(unvisited, person)
    hidden.push(person)
  }
  for (let slot = firstSlot[target]!; slot < firstSlot[target + 1]!; slot++) {
    const person = seating.holder[slot]!
    if (slot === search.vacated || person === NOBODY || !hasBit(unvisited, person)) continue
    clearBit(unvisited, person)
    hidden.push(person)
  }
}

/** All candidates of a kind are visited; perhaps so are those of every kind of its tag. */
function noteVisited(
  { kinds, kindsOfTag }: Candidates,
  { kindVisited, tagVisited, unvisited, turn }: Search,
  kind: number,
): void {
  const { tag } = kinds[kind]!
  kindVisited[kind] = turn
  for (const other of kindsOfTag[tag]!) {
    if (kindVisited[other] === turn) continue
    if (meet(kinds[other]!.bits, unvisited)) return
    kindVisited[other] = turn
  }
  tagVisited[tag] = turn
}

/** A colleague may move over, and offer their own slot instead, where that reaches people whom this slot does not. */
export function offerToColleagues(
  candidates: Candidates,
  seating: Seating,
  search: Search,
  slot: number,
): number {
  const { kinds, kindOf, targetOf, firstSlot, beside } = candidates
  const target = targetOf[slot]!
  const { bits } = kinds[kindOf[slot]!]!
  const useful = beside[kindOf[slot]!]!
  search.slotAsked[slot] = search.turn
  if (useful.length === 0) return NOBODY
  for (let other = Math.max(firstSlot[target]!, seating.frozen); other < firstSlot[target + 1]!; other++) {
    const colleague = seating.holder[other]!
    if (search.slotVisited[other] === search.turn || colleague === NOBODY || !hasBit(bits, colleague))
      continue
    if (!useful.includes(kindOf[other]!)) continue
    const found = offer(candidates, seating, search, other, slot)
    if (found !== NOBODY) return found
  }
  return NOBODY
}
