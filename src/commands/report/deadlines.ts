import type { Day } from '../../core/dates.ts'
import { UserError } from '../../core/refusal.ts'
import { mostPressing, type Owed, owedOf, owedSums, owedTasks } from '../../core/report/deadlines.ts'
import { deadlinesDocument } from '../../core/report/deadlines-document.ts'
import { tiesOfDeadlines } from '../../core/report/ties.ts'
import { deadlinesInput } from '../../store/inputs/deadlines-input.ts'
import type { Store } from '../../store/open.ts'
import { ledgerOfResults } from '../../store/results/ledger-of-results.ts'
import { nextEntry } from '../../store/views/log.ts'
import { departmentName } from '../../store/views/names.ts'
import type { Desk } from '../../terminal/desk.ts'
import { documentLines } from '../../terminal/document-lines.ts'
import { progressOf } from '../../terminal/progress.ts'
import { officeToday } from '../office-today.ts'
import { inOneState } from '../session.ts'
import type { Told } from './told.ts'

/** report deadlines — who owes what since when: to enter, review, publish, settle, take down, and to carry out before the year is closed. */
export function deadlines(desk: Desk, store: Store, year: string): Told {
  const today = officeToday(desk, store)
  const { owed, calendar } = owedToday(desk, store, today, year)
  const entry = nextEntry(store)
  const [sums, ledger] = [owedSums(owed), ledgerOfResults(store)]
  const ties = tiesOfDeadlines(sums, owed.length, ledger)
  const document = deadlinesDocument({ today, owed, calendar, ties, ledger }, desk.say.report.figures, code =>
    departmentName(store, code, entry),
  )
  return { data: { today, year, sums, owed: mostPressing(owed), ties, ledger }, document }
}

/**
 * What whoever comes to the desk should know first: what is owed, by department. Nothing where nothing is owed, or there
 * is no database yet.
 */
export async function dueFirst(desk: Desk): Promise<readonly string[]> {
  try {
    return await inOneState(desk, store => {
      const today = officeToday(desk, store)
      const { owed, calendar } = owedToday(desk, store, today, today.slice(0, 4))
      if (owed.length === 0) return []
      const entry = nextEntry(store)
      const named = (code: string) => departmentName(store, code, entry)
      const tied = { ties: [], ledger: ledgerOfResults(store) }
      const document = deadlinesDocument({ today, owed, calendar, ...tied }, desk.say.report.figures, named)
      return [...documentLines({ ...document, blocks: document.blocks.slice(0, BEFORE_PICTURE) }), '']
    })
  } catch (error) {
    if (error instanceof UserError) return []
    throw error
  }
}

/** The sums with their heading, and what is said of unknown years before them. */
const BEFORE_PICTURE = 2

/** What is owed on a day. */
function owedToday(desk: Desk, store: Store, today: Day, year: string) {
  const progress = progressOf(desk, desk.say.report.reckoning)
  const { results, tasks, terms } = deadlinesInput(store, today, year, progress.at)
  const owed: Owed[] = []
  for (const one of owedOf(results, terms)) owed.push(one)
  for (const one of owedTasks(tasks, year, terms)) owed.push(one)
  progress.end()
  return { owed, calendar: terms.calendar }
}
