import { weekdayOf } from '../../calendar/office-calendar.ts'
import { type Day, daysSinceEpoch, yearOf } from '../../dates.ts'
import type { TargetId } from '../../ids.ts'
import type { Bar, Block, Document, Tick } from '../../publication/document.ts'
import { groupBy } from '../../tally.ts'
import { barPages } from '../bar-pages.ts'
import type { FigureWords } from '../figure-words.ts'
import { formulaBlocks, type Tied, tieBlocks } from '../ties-blocks.ts'
import { shadeOf } from './shade-of.ts'
import type { CalendarDay, DayCount, DayCounts, YearCalendar } from './year-calendar.ts'

/** The period of a draw, or of a task of the plan that has none yet. */
export interface CalendarSpan {
  readonly occasion: string
  readonly name: string
  readonly from: Day
  readonly to: Day
  readonly state: 'open' | 'frozen' | 'drawn'
}

/** A span with the visits that its draw asks for and how many of these were made. */
export interface CountedSpan extends CalendarSpan, Pick<DayCounts, 'due' | 'done'> {}

/** What the calendar of a year is laid out from. */
export interface CalendarReport extends Tied {
  readonly year: string
  readonly today: Day
  readonly told: YearCalendar
  readonly spans: readonly CountedSpan[]
  /** The notices that the holidays of the year stand in; none where they are not known. */
  readonly sources: readonly string[]
}

/** So many firms fit on a sheet. */
const FIRMS = 40

/** 检查日历: a year by months and days, the periods of its draws, and the firms that were visited more than once. */
export function calendarDocument(
  report: CalendarReport,
  words: FigureWords,
  firmName: (firm: TargetId) => string,
): Document {
  const { year, today, told, spans, sources } = report
  const own = words.pictures.calendar
  const { columns } = own
  const monthHeadings = (
    ['month', 'workingDays', 'due', 'done', 'drawn', 'cases', 'visits', 'owed'] as const
  ).map(name => columns[name])
  const dayHeadings = (
    ['day', 'weekday', 'works', 'holiday', 'due', 'done', 'drawn', 'cases', 'visits', 'owed'] as const
  ).map(name => columns[name])
  const blocks: Block[] = [
    { kind: 'heading', text: own.months },
    {
      kind: 'table',
      figures: true,
      headings: monthHeadings,
      rows: [
        ...told.months.map(month => [
          ...[own.month(month.month), month.workingDays === null ? words.none : String(month.workingDays)],
          ...countCells(month),
        ]),
        [words.all, sumOfWorked(told, words.none), ...countCells(told.all)],
      ],
    },
    {
      kind: 'bars',
      caption: own.byMonth,
      bars: told.months.map(month => {
        const visits = month.drawn + month.cases
        return {
          ...{ label: own.month(month.month), value: visits, shown: `${visits} / ${month.due}` },
          // A month in which none is due has no line.
          ...(month.due === 0 ? {} : { mark: [month.due, month.due] as const }),
        }
      }),
    },
    ...grids(told, words),
    ...spanBlocks(year, spans, words),
    ...firmBlocks(told, words, firmName),
    ...formulaBlocks(own.formulas, words),
    sources.length === 0
      ? { kind: 'text', text: own.unknownYear(year) }
      : { kind: 'text', text: words.deadlines.sources(year, sources) },
    ...tieBlocks(report, words),
  ]
  return {
    ...{ file: own.title(year), title: own.title(year), subtitle: words.results.subtitle(today) },
    data: {
      headings: dayHeadings,
      rows: told.days.map(day => [
        ...[day.day, own.weekdays[weekdayOf(day.day)]!, own.works(day.works), day.holiday],
        ...countCells(day),
      ]),
    },
    ...{ blocks, notice: true, wide: true },
  }
}

function countCells({ due, done, drawn, cases, owed }: DayCounts): string[] {
  return [due, done, drawn, cases, drawn + cases, owed].map(String)
}

function sumOfWorked({ months }: YearCalendar, none: string): string {
  if (months.some(({ workingDays }) => workingDays === null)) return none
  return String(months.reduce((sum, { workingDays }) => sum + workingDays!, 0))
}

