import type { HolidaySpan } from '../../core/calendar/holiday.ts'
import { type OfficeCalendar, officeCalendar } from '../../core/calendar/office-calendar.ts'
import { spanOf } from '../../core/registry/holiday-spans.ts'
import type { Store } from '../open.ts'
import { readRecords } from './registry.ts'

/** The lines of the office's own tables of holidays as they stand. */
export function ownHolidays(store: Store): HolidaySpan[] {
  return [...readRecords(store, 'holidays')].map(spanOf)
}

/** Which days the office works: by its own tables, and those that the program knows. */
export function calendarOf(store: Store): OfficeCalendar {
  return officeCalendar(ownHolidays(store))
}
