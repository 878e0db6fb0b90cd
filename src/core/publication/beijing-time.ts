import { type Day, dayAfter, dayOf, dayOfSerial } from '../dates.ts'

/** A moment of the ledger (UTC, `2026-02-03T04:05:06Z`) as offices write it: Beijing time. */
export function beijingTime(at: string): string {
  const hour = String((Number(at.slice(11, 13)) + BEIJING) % 24).padStart(2, '0')
  return `${chineseDay(beijingDate(at))} ${hour}${at.slice(13, 19)}（北京时间）`
}

/** A moment of the ledger with its offset, as a file of the draw has it (draw-2.md, section 7): Beijing time. */
export function beijingMoment(at: string): string {
  const hour = String((Number(at.slice(11, 13)) + BEIJING) % 24).padStart(2, '0')
  return `${beijingDate(at)}T${hour}${at.slice(13, 19)}${OFFSET}`
}

/** The day of {@link beijingTime} as tables have it (`2026-02-03`). */
export function beijingDate(at: string): Day {
  const date = dayOf(at)
  if (at.endsWith(OFFSET)) return date
  return Number(at.slice(11, 13)) + BEIJING < 24 ? date : dayAfter(date)
}

/** The day of {@link beijingTime}. */
export function beijingDay(at: string): string {
  return beijingTime(at).split(' ')[0]!
}

/** Seconds since 1970 as {@link beijingTime}; null after the year 9999. */
export function beijingOfSeconds(seconds: bigint): string | null {
  const date = dayOfSerial(Number(seconds / 86_400n) + DAY_1970)
  if (date === null) return null
  const rest = Number(seconds % 86_400n)
  const two = (count: number) => String(count).padStart(2, '0')
  return beijingTime(
    `${date}T${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}Z`,
  )
}

/** `2026-03-01` as `2026年3月1日`. */
export function chineseDay(date: string): string {
  const [year, month, of] = date.split('-').map(Number)
  return `${year}年${month}月${of}日`
}

const BEIJING = 8
const OFFSET = '+08:00'
/** 1970-01-01 as a spreadsheet's serial number. */
const DAY_1970 = 25_569
