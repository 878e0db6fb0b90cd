import { workloadOf } from '../../core/report/workload.ts'
import { workloadDocument } from '../../core/report/workload-document.ts'
import type { Store } from '../../store/open.ts'
import { readRecords } from '../../store/registry/registry.ts'
import { AFTER_ALL } from '../../store/standing-seats.ts'
import { nextEntry } from '../../store/views/log.ts'
import { departmentName, personCalled } from '../../store/views/names.ts'
import { seatsInYear } from '../../store/views/reports.ts'
import { wentBeside } from '../../store/views/visit-history.ts'
import type { Desk } from '../../terminal/desk.ts'
import { workloadHeadings, workloadLines } from '../../terminal/reports/figures-report.ts'
import { naming } from '../naming.ts'
import { officeToday } from '../office-today.ts'
import type { Told } from './told.ts'

/** report workload — the visits of each inspector in a year, those that took place whatever became of their draw too, against the yearly limit. */
export function workload(desk: Desk, store: Store, year: string): Told {
  const seats = [...seatsInYear(store, year), ...wentBeside(store, year, AFTER_ALL)]
  const people = workloadOf(readRecords(store, 'inspectors'), seats)
  const entry = nextEntry(store)
  const report = { year, today: officeToday(desk, store), people }
  const document = workloadDocument(
    report,
    desk.say.report.figures,
    workloadHeadings(desk.say),
    code => departmentName(store, code, entry),
    id => personCalled(store, id),
  )
  return { data: { year, people }, document, lines: () => workloadLines(naming(desk, store), year, people) }
}
