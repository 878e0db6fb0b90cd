import { type Day, daysAfter, daysSinceEpoch, monthEnd } from '../dates.ts'
import type { TargetId } from '../ids.ts'
import type { FrequencyLimits } from '../rules/rules.ts'

/** A visit that took place: whatever departments and items it was for, one occasion on one day is one. */
export interface MadeVisit {
  readonly occasion: string
  readonly day: Day
}

/** More visits to a target than a span of time may have. */
export interface Frequent {
  readonly window: keyof FrequencyLimits
  readonly from: Day
  readonly to: Day
  readonly visits: number
  readonly most: number
}

/** A target that may not be visited any more until the span is over. */
export interface FrequentTarget extends Frequent {
  readonly target: TargetId
}

/** The day, the week from Monday to Sunday and the month that a day is of. */
export function spanOf(window: keyof FrequencyLimits, of: Day): { readonly from: Day; readonly to: Day } {
  if (window === 'day') return { from: of, to: of }
  if (window === 'month')
    return {
      from: `${of.slice(0, 7)}-01` as Day,
      to: monthEnd(Number(of.slice(0, 4)), Number(of.slice(5, 7))),
    }
  // The first of January 1970 was a Thursday.
  const sinceMonday = (((daysSinceEpoch(of) + 3) % 7) + 7) % 7
  return { from: daysAfter(of, -sinceMonday), to: daysAfter(of, 6 - sinceMonday) }
}

/** What a visit makes too many of, among the other visits to its target; the shortest span first. */
export function tooFrequent(
  limits: FrequencyLimits,
  visit: MadeVisit,
  others: Iterable<MadeVisit>,
): Frequent | null {
  return fullSpan(limits, visit.day, [...others, visit], (visits, most) => visits > most)
}

/** The span around a day in which one more visit would be too many. */
export function fullAlready(limits: FrequencyLimits, today: Day, made: Iterable<MadeVisit>): Frequent | null {
  return fullSpan(limits, today, [...made], (visits, most) => visits >= most)
}

function fullSpan(
  limits: FrequencyLimits,
  day: Day,
  made: readonly MadeVisit[],
  isTooMany: (visits: number, most: number) => boolean,
): Frequent | null {
  for (const window of ['day', 'week', 'month'] as const) {
    const most = limits[window]
    if (most === null) continue
    const { from, to } = spanOf(window, day)
    const within = made.filter(one => from <= one.day && one.day <= to)
    const visits = new Set(within.map(one => `${one.occasion} ${one.day}`)).size
    if (isTooMany(visits, most)) return { window, from, to, visits, most }
  }
  return null
}
