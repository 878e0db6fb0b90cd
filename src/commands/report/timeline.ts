import { dayOfDue } from '../../core/freeze/lapse.ts'
import type { DrawTimeline, PlannedSpan } from '../../core/report/pictures/draw-timeline.ts'
import { tiesOfTimeline } from '../../core/report/pictures/ties-of-pictures.ts'
import { timelineDocument } from '../../core/report/pictures/timeline-document.ts'
import { type DrawRecord, lastDayOf, offsetAtFreeze, stateOf } from '../../store/draws/draw-record.ts'
import type { Store } from '../../store/open.ts'
import { drawEvents, entriesAbout } from '../../store/reports/draw-events.ts'
import { ledgerOfResults } from '../../store/results/ledger-of-results.ts'
import type { Desk } from '../../terminal/desk.ts'
import { reasonText } from '../../terminal/reports/substitution-report.ts'
import { drawNamed } from '../lookup.ts'
import { officeToday } from '../office-today.ts'
import type { Told } from './told.ts'

/** report timeline — one draw from its freeze on: what the ledger has about it, entry by entry, and what was fixed for it. */
export function timeline(desk: Desk, store: Store, name: string): Told {
  const record = drawNamed(store, desk, name)
  const { number, attempt, detail } = record
  const offset = offsetAtFreeze(detail)
  const events = drawEvents(store, record, offset)
  const told: DrawTimeline = {
    ...{ draw: number, task: detail.name, attempt, state: stateOf(record) },
    ...{ planned: plannedOf(record, offset), events },
  }
  const about = entriesAbout(store, record)
  const own = new Set(events.flatMap(({ entry }) => (about.has(entry) ? [entry] : [])))
  const ledger = ledgerOfResults(store)
  const ties = tiesOfTimeline(own.size, about.size, ledger)
  const today = officeToday(desk, store)
  const document = timelineDocument(
    { today, timeline: told, offset, ties, ledger },
    desk.say.report.figures,
    cell => reasonText(desk, cell),
  )
  return { data: { year: number.slice(0, 4), today, timeline: told, ties, ledger }, document }
}

/** When each source was to be known, by when the draw had to be run, and when the visits are to be made. */
function plannedOf({ detail, starts, ends }: DrawRecord, offset: string): PlannedSpan[] {
  const lastDay = lastDayOf(detail)
  return [
    ...(detail.sources ?? []).flatMap(({ name, due }): PlannedSpan[] => {
      if (due === '') return []
      const day = dayOfDue(due, offset)
      return [{ kind: 'seed-due', from: day, to: day, detail: due.length > 10 ? `${name} ${due}` : name }]
    }),
    ...(lastDay === null ? [] : [{ kind: 'last-run', from: lastDay, to: lastDay, detail: '' } as const]),
    { kind: 'period', from: starts, to: ends, detail: '' },
  ]
}
