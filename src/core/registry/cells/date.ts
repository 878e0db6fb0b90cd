import { type Day, day, dayOfSerial, FOREVER, isDay } from '../../dates.ts'
import { type CellResult, invalid } from './cell-result.ts'
import type { NoteCode } from './issue.ts'

/** Days as clerks and spreadsheets write them. The year always comes first; a serial number counts from 1900, or
 * from 1904 in a workbook that does, its fraction a time of day. 9999-09-09 is how the platform writes 长期. */
export function readDate(text: string, system: 1900 | 1904 = 1900): CellResult {
  return parseDay(text, system) ?? invalid('invalid-date', {})
}

/** A year, `2026`; with 年 or 年度 as well. */
export function readYear(text: string): CellResult {
  const year = /^(20\d{2})(?: ?年度?|\.0+)?$/.exec(text)?.[1]
  return year === undefined
    ? invalid('invalid-year', {})
    : { value: year, note: year === text ? null : 'date-form' }
}

/** The day that a text writes, and what had to be done to read it; null where the calendar has none. */
export function parseDay(
  written: string,
  system: 1900 | 1904 = 1900,
): { readonly value: Day; readonly note: NoteCode | null } | null {
  const text = inWesternYears(written)
  if (/^(长期|永久|无固定期限|长期有效|9999-09-09)$/.test(text)) return { value: FOREVER, note: 'forever' }
  if (isDay(text)) return { value: text, note: text === written ? null : 'date-form' }
  const serial = /^(\d{5})(?:\.\d+)?$/.exec(text)
  if (serial !== null) {
    const found = dayOfSerial(Number(serial[1]) + (system === 1904 ? DAYS_TO_1904 : 0))
    return found === null ? null : { value: found, note: 'date-serial' }
  }
  const parts = DATE_FORM.exec(text)
    ?.slice(1)
    .filter(part => part !== undefined)
    .map(Number)
  const found = parts === undefined ? null : day(parts[0]!, parts[1]!, parts[2]!)
  return found === null ? null : { value: found, note: 'date-form' }
}

/** What a day of 1904 has less than in the system of 1900. */
const DAYS_TO_1904 = 1462

/** True for a year, a month and a day in one of these forms, whether or not the calendar has it. */
export function hasDayForm(text: string): boolean {
  return DATE_FORM.test(inWesternYears(text))
}

/** 2018/5/16, 2018.5.16, 2018年5月16日, 20180516, each with or without the day of the week and a time of day, which are dropped; the day is that of the place where it was written. */
const DATE_FORM =
  /^(?:(\d{4}) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2})[日号]?|(\d{4})(\d{2})(\d{2}))(?: ?(?:周|星期)[一二三四五六日天])?(?:[ T](?:[上下中]午|凌晨|早上|晚上)? ?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AP]M)?(?:Z|[+-]\d{2}:?\d{2})?)?$/i

/** 民国108年 is 2019年: the first year of that reckoning was 1912. */
function inWesternYears(text: string): string {
  return text.replace(
    /^(?:中华)?民国 ?(\d{1,3}|元) ?年/,
    (_, year) => `${1911 + (year === '元' ? 1 : Number(year))}年`,
  )
}
