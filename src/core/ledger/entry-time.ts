import { utcSeconds } from './utc-seconds.ts'

/** When an entry is said to have been written, so that times never run backwards. */
export type EntryTime =
  | { readonly kind: 'now' }
  /** The clock is a little behind the entry before, as two machines are, or who waited for the other: its time is taken. */
  | { readonly kind: 'held' }
  /** The clock is wrong, or was when the entry before was written. */
  | { readonly kind: 'behind' }

/** Compares the clock with the time of the last entry; both UTC to the second. */
export function entryTime(clock: string, last: string): EntryTime {
  const behind = utcSeconds(last) - utcSeconds(clock)
  if (behind <= 0) return { kind: 'now' }
  return { kind: behind <= MOST_BEHIND ? 'held' : 'behind' }
}

/** Ten minutes, in seconds: what clocks of one office differ by, and a command waits for another one. */
const MOST_BEHIND = 600

/** The action of the entry that puts a wrong clock on record: it alone may stand before the entry before it. */
export const CLOCK_CORRECTED = 'log clock'
