import { day, isDay, monthEnd } from '../dates.ts'
import { readDate } from './date-cell.ts'
import type { Reading } from './reading.ts'

/** Days off: days or spans, `2025-08-01~2025-08-10;2025-10-01`. */
export function readDays(text: string): Reading {
  const spans = text.split(/[;；,，、]/).map(part => part.trim())
  const read = spans.filter(part => part !== '').map(part => spanOf(part))
  if (read.some(span => span === null)) return { code: 'days-none', details: {} }
  const reversed = read.find(span => span!.from > span!.to)
  if (reversed) return { code: 'dates-reversed', details: reversed }
  const value = read
    .map(span => (span!.from === span!.to ? span!.from : `${span!.from}~${span!.to}`))
    .sort()
    .join(';')
  return { value, note: value === text ? null : 'period-form' }
}

export interface Span {
  readonly from: string
  readonly to: string
}

/** The spans of a canonical cell of days off, in order. */
export function spansOf(cell: string): readonly Span[] {
  if (cell === '') return []
  return cell.split(';').map(part => {
    const [from, to] = part.split('~') as [string, string?]
    return { from, to: to ?? from }
  })
}

/**
 * The period of a task, `2026-03-01~2026-06-30`. Months alone (`2026年3月—12月`) run from the first day of the first
 * to the last day of the last. Months without a year are an Issue unless `year` says which one is meant.
 */
export function readPeriod(text: string, _context?: unknown, year?: number): Reading {
  const span = spanOf(text) ?? monthsOf(text, year)
  if (span === 'year') return { code: 'period-year', details: {} }
  if (span === null) return { code: 'period-none', details: {} }
  if (span.from > span.to) return { code: 'dates-reversed', details: span }
  const value = `${span.from}~${span.to}`
  return { value, note: value === text ? null : 'period-form' }
}

const DASH = /\s*(?:~|～|至|到|—+|–|--| - )\s*/

function spanOf(text: string): Span | null {
  const ends = isDay(text) ? [text, text] : text.split(DASH)
  const [from, to] = ends.length === 1 ? [ends[0]!, ends[0]!] : (ends as [string, string])
  if (ends.length > 2) return null
  const first = readDate(from)
  const last = readDate(to)
  return 'value' in first && 'value' in last ? { from: first.value, to: last.value } : null
}

const MONTHS = /^(?:(\d{4})年)? ?(\d{1,2})月?\s*[-~～—–至到]+\s*(?:(\d{4})年)? ?(\d{1,2})月$/

function monthsOf(text: string, known: number | undefined): Span | 'year' | null {
  const found = MONTHS.exec(text)
  if (found === null) return null
  const firstYear = found[1] === undefined ? known : Number(found[1])
  if (firstYear === undefined) return 'year'
  const lastYear = found[3] === undefined ? firstYear : Number(found[3])
  const from = day(firstYear, Number(found[2]), 1)
  if (from === null || day(lastYear, Number(found[4]), 1) === null) return null
  return { from, to: monthEnd(lastYear, Number(found[4])) }
}
