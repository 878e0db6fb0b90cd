import { sortByBytes } from '../bytes.ts'
import { type Day, daysAfter } from '../dates.ts'
import { groupBy } from '../tally.ts'
import { FESTIVALS, festivalsOf, type HolidaySpan, yearOfSpan } from './holiday.ts'
import { daysIn, isWeekend } from './office-calendar.ts'

/** What is wrong with the table of a year. */
export type TableFault =
  /** The last day is before the first. */
  | { readonly kind: 'turned'; readonly year: string; readonly first: Day; readonly last: Day }
  /** Longer than any holiday: a day was mistyped. */
  | { readonly kind: 'too-long'; readonly year: string; readonly first: Day; readonly last: Day }
  /** Off by one line and worked by another. */
  | { readonly kind: 'both'; readonly year: string; readonly day: Day }
  /** A Monday to Friday is worked without being said to. */
  | { readonly kind: 'worked-anyway'; readonly year: string; readonly day: Day }
  /** A holiday of all citizens is not there. */
  | { readonly kind: 'no-festival'; readonly year: string; readonly name: string }
  /** A day that a holiday cannot be without. */
  | { readonly kind: 'no-day'; readonly year: string; readonly name: string; readonly day: Day }
  /** A working day between two days off of one holiday. */
  | { readonly kind: 'gap'; readonly year: string; readonly name: string; readonly day: Day }

/** A fault with the rows of a file that speak of it; none where what is lacking stands nowhere, or no file was read. */
export type PlacedFault = TableFault & { readonly rows: readonly number[] }

/** A line of a file, by its row. */
export type PlacedSpan = Pick<HolidaySpan, 'first' | 'last' | 'name'> & { readonly row: number }

/** A fault beside the rows of a file that it comes from. */
export function placed(fault: TableFault, lines: readonly PlacedSpan[]): PlacedFault {
  return { ...fault, rows: lines.filter(line => speaksOf(line, fault)).map(({ row }) => row) }
}

function speaksOf(line: PlacedSpan, fault: TableFault): boolean {
  switch (fault.kind) {
    case 'turned':
      return line.first === fault.first && line.last === fault.last
    case 'too-long':
      return line.first === fault.first || line.last === fault.last
    case 'both':
    case 'worked-anyway':
      return line.first <= fault.day && fault.day <= line.last
    case 'no-day':
    case 'gap':
      return yearOfSpan(line) === fault.year && festivalsOf(line).includes(fault.name)
    case 'no-festival':
      return false
    default:
      return fault satisfies never
  }
}

/** The longest span that a line may have, in days. */
const LONGEST = 16

/** What is wrong with the tables of an office, by year; none where each can be reckoned with. */
export function tableFaults(own: readonly HolidaySpan[]): TableFault[] {
  return [...groupBy(own, yearOfSpan)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([year, spans]) => {
      const misshapen = spans.flatMap(span => shapeFaults(year, span))
      return misshapen.length > 0 ? misshapen : faultsIn(year, spans)
    })
}

function shapeFaults(year: string, { first, last }: HolidaySpan): TableFault[] {
  if (last < first) return [{ kind: 'turned', year, first, last }]
  return last >= daysAfter(first, LONGEST) ? [{ kind: 'too-long', year, first, last }] : []
}

function faultsIn(year: string, spans: readonly HolidaySpan[]): TableFault[] {
  const daysOf = (kind: HolidaySpan['kind']) =>
    new Set(spans.filter(span => span.kind === kind).flatMap(span => [...daysIn(span)]))
  const [off, worked] = [daysOf('放假'), daysOf('上班')]
  const named = new Set(spans.filter(span => span.kind === '放假').flatMap(festivalsOf))
  const absent = FESTIVALS.filter(({ name }) => !named.has(name))
  return [
    ...[...worked].flatMap((day): TableFault[] => {
      if (off.has(day)) return [{ kind: 'both', year, day }]
      return isWeekend(day) ? [] : [{ kind: 'worked-anyway', year, day }]
    }),
    ...absent.map(({ name }): TableFault => ({ kind: 'no-festival', year, name })),
    ...FESTIVALS.filter(festival => !absent.includes(festival)).flatMap(({ name, days }) =>
      days
        .map(day => `${year}-${day}` as Day)
        .filter(day => !off.has(day))
        .map((day): TableFault => ({ kind: 'no-day', year, name, day })),
    ),
    ...[...named].flatMap(name => gapsOf(year, name, spans, off, worked)),
  ]
}

/** Days between the first and the last day off of a holiday on which people would work. */
function gapsOf(
  year: string,
  name: string,
  spans: readonly HolidaySpan[],
  off: ReadonlySet<Day>,
  worked: ReadonlySet<Day>,
): TableFault[] {
  const own = spans.filter(span => span.kind === '放假' && festivalsOf(span).includes(name))
  const ends = sortByBytes(own.flatMap(({ first, last }) => [first, last])) as Day[]
  const [first, last] = [ends[0]!, ends.at(-1)!]
  if (last >= daysAfter(first, LONGEST)) return [{ kind: 'too-long', year, first, last }]
  const gaps = [...daysIn({ first, last })].filter(
    day => !off.has(day) && (worked.has(day) || !isWeekend(day)),
  )
  return gaps.map(day => ({ kind: 'gap', year, name, day }))
}
