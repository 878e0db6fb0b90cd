import type { InspectorId, TargetId } from '../../ids.ts'
import { hasBit } from '../matching/bits.ts'
import type { Candidates } from '../matching/candidates.ts'
import type { Department } from '../matching/department.ts'
import type { Seating } from '../matching/seating.ts'
import { type BlockingCount, count } from './blocking-set.ts'
import { type Cause, causesOf } from './causes.ts'
import type { Cure } from './cure.ts'
import { curesOf } from './cures.ts'
import { smallestBlockingSet } from './smallest-set.ts'

/**
 * Why a department cannot be matched: targets S and inspectors R with `deficit = seats − free − outside > 0`
 * (draw.md, section 6). The group is minimal: no part of it would block.
 */
export interface Blocking extends BlockingCount {
  /** S, in the order of matching. */
  readonly targets: readonly TargetId[]
  /** R, in byte order; empty where nobody can help at all. */
  readonly inspectors: readonly InspectorId[]
  /** How many seats of the whole department stay empty even at best; the group alone may account for fewer. */
  readonly unfilled: number
  readonly causes: readonly Cause[]
  /** Single changes, each tried out: with any one of them the whole department can be matched. */
  readonly cures: readonly Cure[]
}

/** Names the smallest blocking group of a department. `seating` is as full as can be and leaves the slots `empty`. */
export function blockingOf(
  department: Department,
  candidates: Candidates,
  seating: Seating,
  empty: readonly number[],
): Blocking {
  const group = smallestBlockingSet(candidates, seating, empty)
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
    cures: curesOf({ department, candidates, seating, empty }, blocked, inspectors),
  }
}
