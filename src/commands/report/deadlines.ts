import type { Day } from '../../core/dates.ts'
import {
  mostPressing,
  type Owed,
  type OwedSum,
  owedOf,
  owedSums,
  owedTasks,
} from '../../core/report/deadlines.ts'
import { deadlinesDocument } from '../../core/report/deadlines-document.ts'
import { tiesOfDeadlines } from '../../core/report/ties.ts'
import { drawsIn } from '../../store/draws/draws.ts'
import { deadlinesInput } from '../../store/inputs/deadlines-input.ts'
import type { Store } from '../../store/open.ts'
import { ledgerOfResults } from '../../store/results/ledger-of-results.ts'
import { nextEntry } from '../../store/views/log.ts'
import { departmentName } from '../../store/views/names.ts'
import type { Desk } from '../../terminal/desk.ts'
import { progressOf } from '../../terminal/progress.ts'
import { naming } from '../naming.ts'
import { officeToday } from '../office-today.ts'
import type { Told } from './told.ts'

/** report deadlines — who owes what since when: to enter, review, publish, settle, take down, and to carry out before the year is closed. */
export function deadlines(desk: Desk, store: Store, year: string): Told {
  const today = officeToday(desk, store)
  const { owed, calendar } = owedToday(desk, store, today, year)
  const entry = nextEntry(store)
  const [sums, ledger] = [owedSums(owed), ledgerOfResults(store)]
  const ties = tiesOfDeadlines(sums, owed.length, ledger)
  const { named } = naming(desk, store)
  const tasks = new Map(
    drawsIn(store).map(({ number, detail }) => [
      String(number),
      desk.say.published.certificate.named(number, detail.name ?? ''),
    ]),
  )
  const document = deadlinesDocument(
    { today, owed, calendar, ties, ledger },
    desk.say.report.figures,
    code => departmentName(store, code, entry),
    code => named('items', code),
    occasion => tasks.get(occasion) ?? occasion,
  )
  return { data: { today, year, sums, owed: mostPressing(owed), ties, ledger }, document }
}

/** What is owed today by each department, which whoever comes to the desk should know first. */
export function owedNow(desk: Desk, store: Store): readonly OwedSum[] {
  const today = officeToday(desk, store)
  return owedSums(owedToday(desk, store, today, today.slice(0, 4)).owed)
}

/** What is owed on a day. */
export function owedToday(desk: Desk, store: Store, today: Day, year: string) {
  const progress = progressOf(desk, desk.say.report.reckoning)
  const { results, tasks, terms } = deadlinesInput(store, today, year, progress.at)
  const owed: Owed[] = []
  for (const one of owedOf(results, terms)) owed.push(one)
  for (const one of owedTasks(tasks, year, terms)) owed.push(one)
  progress.end()
  return { owed, calendar: terms.calendar }
}
