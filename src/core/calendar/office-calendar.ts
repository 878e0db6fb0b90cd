import { type Day, dayAfter, daysSinceEpoch } from '../dates.ts'
import { groupBy } from '../tally.ts'
import { type HolidaySpan, yearOfSpan } from './holiday.ts'
import { SHIPPED_YEARS } from './shipped-years.ts'

/** Which days are worked. A year of which nothing is known has no answer: nobody guesses one. */
export interface OfficeCalendar {
  /** Null where the holidays of its year are not known. */
  readonly isWorkingDay: (day: Day) => boolean | null
  readonly knows: (year: string) => boolean
  /** The holiday that a notice names for this day, off or worked; `''` where none does. */
  readonly holidayOn: (day: Day) => string
  /** Where the holidays of a year stand: the notices, each once. */
  readonly sourcesOf: (year: string) => readonly string[]
}

/** The calendar of an office: its own table of a year where it has one, else the table that the program knows. */
export function officeCalendar(own: readonly HolidaySpan[]): OfficeCalendar {
  const byYear = new Map<string, readonly HolidaySpan[]>([...SHIPPED_YEARS, ...groupBy(own, yearOfSpan)])
  const told = new Map<Day, HolidaySpan>()
  for (const spans of byYear.values())
    for (const span of spans) for (const day of daysIn(span)) told.set(day, span)
  return {
    knows: year => byYear.has(year),
    sourcesOf: year => [...new Set((byYear.get(year) ?? []).map(({ source }) => source))],
    holidayOn: day => told.get(day)?.name ?? '',
    isWorkingDay(day) {
      if (!byYear.has(day.slice(0, 4))) return null
      const kind = told.get(day)?.kind
      return kind === undefined ? !isWeekend(day) : kind === '上班'
    },
  }
}

/** The days of a span, from the first to the last; none where the last is before the first. */
export function* daysIn({ first, last }: Pick<HolidaySpan, 'first' | 'last'>): Generator<Day> {
  for (let day = first; day <= last; day = dayAfter(day)) yield day
}

/** True for Saturdays and Sundays. */
export function isWeekend(day: Day): boolean {
  return weekdayOf(day) >= 5
}

/** Which day of the week it is, Monday being 0: 1970-01-01 was a Thursday. */
export function weekdayOf(day: Day): number {
  return (((daysSinceEpoch(day) + 3) % 7) + 7) % 7
}
