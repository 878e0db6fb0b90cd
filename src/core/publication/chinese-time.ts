import { BEIJING, momentOfSeconds, officeDay, officeTime } from '../office-time.ts'

/** A moment of the ledger as offices write it, by the office's clock: `2026年2月3日 12:05:06（北京时间）`. */
export function chineseTime(at: string, offset: string): string {
  const [date, clock] = officeTime(at, offset).split(' ')
  return `${chineseDay(date!)} ${clock}（${zoneZh(offset)}）`
}

/** The day of {@link chineseTime}. */
export function chineseDayOf(at: string, offset: string): string {
  return chineseDay(officeDay(at, offset))
}

/** Seconds since 1970 as {@link chineseTime}; null after the year 9999. */
export function chineseTimeOfSeconds(seconds: bigint, offset: string): string | null {
  const at = momentOfSeconds(seconds)
  return at === null ? null : chineseTime(at, offset)
}

/** What a clock is called that is `offset` from UTC. */
export function zoneZh(offset: string): string {
  return offset === BEIJING ? '北京时间' : `时区 ${offset}`
}

/** The same in English. */
export function zoneEn(offset: string): string {
  return offset === BEIJING ? 'Beijing time' : `time zone ${offset}`
}

/** `2026-03-01` as `2026年3月1日`. */
export function chineseDay(date: string): string {
  const [year, month, of] = date.split('-').map(Number)
  return `${year}年${month}月${of}日`
}
