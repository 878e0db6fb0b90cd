import { inspectionYear, type YearTarget } from '../../core/report/inspection-year.ts'
import { calendarDocument } from '../../core/report/pictures/calendar-document.ts'
import { tiesOfCalendar } from '../../core/report/pictures/ties-of-pictures.ts'
import { calendarTally } from '../../core/report/pictures/year-calendar.ts'
import { addOne } from '../../core/tally.ts'
import { yearResults } from '../../store/inputs/year-results-input.ts'
import type { Store } from '../../store/open.ts'
import { calendarInput } from '../../store/reports/calendar-input.ts'
import { ledgerOfResults } from '../../store/results/ledger-of-results.ts'
import { nameOfCode } from '../../store/views/names.ts'
import type { Desk } from '../../terminal/desk.ts'
import { progressOf } from '../../terminal/progress.ts'
import { officeToday } from '../office-today.ts'
import { owedToday } from './deadlines.ts'
import type { Told } from './told.ts'

/** report calendar — the year's visits, planned and made, by day and month, with holidays, deadlines and the periods of draws. */
export function calendar(desk: Desk, store: Store, year: string): Told {
  const today = officeToday(desk, store)
  const { owed, calendar } = owedToday(desk, store, today, year)
  const planned = progressOf(desk, desk.say.report.reckoning)
  const { spans, due } = calendarInput(store, year, planned.at)
  const tally = calendarTally(year)
  const [dueOf, doneOf] = [new Map<string, number>(), new Map<string, number>()]
  for (const visit of due) {
    addOne(dueOf, visit.draw)
    if (visit.isDone) addOne(doneOf, visit.draw)
    if (visit.until.startsWith(`${year}-`)) tally.seeDue(visit)
  }
  planned.end()
  const progress = progressOf(desk, desk.say.report.reckoning)
  const counted = inspectionYear(passing(yearResults(store, year, progress.at), tally.seeVisits))
  progress.end()
  for (const one of owed) tally.seeOwed(one)
  const told = tally.told(calendar)
  const ledger = ledgerOfResults(store)
  const ties = tiesOfCalendar(told, counted, owed.length, ledger)
  const own = spans.map(span => ({
    ...span,
    due: dueOf.get(span.occasion) ?? 0,
    done: doneOf.get(span.occasion) ?? 0,
  }))
  const document = calendarDocument(
    { year, today, told, spans: own, sources: calendar.sourcesOf(year), ties, ledger },
    desk.say.report.figures,
    firm => nameOfCode(store, 'targets', firm, null),
  )
  return { data: { year, today, calendar: { ...told, spans: own }, ties, ledger }, document }
}

function* passing(targets: Iterable<YearTarget>, see: (target: YearTarget) => void): Generator<YearTarget> {
  for (const target of targets) {
    see(target)
    yield target
  }
}
