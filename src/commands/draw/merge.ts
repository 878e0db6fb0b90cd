import { approvedFor, textGiven } from '../../core/approval/approval.ts'
import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import type { CommonVisit } from '../../core/visits/common-visits.ts'
import type { FrequentTarget } from '../../core/visits/frequency.ts'
import { mergeProposals, mergeVisits } from '../../core/visits/merge.ts'
import type { MergeReasons } from '../../core/visits/reasons.ts'
import { mergesIn, writeMerge } from '../../store/draws/merges.ts'
import { inEntry } from '../../store/entry.ts'
import { frequentNow } from '../../store/inputs/frequent-now.ts'
import { mergeInput } from '../../store/inputs/merge-input.ts'
import type { Store } from '../../store/open.ts'
import { AFTER_ALL } from '../../store/standing-seats.ts'
import { visitingIn } from '../../store/views/common-visits.ts'
import { refuseAltered } from '../../store/views/drawn.ts'
import { itemFinder } from '../../store/views/items-of-department.ts'
import { targetName } from '../../store/views/names.ts'
import type { Desk } from '../../terminal/desk.ts'
import {
  mergeData,
  mergedLines,
  type NamedVisit,
  proposalLines,
} from '../../terminal/reports/merge-report.ts'
import { frequentLines } from '../../terminal/visits/frequent-lines.ts'
import { drawNamed } from '../lookup.ts'
import { naming } from '../naming.ts'
import { officeToday } from '../office-today.ts'
import { inOneState, occasionOf, withStore } from '../session.ts'

const refuse = refusal<MergeReasons & OptionReasons>()

export interface MergeOptions {
  readonly target?: readonly string[]
  readonly approver?: string
  readonly reason?: string
}

/** draw merge — where two draws meet at one target in the same weeks: without draws, which; with two, one visit for both. */
export async function merge(desk: Desk, draws: readonly string[], options: MergeOptions): Promise<number> {
  if (draws.length === 0) return proposeMerges(desk)
  const [host, guest] = draws
  if (host === undefined || guest === undefined || draws.length > 2)
    throw refuse('merge-needs-two-draws', { given: draws.length })
  const approver = approvedFor(desk.actor, options.approver)
  const reason = options.reason === undefined ? '' : textGiven('--reason', options.reason)
  const { target: names } = options
  if (names === undefined) throw refuse('missing-option', { option: '--target' })
  return withStore(desk, async store => {
    const { entry, result } = await inEntry(store, occasionOf(desk), 'merge', writer => {
      const input = mergeInput(store, drawNamed(store, desk, host), drawNamed(store, desk, guest), names)
      const visits = mergeVisits(input)
      for (const visit of visits) writeMerge(writer, { ...visit, approver, reason })
      const targets = visits.map(({ target }) => target)
      const subject = { host: input.host.draw, guest: input.guest.draw, targets, approver, reason }
      return { subject, result: joinedFrom(store, visits) }
    })
    const named = naming(desk, store)
    const frequent = frequentAt(desk, store, result)
    desk.result(
      { visits: result.map(mergeData), frequent, entry: entry!.number, ledger: entry!.digest },
      () => [
        ...mergedLines(named, result),
        ...frequentLines(named, frequent),
        desk.say.log.entry(entry!.number, entry!.digest),
      ],
    )
    return 0
  })
}

async function proposeMerges(desk: Desk): Promise<number> {
  return inOneState(desk, store => {
    refuseAltered(store)
    const merged = mergesIn(store)
    const proposals = joinedFrom(store, mergeProposals(visitingIn(store), merged))
    const named = naming(desk, store)
    const frequent = frequentAt(desk, store, proposals)
    desk.result({ proposals: proposals.map(mergeData), merged, frequent }, () => [
      ...proposalLines(named, proposals, merged),
      ...frequentLines(named, frequent),
    ])
    return 0
  })
}

/** Whom of these targets a visit today would be one too many for. */
function frequentAt(desk: Desk, store: Store, visits: readonly NamedVisit[]): FrequentTarget[] {
  const targets = new Set(visits.map(({ target }) => target))
  return frequentNow(
    store,
    officeToday(desk, store),
    { from: '', to: '' },
    () => target => targets.has(target),
  )
}

/** Visits with the target's name and the items that each department checks there. */
function joinedFrom(store: Store, visits: readonly CommonVisit[]): NamedVisit[] {
  const itemsOf = itemFinder(store)
  return visits.map(visit => ({
    ...visit,
    name: targetName(store, visit.target, AFTER_ALL),
    items: [visit.host, visit.guest].flatMap(draw => itemsOf(draw, visit.target)),
  }))
}
