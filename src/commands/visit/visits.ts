import { escapeControls } from '../../core/escape-controls.ts'
import { nearest } from '../../core/nearest.ts'
import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { rulesOf } from '../../core/rules/rules.ts'
import type { VisitReasons } from '../../core/visits/reasons.ts'
import { causeIn } from '../../core/visits/visit.ts'
import { inEntry } from '../../store/entry.ts'
import type { Store } from '../../store/open.ts'
import { idOfTarget } from '../../store/registry/targets.ts'
import { ruleValues } from '../../store/rules.ts'
import { endVisit, visitsTo } from '../../store/visits.ts'
import type { Desk } from '../../terminal/desk.ts'
import { table } from '../../terminal/table.ts'
import { yearNamed } from '../lookup.ts'
import { inOneState, occasionOf, withStore } from '../session.ts'

const refuse = refusal<OptionReasons & VisitReasons>()

/** visit list — visits that were not drawn: all, or of one target or year; struck ones are shown as such. */
export async function listVisits(
  desk: Desk,
  options: { readonly target?: string; readonly year?: string },
): Promise<number> {
  const year = options.year === undefined ? null : yearNamed('--year', options.year)
  return inOneState(desk, store => {
    const target = options.target === undefined ? undefined : idOfTarget(store, options.target)
    const { exemptCauses } = rulesOf(ruleValues(store))
    const visits = visitsTo(store, target)
      .filter(({ day }) => year === null || day.startsWith(`${year}-`))
      .map(({ version, ...visit }) => ({
        ...visit,
        counted: visit.until === null && !exemptCauses.has(causeIn(visit.cause)),
      }))
    const { columns, state } = desk.say.visits
    desk.result({ visits }, () => [
      ...table(
        [
          columns.visit,
          columns.day,
          columns.target,
          columns.department,
          columns.cause,
          columns.reference,
          columns.state,
        ],
        visits.map(visit => [
          visit.id,
          visit.day,
          visit.target,
          visit.department,
          escapeControls(visit.cause),
          escapeControls(visit.reference),
          visit.until === null ? (visit.counted ? state.counted : state.exempt) : state.struck,
        ]),
      ),
      desk.say.registry.listCount(visits.length),
    ])
    return 0
  })
}

/** visit strike — a visit that was recorded by mistake no longer counts; the record stays. */
export async function strikeVisit(
  desk: Desk,
  id: string,
  options: { readonly reason?: string },
): Promise<number> {
  if (!options.reason?.trim()) throw refuse('missing-option', { option: '--reason' })
  return withStore(desk, async store => {
    const { entry, result: visit } = await inEntry(store, occasionOf(desk), 'visit strike', writer => {
      const visit = standingVisit(store, id)
      endVisit(writer, visit)
      return { subject: { visit: visit.id, reason: options.reason!.trim() }, result: visit }
    })
    desk.result({ visit: visit.id, entry: entry!.number, digest: entry!.digest }, () => [
      desk.say.visits.struck(visit.id),
      desk.say.log.entry(entry!.number, entry!.digest),
    ])
    return 0
  })
}

function standingVisit(store: Store, id: string): ReturnType<typeof visitsTo>[number] {
  const standing = visitsTo(store).filter(({ until }) => until === null)
  const visit = standing.find(other => other.id === id.toUpperCase())
  if (visit !== undefined) return visit
  const ids = standing.map(other => other.id)
  throw refuse('no-such-visit', { visit: id, nearest: nearest(id, ids) })
}
