import { byBytes } from '../bytes.ts'
import { type Day, daysAfter, daysSinceEpoch, FOREVER } from '../dates.ts'
import { formOf, type SeedSource } from '../draw/seed/announced-source.ts'
import { isMinute, minutesSinceEpoch } from '../moment.ts'
import { momentOfSeconds, officeDay } from '../office-time.ts'

/**
 * The last day on which a draw that waits for these sources may be run, by the clock of the office: so many days (rule
 * `lapse-days`) after the last of them is known. The sealed source counts for nothing, the office has it already. Null
 * where a draw does not lapse: no days (draws frozen before there was the rule), or no public source.
 */
export function lastDayToRun(sources: readonly SeedSource[], days: number, offset: string): Day | null {
  const open = sources.filter(source => formOf(source).kind !== 'secret')
  const [last] = open.map(({ due }) => dayOfDue(due, offset)).sort((a, b) => -byBytes(a, b))
  if (days === 0 || last === undefined) return null
  return daysAfter(last, Math.min(days, daysSinceEpoch(FOREVER) - daysSinceEpoch(last)))
}

/** A day as it is announced, a minute by the clock of the office. */
export function dayOfDue(due: string, offset: string): Day {
  const at = isMinute(due) ? momentOfSeconds(BigInt(minutesSinceEpoch(due)) * 60n) : null
  return at === null ? (due.slice(0, 10) as Day) : officeDay(at, offset)
}
