import { hasBit } from '../matching/bits.ts'
import type { Candidates } from '../matching/candidates.ts'
import type { Department } from '../matching/department.ts'
import type { Seating } from '../matching/seating.ts'
import { count, type GroupCount } from './blocking-set.ts'
import { type Cause, causesOf } from './causes.ts'
import type { Cure } from './cure.ts'
import { curesOf } from './cures.ts'
import { smallestGroup } from './smallest-set.ts'

/**
 * Why a department cannot be matched: targets S and inspectors R with `deficit = seats − free − outside > 0`
 * (draw.md, section 6). Nothing could be left out of the group: no part of it would block.
 */
export interface Blocking extends GroupCount {
  /** S, in the order of matching. */
  readonly targets: readonly string[]
  /** R, in byte order; empty where nobody at all can help. */
  readonly inspectors: readonly string[]
  /** Seats of the whole department that stay empty at best. The group alone may lack fewer. */
  readonly unfilled: number
  readonly causes: readonly Cause[]
  /** Single changes, each tried: with it the whole department can be matched. */
  readonly cures: readonly Cure[]
}

/** Names the smallest blocking group of a department, from a fullest seating and the slots that it leaves empty. */
export function blockingOf(
  department: Department,
  candidates: Candidates,
  seating: Seating,
  empty: readonly number[],
): Blocking {
  const group = smallestGroup(candidates, seating, empty)
  const blocked = { ...department, visits: group.targets.map(target => department.visits[target]!) }
  const inspectors = candidates.people
    .filter((_, person) => hasBit(group.people, person))
    .map(row => row.inspector)
  return {
    targets: blocked.visits.map(visit => visit.target),
    inspectors,
    ...count(candidates, group),
    unfilled: empty.length,
    causes: causesOf(blocked, inspectors),
    cures: curesOf(department, blocked, inspectors, empty.length),
  }
}
