import { matrixDocument } from '../../core/report/pictures/matrix-document.ts'
import { meetingsOf, targetsMet } from '../../core/report/pictures/meetings.ts'
import { tiesOfMeetings } from '../../core/report/pictures/ties-of-pictures.ts'
import { visitsMade } from '../../core/report/visits-made.ts'
import type { Store } from '../../store/open.ts'
import { ledgerOfResults } from '../../store/results/ledger-of-results.ts'
import { nextEntry } from '../../store/views/log.ts'
import { departmentName, nameOfCode } from '../../store/views/names.ts'
import { drawnVisits, seatsInYear } from '../../store/views/reports.ts'
import type { Desk } from '../../terminal/desk.ts'
import { officeToday } from '../office-today.ts'
import type { Told } from './told.ts'

/** report matrix — who sat beside whom in a year's draws, which departments went together, and, where asked, who went to which firm. */
export function matrix(
  desk: Desk,
  store: Store,
  year: string,
  { targets: asked = false }: { readonly targets?: boolean },
): Told {
  const seats = seatsInYear(store, year)
  const meetings = meetingsOf(seats, visitsMade(drawnVisits(store, year)))
  const targets = asked ? targetsMet(seats) : null
  const ledger = ledgerOfResults(store)
  const ties = tiesOfMeetings(meetings, ledger)
  const today = officeToday(desk, store)
  const entry = nextEntry(store)
  const document = matrixDocument({ year, today, meetings, targets, ties, ledger }, desk.say.report.figures, {
    department: code => departmentName(store, code, entry),
    inspector: id => nameOfCode(store, 'inspectors', id, null) || nameOfCode(store, 'experts', id, null),
    target: id => nameOfCode(store, 'targets', id, null),
  })
  const { departments, joint } = meetings
  const told = { departments, joint, ...(targets === null ? {} : { targets }) }
  return { data: { year, today, meetings: told, ties, ledger }, document }
}
