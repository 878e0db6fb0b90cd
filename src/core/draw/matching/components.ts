import { bitsOf, clearBit, emptyBits, hasBit, setBit } from './bits.ts'
import type { Candidates } from './candidates.ts'
import type { Seating } from './seating.ts'

/**
 * Circles of people who may still trade slots, in whatever even seating agrees with the slots filled so far.
 *
 * A search for an exchange that fails leaves a set of people who pass slots only among themselves and, where
 * they have room, carry no less than anybody else. No even seating brings another slot among them or takes one
 * out (the cut has a price, and cheapest flows differ by cycles that cost nothing), so that later names need no
 * search to fail there. Every failure splits a circle: there are fewer failures than people.
 */
export interface Circles {
  readonly of: Int32Array
  readonly people: Uint32Array[]
}

export function oneCircle(size: number): Circles {
  return { of: new Int32Array(size), people: [bitsOf(size, () => true)] }
}

/** Whether a slot might still come to somebody of a circle: from its holder, or from a colleague who has the holder move over. */
export function mayComeTo(
  { of }: Circles,
  circle: number,
  { kinds, kindOf, targetOf, firstSlot }: Candidates,
  { holder }: Seating,
  slot: number,
): boolean {
  const moving = [slot]
  const end = firstSlot[targetOf[slot]! + 1]!
  for (const mover of moving) {
    if (of[holder[mover]!] === circle) return true
    for (let later = slot + 1; later < end; later++) {
      if (!moving.includes(later) && hasBit(kinds[kindOf[later]!]!.bits, holder[mover]!)) moving.push(later)
    }
  }
  return false
}

/** Parts the people met by a failed search from those in whose circles they were. */
export function part({ of, people }: Circles, met: Int32Array): void {
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
