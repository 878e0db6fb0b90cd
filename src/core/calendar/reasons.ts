import type { PlacedFault } from './table-faults.ts'

/** Why a table of holidays is refused, or a day cannot be reckoned. */
export interface CalendarReasons {
  /** `file` is the table that was read, empty where a single line was given. */
  'faulty-holidays': { file: string; faults: readonly PlacedFault[] }
}
