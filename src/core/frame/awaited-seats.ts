import type { FrameRow, PoolRow, Stratum, Team } from '../draw/folder/rows.ts'
import { EXPERT } from '../draw/matching/candidates.ts'
import type { DepartmentCode, InspectorId } from '../ids.ts'
import { addOne } from '../tally.ts'
import { boundsOf } from './attendance.ts'
import { of } from './visit-history.ts'

/** What a waiting draw may ask of people. */
export interface AwaitedSeats {
  /** Gone over once. */
  readonly frame: Iterable<Pick<FrameRow, 'stratum' | 'departments'>>
  readonly strata: readonly Stratum[]
  readonly pool: readonly PoolRow[]
  readonly teams: readonly Team[]
}

/**
 * Visits that a waiting draw may bring to each of its people: of the seats of the department where the seed sends it to as
 * many targets as it can, an equal share, rounded up, and no more than the person's limit leaves. Matching spreads loads
 * as evenly as recusals and qualifications let it; where these do not, somebody may get more.
 */
export function awaitedSeats({ frame, strata, pool, teams }: AwaitedSeats): Map<InspectorId, number> {
  const shares = new Map<InspectorId, number>()
  const framed = new Map<DepartmentCode, Map<string, number>>()
  for (const { stratum, departments } of frame)
    for (const department of departments) addOne(of(framed, department), stratum)
  for (const { department, seats } of teams) {
    const { most } = boundsOf(of(framed, department), strata)
    for (const ofExperts of [false, true]) {
      const people = pool.filter(
        row => row.department === department && row.tags.includes(EXPERT) === ofExperts,
      )
      const asked = seats.filter(seat => (seat === EXPERT) === ofExperts).length * most
      const share = Math.ceil(asked / people.length)
      for (const { inspector, capacity, load } of people)
        shares.set(inspector, capacity === null ? share : Math.min(share, capacity - load))
    }
  }
  return shares
}
