import { byBytes } from '../../core/bytes.ts'
import { escapeControls } from '../../core/escape-controls.ts'
import type { Store } from '../../store/open.ts'
import { refuseAltered } from '../../store/views/drawn.ts'
import { type DrawnVisit, drawnVisitsTo, type VisitRecord, visitsTo } from '../../store/visits.ts'
import type { Desk } from '../../terminal/desk.ts'

/** A visit in the calendar of one target: drawn, or a single case. */
type Dated =
  | { readonly kind: 'drawn'; readonly day: string; readonly visit: DrawnVisit }
  | { readonly kind: 'case'; readonly day: string; readonly visit: VisitRecord }

/** All visits to one target across departments, by their (first) day; void and struck ones are marked. */
export function calendarOf(store: Store, target: string): Dated[] {
  refuseAltered(store)
  const drawn = drawnVisitsTo(store, target).map(
    visit => ({ kind: 'drawn', day: visit.from, visit }) as const,
  )
  const cases = visitsTo(store, target).map(visit => ({ kind: 'case', day: visit.day, visit }) as const)
  return [...drawn, ...cases].sort((a, b) => byBytes(a.day, b.day))
}

export function calendarLines({ say }: Desk, calendar: readonly Dated[]): string[] {
  const words = say.visits
  return [
    words.calendar,
    ...calendar.map(dated => {
      if (dated.kind === 'drawn') {
        const { draw, from, to, departments, name, host, void: voided } = dated.visit
        const mark = voided ? 'void' : host
        return words.drawn(draw, from, to, say.common.listed(departments), escapeControls(name), mark)
      }
      const { day, id, department, cause, reference, until } = dated.visit
      return words.single(
        day,
        id,
        department,
        escapeControls(cause),
        escapeControls(reference),
        until !== null,
      )
    }),
    ...(calendar.length === 0 ? [words.noVisits] : []),
  ]
}
