import { byBytes } from '../../core/bytes.ts'
import { escapeControls } from '../../core/escape-controls.ts'
import type { TargetId } from '../../core/ids.ts'
import type { ShownResult } from '../../core/results/shown-result.ts'
import { idsOfFirm } from '../../store/moved-firms.ts'
import type { Store } from '../../store/open.ts'
import { resultsShown } from '../../store/results/shown-results.ts'
import { AFTER_ALL } from '../../store/standing-seats.ts'
import { refuseAltered } from '../../store/views/drawn.ts'
import { answeredForBy } from '../../store/views/responsible-firms.ts'
import { type DrawnVisit, drawnVisitsTo, type VisitRecord, visitsTo } from '../../store/visits.ts'
import type { NamingDesk } from '../../terminal/naming.ts'
import { resultLines } from '../../terminal/reports/record.ts'

/** A visit in the calendar of one target: drawn, or a single case; `of` is what it was to, where the target answers for that. */
type Dated = { readonly day: string; readonly of: TargetId | null } & (
  | { readonly kind: 'drawn'; readonly visit: DrawnVisit }
  | { readonly kind: 'case'; readonly visit: VisitRecord }
)

/** What happened at one target, and at what it answers for (责任单位): visits by their (first) day, and results. */
export interface Calendar {
  /** Across departments; void and struck ones are marked. */
  readonly visits: readonly Dated[]
  readonly results: readonly ShownResult[]
}

export function calendarOf(store: Store, target: TargetId): Calendar {
  refuseAltered(store)
  const ids = [target, ...answeredForBy(store, target, AFTER_ALL)]
  const visits = ids.flatMap((id): Dated[] => {
    const of = id === target ? null : id
    return [
      ...drawnVisitsTo(store, id).map(visit => ({ kind: 'drawn', day: visit.from, of, visit }) as const),
      ...visitsTo(store, id).map(visit => ({ kind: 'case', day: visit.day, of, visit }) as const),
    ]
  })
  return {
    visits: visits.sort((a, b) => byBytes(a.day, b.day)),
    results: resultsShown(
      store,
      ids.flatMap(id => idsOfFirm(store, id)),
    ),
  }
}

export function calendarLines(desk: NamingDesk, { visits, results }: Calendar): string[] {
  const { say, named } = desk
  const words = say.visits
  return [
    words.calendar,
    ...visits.map(
      dated =>
        visitLine(desk, dated) + (dated.of === null ? '' : words.answeredFor(named('targets', dated.of))),
    ),
    ...(visits.length === 0 ? [words.noVisits] : []),
    ...(results.length === 0 ? [] : [words.results]),
    ...results.flatMap(result => resultLines(desk, result)),
  ]
}

function visitLine({ say, named }: NamingDesk, dated: Dated): string {
  const words = say.visits
  if (dated.kind === 'drawn') {
    const { draw, from, to, departments, name, host, void: voided } = dated.visit
    const mark = voided ? 'void' : host
    return words.drawn(
      draw,
      from,
      to,
      say.common.listed(departments.map(code => named('departments', code))),
      escapeControls(name),
      mark,
    )
  }
  const { day, id, department, cause, reference, until } = dated.visit
  return words.single(
    day,
    id,
    named('departments', department),
    escapeControls(cause),
    escapeControls(reference),
    until !== null,
  )
}
