import { type Day, daysAfter } from '../../dates.ts'

/** Whether drand can have a round of this number: it is hashed as eight bytes. */
export function isDrandRound(round: bigint): boolean {
  return round > 0n && round < 2n ** 64n
}

/** When a round of drand's quicknet is due, in seconds since 1970 (its chain information: first round and period). */
export function secondsOfRound(round: bigint): bigint {
  return 1_692_803_367n + (round - 1n) * 3n
}

/** The minute of a round as a commitment announces it, in Beijing time; null where its year has not four digits. */
export function minuteOfRound(round: bigint): string | null {
  const minutes = secondsOfRound(round) / 60n + BEIJING
  if (minutes > LAST_MINUTE) return null
  const two = (count: bigint) => String(count).padStart(2, '0')
  const day = daysAfter('1970-01-01' as Day, Number(minutes / 1440n))
  return `${day}T${two((minutes % 1440n) / 60n)}:${two(minutes % 60n)}+08:00`
}

const BEIJING = 8n * 60n
/** 9999-12-31T23:59, in minutes since 1970. */
const LAST_MINUTE = 4_223_371_679n
