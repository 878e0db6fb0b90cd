import type { Day } from '../dates.ts'
import type { DrawNumber, TargetId } from '../ids.ts'
import { refusal } from '../refusal.ts'
import { type CommonVisit, commonVisit, overlap, sharedTargets, type Visiting } from './common-visits.ts'
import type { MergeReasons } from './reasons.ts'

const refuse = refusal<MergeReasons>()

/** A visit that was merged: the guest's people go with the host's. */
export interface Merged {
  readonly guest: DrawNumber
  readonly target: TargetId
  readonly host: DrawNumber
}

/** Two draws that are to meet at some targets, and what is merged already. */
export interface MergeInput {
  readonly host: Visiting
  readonly guest: Visiting
  /** As the draws know them. */
  readonly targets: readonly TargetId[]
  readonly merged: readonly Merged[]
  /** The days on which a target was inspected for a draw, as results tell; none where it was not yet. */
  readonly inspected: (draw: DrawNumber, target: TargetId) => readonly Day[]
}

/** The common visits that two draws make of theirs, or the refusal. */
export function mergeVisits({ host, guest, targets, merged, inspected }: MergeInput): CommonVisit[] {
  if (host.draw === guest.draw) throw refuse('merge-needs-two-draws', { given: 1 })
  if (!overlap(host, guest)) throw refuse('periods-do-not-overlap', { draws: [host.draw, guest.draw] })
  return [...new Set(targets)].map(target => {
    const visit = mergeable(host, guest, target, merged)
    refuseApart(visit, inspected)
    return visit
  })
}

/** Two visits that took place on different days were two, and count as two. */
function refuseApart({ host, guest, target }: CommonVisit, inspected: MergeInput['inspected']): void {
  const [theirs, own] = [inspected(host, target), inspected(guest, target)]
  if (theirs.length === 0 || own.length === 0 || own.some(day => theirs.includes(day))) return
  throw refuse('visited-apart', { target, host, hostDay: theirs[0]!, guest, guestDay: own[0]! })
}

function mergeable(
  host: Visiting,
  guest: Visiting,
  target: TargetId,
  merged: readonly Merged[],
): CommonVisit {
  for (const { draw, seats } of [host, guest])
    if (!seats.some(seat => seat.target === target)) throw refuse('target-not-visited', { draw, target })
  const before = merged.find(
    row =>
      row.target === target &&
      (row.guest === host.draw || row.guest === guest.draw || row.host === guest.draw),
  )
  if (before !== undefined) throw refuse('already-merged', { target, host: before.host, guest: before.guest })
  const visit = commonVisit(host, guest, target)
  const [lack] = visit.lacks
  if (lack !== undefined)
    throw refuse('merge-lacks-qualification', { target, host: host.draw, guest: guest.draw, ...lack })
  return visit
}

/** Every pair of draws that meet at a target, the earlier as host, without what is merged already. */
export function mergeProposals(draws: readonly Visiting[], merged: readonly Merged[]): CommonVisit[] {
  const known = new Set(merged.map(row => `${row.guest} ${row.target}`))
  return draws.flatMap((host, i) =>
    draws
      .slice(i + 1)
      .filter(guest => overlap(host, guest))
      .flatMap(guest =>
        sharedTargets(host, guest)
          .filter(target => !known.has(`${guest.draw} ${target}`) && !known.has(`${host.draw} ${target}`))
          .map(target => commonVisit(host, guest, target)),
      ),
  )
}
