import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import {
  type CommonVisit,
  commonVisit,
  overlap,
  sharedTargets,
  type Visiting,
} from '../../core/visits/common-visits.ts'
import type { MergeReasons } from '../../core/visits/reasons.ts'
import { mergesIn, writeMerge } from '../../store/draws/merges.ts'
import { inEntry } from '../../store/entry.ts'
import { idsOfFirm } from '../../store/moved-firms.ts'
import type { Store } from '../../store/open.ts'
import { idOfTarget } from '../../store/registry/targets.ts'
import { AFTER_ALL } from '../../store/standing-seats.ts'
import type { Desk } from '../../terminal/desk.ts'
import { type Joined, mergeData, mergedLines, proposalLines } from '../../terminal/reports/merges.ts'
import { approvedFor, textGiven } from '../approval.ts'
import { itemFinder } from '../publish/items-of-department.ts'
import { drawNamed, occasionOf, withStore } from '../session.ts'
import { visitingIn, visitingOf } from './common-visits.ts'
import { targetName } from './draws.ts'

const refuse = refusal<MergeReasons & OptionReasons>()

export interface MergeOptions {
  readonly target?: readonly string[]
  readonly approver?: string
  readonly reason?: string
}

/** draw merge — where two draws meet at one target in the same weeks: without draws, which; with two, one visit for both. */
export async function merge(desk: Desk, draws: readonly string[], options: MergeOptions): Promise<number> {
  if (draws.length === 0) return proposeMerges(desk)
  if (draws.length !== 2) throw refuse('merge-needs-two-draws', { given: draws.length })
  const approver = approvedFor(desk, options.approver)
  const reason = options.reason === undefined ? '' : textGiven('--reason', options.reason)
  if (options.target === undefined) throw refuse('missing-option', { option: '--target' })
  return withStore(desk, async store => {
    const { entry, result } = await inEntry(store, occasionOf(desk), 'merge', pen => {
      const [host, guest] = draws.map(name => visitingOf(store, drawNamed(store, desk, name))) as [
        Visiting,
        Visiting,
      ]
      const named = new Set(options.target!.map(name => targetIn(store, host, name)))
      const visits = [...named].map(target => mergeable(store, host, guest, target))
      for (const { target } of visits)
        writeMerge(pen, { guest: guest.draw, target, host: host.draw, approver, reason })
      const targets = visits.map(({ target }) => target)
      const subject = { host: host.draw, guest: guest.draw, targets, approver, reason }
      return { subject, result: joinedFrom(store, visits) }
    })
    desk.result({ visits: result.map(mergeData), entry: entry!.number, ledger: entry!.digest }, () => [
      ...mergedLines(desk, result),
      desk.say.entry(entry!.number, entry!.digest).trim(),
    ])
    return 0
  })
}

/** A target by any of its codes, as the draw knows it. */
function targetIn(store: Store, { seats }: Visiting, name: string): string {
  const ids = idsOfFirm(store, idOfTarget(store, name))
  return ids.find(id => seats.some(({ target }) => target === id)) ?? ids[0]!
}

function mergeable(store: Store, host: Visiting, guest: Visiting, target: string): CommonVisit {
  if (host.draw === guest.draw) throw refuse('merge-needs-two-draws', { given: 1 })
  if (!overlap(host, guest)) throw refuse('periods-do-not-overlap', { draws: [host.draw, guest.draw] })
  for (const { draw, seats } of [host, guest])
    if (!seats.some(seat => seat.target === target)) throw refuse('target-not-visited', { draw, target })
  const before = mergesIn(store).find(
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

/** Every pair of draws that meet, the earlier as host, without what is merged already. */
async function proposeMerges(desk: Desk): Promise<number> {
  return withStore(desk, store => {
    const draws = visitingIn(store)
    const merged = mergesIn(store)
    const known = new Set(merged.flatMap(row => [`${row.guest} ${row.target}`]))
    const open = draws.flatMap((host, i) =>
      draws
        .slice(i + 1)
        .filter(guest => overlap(host, guest))
        .flatMap(guest =>
          sharedTargets(host, guest)
            .filter(target => !known.has(`${guest.draw} ${target}`) && !known.has(`${host.draw} ${target}`))
            .map(target => commonVisit(host, guest, target)),
        ),
    )
    const proposals = joinedFrom(store, open)
    desk.result({ proposals: proposals.map(mergeData), merged }, () => proposalLines(desk, proposals, merged))
    return 0
  })
}

function joinedFrom(store: Store, visits: readonly CommonVisit[]): Joined[] {
  const itemsOf = itemFinder(store)
  return visits.map(visit => ({
    ...visit,
    name: targetName(store, visit.target, AFTER_ALL),
    items: [visit.host, visit.guest].flatMap(draw => itemsOf(draw, visit.target)),
  }))
}
