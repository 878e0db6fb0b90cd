import { type Day, dayAfter, daysAfter } from '../dates.ts'
import type { OfficeCalendar } from './office-calendar.ts'

/** A day that follows from others, or the year whose holidays one would have to know. */
export type Reckoned = { readonly day: Day } | { readonly unknownYear: string }

/**
 * The last of `count` working days after a day, which itself does not count (民法典 第二百零一条). With a count of nought
 * the day itself.
 */
export function workingDaysAfter(calendar: OfficeCalendar, from: Day, count: number): Reckoned {
  let day = from
  for (let left = count; left > 0; ) {
    day = dayAfter(day)
    const works = calendar.isWorkingDay(day)
    if (works === null) return { unknownYear: day.slice(0, 4) }
    if (works) left--
  }
  return { day }
}

/** The day `count` days of the calendar later; where that is no working day, the next that is (民法典 第二百零三条). */
export function daysAfterUntilWorked(calendar: OfficeCalendar, from: Day, count: number): Reckoned {
  for (let day = daysAfter(from, count); ; day = dayAfter(day)) {
    const works = calendar.isWorkingDay(day)
    if (works === null) return { unknownYear: day.slice(0, 4) }
    if (works) return { day }
  }
}

/** How many working days lie after `from`, up to and with `to`: below zero where `to` is earlier. */
export function workingDaysBetween(
  calendar: OfficeCalendar,
  from: Day,
  to: Day,
): { readonly count: number } | { readonly unknownYear: string } {
  const [first, last] = from <= to ? [from, to] : [to, from]
  let count = 0
  for (let day = first; day < last; ) {
    day = dayAfter(day)
    const works = calendar.isWorkingDay(day)
    if (works === null) return { unknownYear: day.slice(0, 4) }
    if (works) count++
  }
  return { count: from <= to ? count : 0 - count }
}

/** {@link workingDaysAfter} for many days, each of which is reckoned once. */
export function workingDaysReckoner(calendar: OfficeCalendar): (from: Day, count: number) => Reckoned {
  const known = new Map<string, Reckoned>()
  return (from, count) => {
    const key = `${from} ${count}`
    const before = known.get(key)
    if (before !== undefined) return before
    const reckoned = workingDaysAfter(calendar, from, count)
    known.set(key, reckoned)
    return reckoned
  }
}
