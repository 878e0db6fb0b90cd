import type { TableFault } from './table-faults.ts'

/** Why a table of holidays is refused, or a day cannot be reckoned. */
export interface CalendarReasons {
  'faulty-holidays': { faults: readonly TableFault[] }
}
