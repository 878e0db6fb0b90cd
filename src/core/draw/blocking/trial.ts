import { hasBit } from '../matching/bits.ts'
import { type Candidates, targetsIn } from '../matching/candidates.ts'
import type { Search } from '../matching/search.ts'
import { fillByExchange, findRoom } from '../matching/seat-all.ts'
import { NO_LIMIT, NOBODY, reseat, type Seating } from '../matching/seating.ts'
import { everybodyIn, peopleAmong } from './blocking-set.ts'

/** A seating for experiments: what if some targets were left out, or some people had no limit? */
export interface Trial {
  readonly candidates: Candidates
  readonly seating: Seating
  readonly search: Search
}

/** Lets all but these people carry as much as they like. */
export function liftLimits({ seating }: Trial, kept: Uint32Array): void {
  for (let other = 0; other < seating.capacity.length; other++) {
    if (!hasBit(kept, other)) seating.capacity[other] = NO_LIMIT
  }
}

/** Empties all other targets and fills these as far as possible; returns the slots that stay empty. */
export function emptyAgain(trial: Trial, targets: readonly number[]): readonly number[] {
  const { candidates, seating, search } = trial
  const kept = new Uint8Array(targetsIn(candidates))
  for (const target of targets) kept[target] = 1
  for (let target = 0; target < kept.length; target++) if (kept[target] === 0) release(trial, target)
  return fillByExchange(candidates, seating, search, emptySlots(trial, targets))
}

function emptySlots({ candidates, seating }: Trial, targets: readonly number[]): readonly number[] {
  const { firstSlot } = candidates
  const empty: number[] = []
  for (const target of targets)
    for (let slot = firstSlot[target]!; slot < firstSlot[target + 1]!; slot++)
      if (seating.holder[slot] === NOBODY) empty.push(slot)
  return empty
}

export function release({ candidates, seating }: Trial, target: number): void {
  const { firstSlot } = candidates
  for (let slot = firstSlot[target]!; slot < firstSlot[target + 1]!; slot++)
    if (seating.holder[slot] !== NOBODY) reseat(seating, slot, NOBODY)
}

/** Everybody who would have to pass a slot on for this one to be filled; none of them has room. */
export function peopleVisited({ candidates, seating, search }: Trial, slot: number): Uint32Array {
  findRoom(candidates, seating, search, everybodyIn(candidates), slot)
  return peopleAmong(search.queue.subarray(0, search.visited), candidates.people.length)
}
