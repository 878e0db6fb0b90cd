import type { CalendarReasons } from '../../core/calendar/reasons.ts'
import { type PlacedSpan, placed, tableFaults } from '../../core/calendar/table-faults.ts'
import { refusal } from '../../core/refusal.ts'
import { spanOf } from '../../core/registry/holiday-spans.ts'
import type { Library } from '../../core/registry/libraries/field.ts'
import type { RecordCells } from '../../core/registry/libraries/record-cells.ts'
import { asRecord } from '../../core/registry/record.ts'
import type { Store } from '../../store/open.ts'
import { ownHolidays } from '../../store/registry/office-calendar.ts'

const refuse = refusal<CalendarReasons>()

/** The lines of a table of holidays as a file has them, so that a fault names its rows. */
export interface HolidayFile {
  readonly file: string
  readonly lines: readonly PlacedSpan[]
}

/** Refuses what would leave the table of a year that cannot be reckoned with; of other registries nothing. */
export function refuseFaultyHolidays(
  store: Store,
  { name }: Library,
  { file, lines }: HolidayFile = { file: '', lines: [] },
): void {
  const faults = name === 'holidays' ? tableFaults(ownHolidays(store)) : []
  if (faults.length > 0)
    throw refuse('faulty-holidays', { file, faults: faults.map(fault => placed(fault, lines)) })
}

/** Keeps the lines of a table of holidays as they are put; of other registries none. */
export function holidayLines(
  { name }: Library,
  put: (row: RecordCells, line: number) => void,
): { readonly put: (row: RecordCells, line: number) => void; readonly lines: readonly PlacedSpan[] } {
  const lines: PlacedSpan[] = []
  if (name !== 'holidays') return { put, lines }
  return {
    put: (row, line) => {
      lines.push({ ...spanOf(asRecord('holidays', row)), row: line })
      put(row, line)
    },
    lines,
  }
}