/** Months below each other, their days side by side: visits made, visits to be made by then, duties due. */
function grids({ days }: YearCalendar, words: FigureWords): Block[] {
  const own = words.pictures.calendar
  const months = [...groupBy(days, ({ day }) => day.slice(5, 7)).values()]
  const of = (caption: string, counts: readonly DayCount[]): Block[] => {
    const countOf = (day: CalendarDay) => counts.reduce((sum, name) => sum + day[name], 0)
    const most = days.reduce((most, day) => Math.max(most, countOf(day)), 0)
    if (most === 0) return []
    return [
      {
        kind: 'shaded',
        caption,
        headings: ['', ...NUMBERS],
        rows: months.map((month, i) => [
          own.month(i + 1),
          ...NUMBERS.map((_, k) => (month[k] === undefined ? '' : dayCell(month[k], countOf(month[k]), own))),
        ]),
        shades: months.map(month =>
          NUMBERS.map((_, k) => {
            const day = month[k]
            if (day === undefined) return null
            const count = countOf(day)
            return count === 0 && day.works === false ? 'off' : shadeOf(count, most)
          }),
        ),
      },
    ]
  }
  return [...of(own.visits, ['drawn', 'cases']), ...of(own.due, ['due']), ...of(own.owed, ['owed'])]
}

const NUMBERS = Array.from({ length: 31 }, (_, i) => String(i + 1))

function dayCell(
  { works }: CalendarDay,
  count: number,
  { off, offSign }: FigureWords['pictures']['calendar'],
): string {
  if (count === 0) return works === false ? off : ''
  return works === false ? `${count}${offSign}` : String(count)
}

/** The periods as bars along the year, the earliest first. */
function spanBlocks(year: string, spans: readonly CountedSpan[], words: FigureWords): Block[] {
  const own = words.pictures.calendar
  const { first, last } = yearOf(`${year}-01-01` as Day)
  const zero = daysSinceEpoch(first)
  const placeOf = (day: Day) => Math.min(Math.max(daysSinceEpoch(day), zero), daysSinceEpoch(last)) - zero
  const axis: Tick[] = Array.from({ length: 12 }, (_, i) => ({
    at: placeOf(`${year}-${String(i + 1).padStart(2, '0')}-01` as Day),
    label: String(i + 1),
  }))
  const end = { at: daysSinceEpoch(last) - zero + 1, label: '' }
  const bars = spans
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.occasion < b.occasion ? -1 : 1))
    .map(
      ({ occasion, name, from, to, state, due, done }): Bar => ({
        label: `${occasion} ${name}`,
        start: placeOf(from),
        value: placeOf(to) - placeOf(from) + 1,
        shown: `${dayIn(year, from)}～${dayIn(year, to)} ${state === 'drawn' ? own.done(done, due) : own.states[state]}`,
      }),
    )
  return barPages(own.spans, bars, { axis: [...axis, end] })
}

/** A day as it is written where the year is known. */
function dayIn(year: string, day: Day): string {
  return day.startsWith(year) ? day.slice(5) : day
}

/** The firms that were visited most, month by month. */
function firmBlocks(
  { firms }: YearCalendar,
  words: FigureWords,
  firmName: (firm: TargetId) => string,
): Block[] {
  const own = words.pictures.calendar
  if (firms.length === 0) return []
  const shown = firms.slice(0, FIRMS)
  const most = shown.reduce((most, { months }) => Math.max(most, ...months), 0)
  return [
    {
      kind: 'shaded',
      caption: own.firms(shown.length, firms.length),
      headings: [own.firm, own.times, ...Array.from({ length: 12 }, (_, i) => own.month(i + 1))],
      rows: shown.map(({ firm, visits, months }) => [
        `${firm} ${firmName(firm)}`.trim(),
        ...[visits, ...months].map(count => (count === 0 ? '' : String(count))),
      ]),
      shades: shown.map(({ months }) => [0 as const, ...months.map(count => shadeOf(count, most))]),
    },
  ]
}
