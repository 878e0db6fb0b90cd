import type { Branded } from './brand.ts'

/** A day of the calendar as text, `YYYY-MM-DD`: byte order is the order of time. */
export type Day = Branded<string, 'day'>

/** The last day there is: what 长期 (no end) is kept as. */
export const FOREVER = '9999-12-31' as Day

/** True for a day that exists in the Gregorian calendar, written `YYYY-MM-DD`. */
export function isDay(text: string): text is Day {
  const found = ISO.exec(text)
  return found !== null && exists(Number(found[1]), Number(found[2]), Number(found[3]))
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/

/** The day with these numbers, or null when the calendar has none. */
export function day(year: number, month: number, date: number): Day | null {
  return exists(year, month, date) ? write(year, month, date) : null
}

/** The first day of the calendar that a text names (`2026-03-01`, `2026年3月1日`), or null. */
export function dayIn(text: string): Day | null {
  for (const [, year, month, of] of text.matchAll(NAMED)) {
    const found = day(Number(year), Number(month), Number(of))
    if (found !== null) return found
  }
  return null
}

const NAMED = /(?<!\d)(\d{4})(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})(?!\d)/g

/** The day of a moment (UTC, `2026-02-03T04:05:06Z`). */
export function dayOf(moment: string): Day {
  return moment.slice(0, 10) as Day
}

/** The first and the last day of the year that a day is of. */
export function yearOf(of: Day): { readonly first: Day; readonly last: Day } {
  const year = Number(of.slice(0, 4))
  return { first: write(year, 1, 1), last: write(year, 12, 31) }
}

/** The last day of a month, `month` from 1. */
export function monthEnd(year: number, month: number): Day {
  return write(year, month, daysIn(year, month))
}

/**
 * The day behind a spreadsheet's serial number (1900 system: 1 is 1900-01-01, and 60 is the 29 February 1900 that
 * never was, so the count is right from 61 on). Null before 61 and after 9999.
 */
export function dayOfSerial(serial: number): Day | null {
  return serial >= 61 && serial <= 2958465 ? dayOfCount(serial + SERIAL_ZERO) : null
}

/** The day `count` years before, the 29 February becoming the 28th. */
export function yearsBefore(from: Day, count: number): Day {
  const [year, month, date] = from.split('-').map(Number) as [number, number, number]
  return write(year - count, month, Math.min(date, daysIn(year - count, month)))
}

/** The next day of the calendar. */
export function dayAfter(text: Day): Day {
  const [year, month, date] = text.split('-').map(Number) as [number, number, number]
  if (date < daysIn(year, month)) return write(year, month, date + 1)
  return month < 12 ? write(year, month + 1, 1) : write(year + 1, 1, 1)
}

/** The day `count` days later; earlier where it is below zero. */
export function daysAfter(from: Day, count: number): Day {
  return dayOfCount(countOfDay(from) + count)
}

/** Days from 0000-03-01 to 1899-12-30, the zero of serial numbers. */
const SERIAL_ZERO = 693899

/** Civil day from a count of days since 0000-03-01 (Hinnant, chrono-compatible low-level date algorithms). */
function dayOfCount(count: number): Day {
  const era = Math.floor(count / 146097)
  const ofEra = count - era * 146097
  const year = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) / 365,
  )
  const ofYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100))
  const march = Math.floor((5 * ofYear + 2) / 153)
  const month = march < 10 ? march + 3 : march - 9
  return write(year + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - Math.floor((153 * march + 2) / 5) + 1)
}

/** Days since 0000-03-01: the other way round. */
function countOfDay(text: Day): number {
  const [year, month, date] = text.split('-').map(Number) as [number, number, number]
  const ofMarch = month <= 2 ? year - 1 : year
  const era = Math.floor(ofMarch / 400)
  const ofEra = ofMarch - era * 400
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1
  return era * 146097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear
}

/** Days since 1970-01-01 of a day that exists. */
export function daysSinceEpoch(text: Day): number {
  return countOfDay(text) - EPOCH
}

/** Days from 0000-03-01 to 1970-01-01. */
const EPOCH = 719468

function exists(year: number, month: number, date: number): boolean {
  return year >= 1 && month >= 1 && month <= 12 && date >= 1 && date <= daysIn(year, month)
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function write(year: number, month: number, date: number): Day {
  const two = (count: number) => String(count).padStart(2, '0')
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}` as Day
}
