import type { Day } from '../core/dates.ts'
import { officeDay } from '../core/office-time.ts'
import type { Store } from '../store/open.ts'
import { officeOffset } from '../store/rules.ts'
import type { Desk } from '../terminal/desk.ts'

/** The day on which a command is called, by the clock of the office (rule `utc-offset`), never by that of the machine. */
export function officeToday(desk: Desk, store: Store): Day {
  return officeDay(desk.now, officeOffset(store))
}

/** The year of {@link officeToday}, `YYYY`. */
export function officeYear(desk: Desk, store: Store): string {
  return officeToday(desk, store).slice(0, 4)
}
