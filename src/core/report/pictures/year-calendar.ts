import { byBytes, sortByBytes } from '../../bytes.ts'
import { daysIn, type OfficeCalendar } from '../../calendar/office-calendar.ts'
import { type Day, yearOf } from '../../dates.ts'
import type { DepartmentCode, DrawNumber, TargetId } from '../../ids.ts'
import { addOne, groupBy } from '../../tally.ts'
import type { Owed } from '../deadlines.ts'
import type { YearTarget } from '../inspection-year.ts'

/**
 * What is counted of a day: visits that are to be made by then and how many of these were, visits that were made, drawn
 * and not, and duties that are still owed and due by then.
 */
const DAY_COUNTS = ['due', 'done', 'drawn', 'cases', 'owed'] as const
export type DayCount = (typeof DAY_COUNTS)[number]
export type DayCounts = Readonly<Record<DayCount, number>>

export interface CalendarDay extends DayCounts {
  readonly day: Day
  /** Null where the holidays of the year are not known. */
  readonly works: boolean | null
  /** The holiday that it is off for or worked for; `''` of any other day. */
  readonly holiday: string
}

export interface CalendarMonth extends DayCounts {
  /** From 1. */
  readonly month: number
  readonly workingDays: number | null
}

/** A firm that several visits were made to, with how many in each month. */
export interface FirmInMonths {
  readonly firm: TargetId
  readonly visits: number
  readonly months: readonly number[]
}

/** A year day by day. */
export interface YearCalendar {
  readonly days: readonly CalendarDay[]
  readonly months: readonly CalendarMonth[]
  readonly all: DayCounts
  /** Those visited more than once, most visited first. */
  readonly firms: readonly FirmInMonths[]
  /** Duties of other years, and those whose day hangs on holidays that are not known. */
  readonly owedBeside: number
}

/** A department's visit to one target that a draw which stands asks for. */
export interface DueVisit {
  readonly draw: DrawNumber
  readonly target: TargetId
  readonly department: DepartmentCode
  readonly until: Day
  /** Each of its items has a result. */
  readonly isDone: boolean
}

/** Counts a year by its days. Visits are seen one target after the other; memory holds the firms that have several. */
export function calendarTally(year: string) {
  const counts = Object.fromEntries(DAY_COUNTS.map(name => [name, new Map<Day, number>()])) as Record<
    DayCount,
    Map<Day, number>
  >
  const firms = firmTally()
  let owedBeside = 0
  return {
    seeDue({ until, isDone }: Pick<DueVisit, 'until' | 'isDone'>): void {
      addOne(counts.due, until)
      if (isDone) addOne(counts.done, until)
    },
    /** A visit is all that a department found at a target in one draw or case, on the first of its days. */
    seeVisits(target: YearTarget): void {
      const days = [
        ...groupBy(target.results, ({ result }) => `${result.occasion} ${result.department}`),
      ].map(([, own]) => {
        const [day] = sortByBytes(own.map(({ result }) => result.inspected)) as [Day]
        addOne(own[0]!.isDrawn ? counts.drawn : counts.cases, day)
        return day
      })
      firms.see(target, days)
    },
    seeOwed({ due }: Pick<Owed, 'due'>): void {
      if (due?.startsWith(`${year}-`)) addOne(counts.owed, due)
      else owedBeside++
    },
    told(calendar: OfficeCalendar): YearCalendar {
      const days = Array.from(daysIn(yearOf(`${year}-01-01` as Day)), (day): CalendarDay => {
        const own = Object.fromEntries(DAY_COUNTS.map(name => [name, counts[name].get(day) ?? 0]))
        const works = calendar.isWorkingDay(day)
        return { day, works, holiday: calendar.holidayOn(day), ...(own as DayCounts) }
      })
      return { days, months: monthsOf(days), all: sumOf(days), firms: firms.severalTimes(), owedBeside }
    },
  }
}

function monthsOf(days: readonly CalendarDay[]): CalendarMonth[] {
  return [...groupBy(days, ({ day }) => day.slice(5, 7))].map(([month, own]) => ({
    month: Number(month),
    workingDays: own.some(({ works }) => works === null) ? null : own.filter(({ works }) => works).length,
    ...sumOf(own),
  }))
}

function sumOf(days: readonly DayCounts[]): DayCounts {
  const sums = DAY_COUNTS.map(name => [name, days.reduce((sum, day) => sum + day[name], 0)] as const)
  return Object.fromEntries(sums) as DayCounts
}

/** Visits by firm and month; one that has only one target is done with once it was seen. */
function firmTally() {
  const shared = new Map<TargetId, number[]>()
  const several: FirmInMonths[] = []
  const finish = (firm: TargetId, months: readonly number[]) => {
    const visits = months.reduce((sum, count) => sum + count, 0)
    if (visits > 1) several.push({ firm, visits, months })
  }
  return {
    see({ firm, isShared }: Pick<YearTarget, 'firm' | 'isShared'>, days: readonly Day[]): void {
      const months = (isShared ? shared.get(firm) : undefined) ?? Array<number>(12).fill(0)
      for (const day of days) months[Number(day.slice(5, 7)) - 1]!++
      if (isShared) shared.set(firm, months)
      else finish(firm, months)
    },
    severalTimes(): FirmInMonths[] {
      for (const [firm, months] of shared) finish(firm, months)
      shared.clear()
      return several.sort((a, b) => b.visits - a.visits || byBytes(a.firm, b.firm))
    },
  }
}
