import { type HolidaySpan, yearOfSpan } from '../calendar/holiday.ts'
import type { RecordCells } from './libraries/record-cells.ts'
import { asRecord, type RecordOf } from './record.ts'

/** The days that a line of the table speaks of: one day where it names no last. */
export function spanOf(record: RecordOf<'holidays'>): HolidaySpan {
  const first = record.get('first')
  return {
    first,
    last: record.get('last') || first,
    kind: record.get('kind'),
    name: record.get('holiday'),
    source: record.get('source'),
  }
}

/** The year whose table a line is of. */
export function yearOfHolidays(row: RecordCells): string {
  return yearOfSpan(spanOf(asRecord('holidays', row)))
}
