import { barredFrom } from './barred.ts'
import type { Candidates } from './candidates.ts'
import type { Search } from './search.ts'
import { hasRoom, NOBODY, reseat, type Seating } from './seating.ts'

/**
 * How an empty slot was filled by handing on: `people[0]` took it and gave up a slot to `people[1]`, and so on, until the
 * last had room. `kinds[i]` is the kind of slot that `people[i]` took. Where thousands of slots stay empty, each path
 * found serves the next slots of its kind too, and a search for each of them is saved.
 */
export interface Chain {
  readonly people: readonly number[]
  readonly kinds: readonly number[]
}

/** How many slots of a person are looked at for one of the kind wanted, at most. */
const LOOKED_AT = 64

/** The path that a search found to `end`, before it is carried out; null where somebody moves inside a target. */
export function chainTo(
  { kindOf }: Candidates,
  { holder }: Seating,
  search: Search,
  end: number,
): Chain | null {
  const people: number[] = []
  const kinds: number[] = []
  for (let person = end; person !== NOBODY; ) {
    const slot = search.takes[person]!
    if (search.movesTo[slot] !== NOBODY) return null
    people.unshift(person)
    kinds.unshift(kindOf[slot]!)
    person = holder[slot]!
  }
  return { people, kinds }
}

/**
 * Fills an empty slot of the kind `kinds[0]` by the same people handing on slots of the same kinds; false, with nothing
 * changed, where one of them has none left that the next can take. Nobody is named twice in a chain, so that what each may
 * take can be asked before anybody moves.
 */
export function fillByChain(candidates: Candidates, seating: Seating, chain: Chain, empty: number): boolean {
  const { people, kinds } = chain
  const last = people.length - 1
  if (!hasRoom(seating, people[last]!)) return false
  if (isAt(candidates, seating, candidates.targetOf[empty]!, people[0]!)) return false
  const slots = [empty]
  for (let giver = 0; giver < last; giver++) {
    const slot = slotOfKind(candidates, seating, people[giver]!, kinds[giver + 1]!, people[giver + 1]!)
    if (slot === NOBODY) return false
    slots.push(slot)
  }
  for (let taker = last; taker >= 0; taker--) reseat(seating, slots[taker]!, people[taker]!)
  return true
}

/** A slot of this kind that `giver` holds and `taker` may take. */
function slotOfKind(
  candidates: Candidates,
  seating: Seating,
  giver: number,
  kind: number,
  taker: number,
): number {
  const { kinds, kindOf, targetOf } = candidates
  let slot = seating.first[giver * seating.tags + kinds[kind]!.tag]!
  for (let looked = 0; slot !== NOBODY && looked < LOOKED_AT; looked++) {
    if (kindOf[slot] === kind && !isAt(candidates, seating, targetOf[slot]!, taker)) return slot
    slot = seating.next[slot]!
  }
  return NOBODY
}

/** Whether a person sits at a target or is kept from it. */
export function isAt(candidates: Candidates, { holder }: Seating, target: number, person: number): boolean {
  const { firstSlot } = candidates
  for (let slot = firstSlot[target]!; slot < firstSlot[target + 1]!; slot++) {
    if (holder[slot] === person) return true
  }
  return barredFrom(candidates, target).includes(person)
}
