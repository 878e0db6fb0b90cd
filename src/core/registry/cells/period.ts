import { type Day, day, isDay, monthEnd } from '../../dates.ts'
import type { CellResult } from './cell-result.ts'
import { parseDay } from './date.ts'

/** Days off: days or spans, `2025-08-01~2025-08-10;2025-10-01`. */
export function readDays(text: string): CellResult {
  const spans = text.split(/[;；,，、|]/).map(part => part.trim())
  const read = spans.filter(part => part !== '').map(part => spanOf(part))
  if (read.some(span => span === null)) return { code: 'invalid-days', details: {} }
  const reversed = read.find(span => span!.from > span!.to)
  if (reversed) return { code: 'reversed-dates', details: reversed }
  const value = read
    .map(span => (span!.from === span!.to ? span!.from : `${span!.from}~${span!.to}`))
    .sort()
    .join(';')
  return { value, note: value === text ? null : 'period-form' }
}

export interface Span {
  readonly from: Day
  readonly to: Day
}

/** The spans of a canonical cell of days off, in order. */
export function spansOf(cell: string): readonly Span[] {
  if (cell === '') return []
  return cell.split(';').map(part => {
    const [from, to] = part.split('~') as [Day, Day?]
    return { from, to: to ?? from }
  })
}

/**
 * The period of a task, `2026-03-01~2026-06-30`. Months alone (`2026年3月—12月`) run from the first day of the first
 * to the last day of the last; so do 全年, 上半年, 二季度. Without a year they are an Issue unless `year` says which
 * one is meant.
 */
export function readPeriod(text: string, year?: number): CellResult {
  const span = spanOf(text, year) ?? monthsOf(text, year)
  if (span === 'year') return { code: 'period-without-year', details: {} }
  if (span === null) return { code: 'invalid-period', details: {} }
  if (span.from > span.to) return { code: 'reversed-dates', details: span }
  const value = `${span.from}~${span.to}`
  return { value, note: value === text ? null : 'period-form' }
}

const DASH = /\s*(?:~|～|至|到|—+|–|--| - )\s*/

/** A hyphen parts two days only where none of them holds one: `2026.5.1-2026.5.10`. */
const HYPHEN = /^([^-]+)-([^-]+)$/

function spanOf(text: string, known?: number): Span | null {
  const ends = isDay(text) ? [text] : text.split(DASH)
  const [, ...parted] = (ends.length === 1 && HYPHEN.exec(text)) || [text, ...ends]
  if (parted.length > 2) return null
  const first = parseDay(withYear(parted[0]!.trim(), known))
  if (first === null) return null
  const last = parseDay(withYear(parted.at(-1)!.trim(), Number(first.value.slice(0, 4))))
  return last === null ? null : { from: first.value, to: last.value }
}

/** `6月30日` in a year that is known. */
function withYear(text: string, year: number | undefined): string {
  return year !== undefined && DAY_OF_YEAR.test(text) ? `${year}年${text}` : text
}

const DAY_OF_YEAR = /^\d{1,2}月\d{1,2}日$/

const MONTHS = /^(?:(\d{4})年)? ?(\d{1,2})月?\s*[-~～—–至到]+\s*(?:(\d{4})年)? ?(\d{1,2})月$/

/** `2026.3`, at an end of a span. */
const DOTTED = /(\d{4})[./](\d{1,2})(?=\s*[-~～—–至到]|$)/g

/** `2026-03`, which is a month only where another mark than a hyphen goes on. */
const HYPHENED = /(\d{4})-(\d{1,2})(?=\s*[~～—–至到]|$)/g

function monthsOf(text: string, known: number | undefined): Span | 'year' | null {
  const worded = text.replaceAll(DOTTED, '$1年$2月').replaceAll(HYPHENED, '$1年$2月')
  const found = MONTHS.exec(worded)
  if (found === null) return partOfYear(worded, known)
  const firstYear = found[1] === undefined ? known : Number(found[1])
  if (firstYear === undefined) return 'year'
  const lastYear = found[3] === undefined ? firstYear : Number(found[3])
  const from = day(firstYear, Number(found[2]), 1)
  if (from === null || day(lastYear, Number(found[4]), 1) === null) return null
  return { from, to: monthEnd(lastYear, Number(found[4])) }
}

const PART = /^(?:(\d{4})年?度?)?(.*)$/

/** First and last month of what has a name of its own. */
const PARTS: Readonly<Record<string, readonly [number, number]>> = {
  全年: [1, 12],
  上半年: [1, 6],
  下半年: [7, 12],
  一季度: [1, 3],
  二季度: [4, 6],
  三季度: [7, 9],
  四季度: [10, 12],
}

/** One month, or a named part of a year. */
function partOfYear(text: string, known: number | undefined): Span | 'year' | null {
  const [, written, rest] = PART.exec(text)!
  const name = rest!.trimStart()
  const month = /^(\d{1,2})月份?$/.exec(name)
  if (DAY_OF_YEAR.test(text.split(/[-~～—–至到]/)[0]!.trim())) return 'year'
  const months =
    month === null
      ? PARTS[name === '' && text.includes('年') ? '全年' : name.replace(/^第/, '')]
      : ([Number(month[1]), Number(month[1])] as const)
  const year = written === undefined ? known : Number(written)
  if (months === undefined) return null
  if (year === undefined) return 'year'
  const from = day(year, months[0], 1)
  return from === null ? null : { from, to: monthEnd(year, months[1]) }
}
