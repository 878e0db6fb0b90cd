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
import { resultsOfOccasion } from '../../store/results/results.ts'
import { ruleValues } from '../../store/rules.ts'
import { endVisit, standingVisit, type VisitRecord, visitsIn, visitsTo } from '../../store/visits.ts'
import type { Desk } from '../../terminal/desk.ts'
import { yearNamed } from '../lookup.ts'
import { naming } from '../naming.ts'
import { occasionOf, withStore } from '../session.ts'
import { tellLongList } from '../tell-long-list.ts'

const refuse = refusal<OptionReasons & VisitReasons>()

/** visit list — visits that were not drawn: all, or of one target or year; struck ones are shown as such. */
export async function listVisits(
  desk: Desk,
  options: { readonly target?: string; readonly year?: string },
): Promise<number> {
  const year = options.year === undefined ? null : yearNamed('--year', options.year)
  await tellLongList<VisitRecord>(desk, store => {
    const target = options.target === undefined ? undefined : idOfTarget(store, options.target)
    const { exemptCauses } = rulesOf(ruleValues(store))
    const counts = ({ until, cause }: Pick<VisitRecord, 'until' | 'cause'>) =>
      until === null && !exemptCauses.has(causeIn(cause))
    const ofYear = ({ day }: VisitRecord) => year === null || day.startsWith(`${year}-`)
    const { columns, state } = desk.say.visits
    const { named } = naming(desk, store)
    return {
      list: {
        items: () => (target === undefined ? visitsIn(store, year) : visitsTo(store, target).filter(ofYear)),
        data: ({ version: _, ...visit }) => ({ ...visit, counted: counts(visit) }),
        headings: [
          ...[columns.visit, columns.day, columns.target, columns.department],
          ...[columns.cause, columns.reference, columns.state],
        ],
        cells: visit => [
          ...[visit.id, visit.day, named('targets', visit.target), named('departments', visit.department)],
          ...[escapeControls(visit.cause), escapeControls(visit.reference)],
          state[visit.until !== null ? 'struck' : counts(visit) ? 'counted' : 'exempt'],
        ],
      },
      around: { field: 'visits', below: count => [desk.say.registry.listCount(count)] },
    }
  })
  return 0
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
      const visit = visitNumbered(store, id)
      const found = [...resultsOfOccasion(store, visit.id)]
      const published = found.filter(({ state }) => state === 'published').length
      const results = found.length === 0 ? {} : { results: found.length, published }
      endVisit(writer, visit)
      const subject = { visit: visit.id, reason: options.reason!.trim(), ...results }
      return { subject, result: { id: visit.id, results } }
    })
    const { results, published } = visit.results
    desk.result({ visit: visit.id, ...visit.results, entry: entry!.number, digest: entry!.digest }, () => [
      desk.say.visits.struck(visit.id),
      ...(results === undefined ? [] : [desk.say.visits.struckResults(results, published)]),
      desk.say.log.entry(entry!.number, entry!.digest),
    ])
    return 0
  })
}

function visitNumbered(store: Store, id: string): VisitRecord {
  const visit = standingVisit(store, id.toUpperCase())
  if (visit !== undefined) return visit
  throw refuse('no-such-visit', { visit: id, nearest: nearest(id, standingIds(store)) })
}

function* standingIds(store: Store): Generator<string> {
  for (const { id, until } of visitsIn(store, null)) if (until === null) yield id
}
