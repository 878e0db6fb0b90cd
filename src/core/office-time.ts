import { type Day, daysAfter, isDay } from './dates.ts'

/** The offset of Beijing time, which holds in all of the country. */
export const BEIJING = '+08:00'

/** The offset of a clock from UTC as ISO 8601 writes it, `+08:00`, or null: from -12:00 to +14:00, in quarters. */
export function offsetNamed(text: string): string | null {
  if (text === '北京时间') return BEIJING
  const [, sign, hours, minutes = '00'] = /^(?:UTC|GMT)?([+-])?(\d{1,2})(?::?(\d{2}))?$/i.exec(text) ?? []
  if (hours === undefined) return null
  const offset = `${sign ?? '+'}${hours.padStart(2, '0')}:${minutes}`
  const count = minutesOf(offset)
  const exists = Number(minutes) < 60 && count % 15 === 0 && count >= -12 * 60 && count <= 14 * 60
  return exists ? (count === 0 ? '+00:00' : offset) : null
}

/**
 * A moment of the ledger (`2026-02-03T04:05:06Z`, or with an offset) by a clock that is `offset` from UTC:
 * `2026-02-03T12:05:06+08:00` (RFC 3339). By arithmetic: no clock of a machine and no list of time zones decides a day.
 */
export function officeMoment(at: string, offset: string): string {
  const [, date, hours, minutes, seconds = '00', from] = MOMENT.exec(at)!
  const utc = 60 * Number(hours) + Number(minutes) - (from === 'Z' ? 0 : minutesOf(from!))
  const local = utc + minutesOf(offset)
  const days = Math.floor(local / A_DAY)
  const rest = local - days * A_DAY
  return `${daysAfter(date as Day, days)}T${two(Math.floor(rest / 60))}:${two(rest % 60)}:${seconds}${offset}`
}

/** True for a moment as the ledger and the files of a draw write it, of a day that exists. */
export function isRecordedMoment(text: string): boolean {
  return isDay(MOMENT.exec(text)?.[1] ?? '')
}

/** The day of {@link officeMoment}. */
export function officeDay(at: string, offset: string): Day {
  return officeMoment(at, offset).slice(0, 10) as Day
}

/** {@link officeMoment} as a table has it, the offset being said elsewhere: `2026-02-03 12:05:06`. */
export function officeTime(at: string, offset: string): string {
  return clockOf(officeMoment(at, offset))
}

/** What a clock shows at a moment that has its offset: `2026-02-03 12:05:06`. */
export function clockOf(moment: string): string {
  return moment.replace('T', ' ').replace(/(?:Z|[+-]\d{2}:\d{2})$/, '')
}

/** The offset of a moment that has one, or null: of one in UTC. */
export function offsetOf(moment: string): string | null {
  return /[+-]\d{2}:\d{2}$/.exec(moment)?.[0] ?? null
}

/** Seconds since 1970 as a moment in UTC; null after the year 9999. */
export function momentOfSeconds(seconds: bigint): string | null {
  const days = seconds / 86_400n
  if (days >= DAYS_TO_FOREVER) return null
  const rest = Number(seconds % 86_400n)
  const clock = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60].map(two).join(':')
  return `${daysAfter('1970-01-01' as Day, Number(days))}T${clock}Z`
}

const A_DAY = 24 * 60
const MOMENT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?(Z|[+-]\d{2}:\d{2})$/
/** Days from 1970-01-01 to the last day of the calendar, which no offset may pass. */
const DAYS_TO_FOREVER = 2_932_896n

function minutesOf(offset: string): number {
  const [hours, minutes] = offset.slice(1).split(':').map(Number) as [number, number]
  return (offset.startsWith('-') ? -1 : 1) * (60 * hours + minutes)
}

function two(count: number): string {
  return String(count).padStart(2, '0')
}
