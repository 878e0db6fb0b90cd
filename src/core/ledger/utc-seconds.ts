import { type Day, daysSinceEpoch } from '../dates.ts'

/** The seconds since 1970 of a moment as the ledger writes it (UTC, `2026-02-03T04:05:06Z`). */
export function utcSeconds(moment: string): number {
  const [hours, minutes, seconds] = moment.slice(11, 19).split(':').map(Number) as [number, number, number]
  return A_DAY * daysSinceEpoch(moment.slice(0, 10) as Day) + 3_600 * hours + 60 * minutes + seconds
}

const A_DAY = 86_400
