import { allBits, clearBit, emptyBits, hasBit, setBit } from './bits.ts'
import type { Candidates } from './candidates.ts'
import type { Seating } from './seating.ts'

/**
 * Components of people who may still trade slots, in any even seating that agrees with the slots filled so far.
 *
 * A search for an exchange that fails leaves a set of people who pass slots only among themselves and, where
 * they have room, carry no less than anybody else. No even seating brings another slot among them or takes one
 * out (the cut has a price, and cheapest flows differ by cycles that cost nothing), so later names need not
 * search there in vain. Every failure splits a component: there are fewer failures than people.
 */
export interface Components {
  readonly of: Int32Array
  readonly people: Uint32Array[]
}

export function oneComponent(size: number): Components {
  return { of: new Int32Array(size), people: [allBits(size)] }
}

/** Whether a slot can still reach somebody in a component: its holder, or a colleague to whose slot the holder moves. */
export function canReach(
  { of }: Components,
  component: number,
  { kinds, kindOf, targetOf, firstSlot }: Candidates,
  { holder }: Seating,
  slot: number,
): boolean {
  const moving = [slot]
  const end = firstSlot[targetOf[slot]! + 1]!
  for (const mover of moving) {
    if (of[holder[mover]!] === component) return true
    for (let later = slot + 1; later < end; later++) {
      if (!moving.includes(later) && hasBit(kinds[kindOf[later]!]!.bits, holder[mover]!)) moving.push(later)
    }
  }
  return false
}

/** Splits the people visited by a failed search off from the rest of their components. */
export function split({ of, people }: Components, met: Int32Array): void {
  const parted = new Map<number, number>()
  for (const person of met) {
    const before = of[person]!
    let after = parted.get(before)
    if (after === undefined) {
      after = people.length
      parted.set(before, after)
      people.push(emptyBits(of.length))
    }
    of[person] = after
    move(person, people[before]!, people[after]!)
  }
}

function move(person: number, from: Uint32Array, to: Uint32Array): void {
  clearBit(from, person)
  setBit(to, person)
}
