import type { CalendarReasons } from '../../core/calendar/reasons.ts'
import { tableFaults } from '../../core/calendar/table-faults.ts'
import { refusal } from '../../core/refusal.ts'
import type { Library } from '../../core/registry/libraries/field.ts'
import type { Store } from '../../store/open.ts'
import { ownHolidays } from '../../store/registry/office-calendar.ts'

const refuse = refusal<CalendarReasons>()

/** Refuses what would leave the table of a year that cannot be reckoned with; of other registries nothing. */
export function refuseFaultyHolidays(store: Store, { name }: Library): void {
  const faults = name === 'holidays' ? tableFaults(ownHolidays(store)) : []
  if (faults.length > 0) throw refuse('faulty-holidays', { faults })
}
