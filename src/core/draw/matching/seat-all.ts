import { allBits } from './bits.ts'
import type { Candidates } from './candidates.ts'
import { type Chain, chainTo, fillByChain, isAt } from './chain.ts'
import { carryOut, seek } from './exchange.ts'
import { offer } from './offer.ts'
import { beginAmong, newSearch, type Search } from './search.ts'
import { hasRoom, NOBODY, reseat, type Seating } from './seating.ts'

/**
 * Fills as many empty slots as can be filled at once and returns those that stay empty. Slots with few candidates come
 * first, each going to the candidate who carries least; a slot for which nobody has room makes others hand on a slot of
 * theirs. What stays empty would stay empty in every admissible attempt.
 */
export function seatAll(candidates: Candidates, seating: Seating): readonly number[] {
  const left: number[] = []
  for (const kind of slotsByKind(candidates)) seatKind(candidates, seating, kind, left)
  return left.length === 0 ? left : fillByExchange(candidates, seating, newSearch(candidates), left)
}

/** How many chains of a kind are kept: the seats of one target are filled by different people. */
const KEPT = 4

/** Fills as many of these empty slots as possible by exchanges; returns those that stay empty. */
export function fillByExchange(
  candidates: Candidates,
  seating: Seating,
  search: Search,
  slots: readonly number[],
): readonly number[] {
  const alive = allBits(candidates.people.length)
  const chains = new Map<number, readonly Chain[]>()
  return slots.filter(slot => {
    const kind = candidates.kindOf[slot]!
    const before = chains.get(kind) ?? []
    if (before.some(chain => fillByChain(candidates, seating, chain, slot))) return false
    const found = findRoom(candidates, seating, search, alive, slot)
    if (found === NOBODY) {
      alive.set(search.unvisited) // nobody visited could help, now or later
      return true
    }
    const chain = chainTo(candidates, seating, search, found)
    if (chain !== null) chains.set(kind, [chain, ...before.slice(0, KEPT - 1)])
    carryOut(seating, search, found)
    return false
  })
}

/** Looks for somebody with room, starting from an empty slot. Where there is nobody, no person visited has room. */
export function findRoom(
  candidates: Candidates,
  seating: Seating,
  search: Search,
  among: Uint32Array,
  slot: number,
): number {
  beginAmong(search, among)
  search.maxLoad = Number.POSITIVE_INFINITY
  const found = offer(candidates, seating, search, slot, NOBODY)
  return found === NOBODY ? seek(candidates, seating, search) : found
}

/** Slots of one kind, in order. */
interface SlotsOfKind {
  readonly kind: number
  readonly slots: Int32Array
}

/** The slots, by kind; the kinds with the fewest candidates first. */
function slotsByKind({ kinds, kindOf }: Candidates): readonly SlotsOfKind[] {
  const counts = new Int32Array(kinds.length)
  for (let slot = 0; slot < kindOf.length; slot++) counts[kindOf[slot]!]!++
  const groups = kinds.map((_, kind): SlotsOfKind => ({ kind, slots: new Int32Array(counts[kind]!) }))
  counts.fill(0)
  for (let slot = 0; slot < kindOf.length; slot++) {
    const kind = kindOf[slot]!
    groups[kind]!.slots[counts[kind]!++] = slot
  }
  return groups.sort((a, b) => kinds[a.kind]!.members.length - kinds[b.kind]!.members.length)
}

/**
 * Gives each slot of a kind to the candidate who carries least. No candidate with room
 * carries less than `floor`; loads only grow here, so the search may stop at the first who carries that.
 */
function seatKind(
  candidates: Candidates,
  seating: Seating,
  { kind, slots }: SlotsOfKind,
  left: number[],
): void {
  const { members } = candidates.kinds[kind]!
  const { load } = seating
  let floor = Number.NEGATIVE_INFINITY
  let start = 0
  for (const slot of slots) {
    let best = NOBODY
    let lowest = Number.POSITIVE_INFINITY
    let turned = start
    for (let step = 0; step < members.length; step++) {
      const place = start + step < members.length ? start + step : start + step - members.length
      const person = members[place]!
      if (!hasRoom(seating, person)) continue
      lowest = Math.min(lowest, load[person]!)
      if (best !== NOBODY && load[person]! >= load[best]!) continue
      if (isAt(candidates, seating, candidates.targetOf[slot]!, person)) continue
      best = person
      turned = place + 1
      if (load[person]! <= floor) break
    }
    if (best === NOBODY || load[best]! > floor) floor = lowest
    start = turned
    if (best === NOBODY) left.push(slot)
    else reseat(seating, slot, best)
  }
}
