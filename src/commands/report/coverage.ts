import { membersIn } from '../../core/registry/cells/cell-result.ts'
import { UNCLASSED } from '../../core/registry/cells/words.ts'
import { outOfForce } from '../../core/registry/out-of-force.ts'
import { coverageOf, type Registered } from '../../core/report/coverage.ts'
import { coverageDocument } from '../../core/report/coverage-document.ts'
import { targetVersions } from '../../store/inputs/packed-targets.ts'
import type { Store } from '../../store/open.ts'
import { columnsAt, readRecords } from '../../store/registry/registry.ts'
import { lastEntry, nextEntry } from '../../store/views/log.ts'
import { departmentName } from '../../store/views/names.ts'
import { casesOfYear, drawnVisits } from '../../store/views/reports.ts'
import type { Desk } from '../../terminal/desk.ts'
import { watchedRows } from '../../terminal/progress.ts'
import { coverageLines, coverageWords } from '../../terminal/reports/figures-report.ts'
import { naming } from '../naming.ts'
import { officeToday } from '../office-today.ts'
import type { Told } from './told.ts'

/** report coverage — how much of the registry, as it stands now, the draws of a year reach, who drew and who goes. */
export function coverage(desk: Desk, store: Store, year: string): Told {
  const told = coverageOf({
    registered: registered(desk, store),
    departments: [...readRecords(store, 'departments')].map(({ id }) => id),
    drawn: drawnVisits(store, year),
    cases: casesOfYear(store, year),
  })
  const entry = nextEntry(store)
  const today = officeToday(desk, store)
  const document = coverageDocument({ year, today, told }, coverageWords(desk, year, told), code =>
    departmentName(store, code, entry),
  )
  return { data: { year, ...told }, document, lines: () => coverageLines(naming(desk, store), year, told) }
}

function* registered(desk: Desk, store: Store): Generator<Registered> {
  const columns = ['id', 'status', 'departments', 'risk', 'station'] as const
  const rows = columnsAt(store, 'targets', columns, lastEntry(store))
  for (const row of watchedRows(desk, desk.say.common.reading, rows, targetVersions(store))) {
    const [target, status, departments, risk, station] = row
    const members = departments === '' ? [''] : membersIn(departments)
    const inForce = outOfForce(status) === null
    yield { target, inForce, departments: members, risk: risk || UNCLASSED, station }
  }
}
