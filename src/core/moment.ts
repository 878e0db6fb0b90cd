import { type Day, daysSinceEpoch, isDay } from './dates.ts'

/** A minute or second that exists, with its offset: `YYYY-MM-DDTHH:MM[:SS]+HH:MM`, never `Z` (draw-2.md, section 7). */
export function isMoment(text: string): boolean {
  const [, day, clock, offset] = MOMENT.exec(text) ?? []
  return day !== undefined && isDay(day) && isClock(clock!) && isClock(offset!)
}

/** The same, to the minute. */
export function isMinute(text: string): boolean {
  return isMoment(text) && text.length === 'YYYY-MM-DDTHH:MM+HH:MM'.length
}

const MOMENT = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}(?::\d{2})?)[+-](\d{2}:\d{2})$/

function isClock(text: string): boolean {
  const [hours, ...sixtieths] = text.split(':').map(Number) as [number, ...number[]]
  return hours < 24 && sixtieths.every(part => part < 60)
}

/** Minutes since 1970 UTC of a text that {@link isMinute}. */
export function minutesSinceEpoch(minute: string): number {
  const [, day, clock, offset] = MOMENT.exec(minute)!
  const sign = minute.at(-OFFSET_LENGTH) === '-' ? -1 : 1
  return daysSinceEpoch(day as Day) * 24 * 60 + minutesOf(clock!) - sign * minutesOf(offset!)
}

const OFFSET_LENGTH = '+HH:MM'.length

function minutesOf(clock: string): number {
  const [hours, minutes] = clock.split(':').map(Number) as [number, number]
  return 60 * hours + minutes
}
