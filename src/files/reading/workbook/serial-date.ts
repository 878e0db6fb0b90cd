const DAY_MS = 86_400_000
const DAY_SECONDS = 86_400
/** The largest serial number of both systems ends the year 9999. */
const LAST = { 1900: 2_958_465, 1904: 2_957_003 } as const

/** Which day is a workbook's first. */
export type DateSystem = keyof typeof LAST

/**
 * The day and time behind a serial number, as Excel shows it: in its 1900 system there is a 29 February 1900 (60), and
 * a day nought. What is no date shows as a row of `#`.
 */
export function serialText(
  serial: number,
  system: DateSystem,
  { day, time }: { readonly day: boolean; readonly time: boolean },
): string {
  const seconds = Math.round((serial % 1) * DAY_SECONDS)
  const count = Math.floor(serial) + Math.floor(seconds / DAY_SECONDS)
  const clock = clockText(seconds % DAY_SECONDS)
  if (!(serial >= 0 && count <= LAST[system])) return '########'
  const ofDayNought = count === 0 && system === 1900
  if (ofDayNought && (clock !== MIDNIGHT || !day)) return clock
  if (!day && time && count === 0) return clock
  const date = dayText(count, system)
  return clock === MIDNIGHT ? date : `${date} ${clock}`
}

/** Hours, minutes and seconds, of more than a day too. */
export function clockText(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return parts.map(part => String(part).padStart(2, '0')).join(':')
}

export function elapsedText(days: number): string {
  const seconds = Math.round(days * DAY_SECONDS)
  return days >= 0 && days <= LAST[1900] ? clockText(seconds) : '########'
}

/** A date and time as ISO 8601 writes them in a cell, without what says nothing. */
export function isoText(value: string): string {
  const [, day, clock] =
    /^(\d{4}-\d{2}-\d{2})?T?(?:(\d{2}:\d{2}:\d{2})(?:\.\d+)?Z?)?$/.exec(value.trim()) ?? []
  if (day === undefined) return clock ?? value
  return clock === undefined || clock === MIDNIGHT ? day : `${day} ${clock}`
}

function dayText(count: number, system: DateSystem): string {
  if (system === 1900 && count === 60) return '1900-02-29'
  if (system === 1900 && count === 0) return '1900-01-00'
  const zero = system === 1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, count < 60 ? 31 : 30)
  return new Date(zero + count * DAY_MS).toISOString().slice(0, 10)
}

const MIDNIGHT = '00:00:00'
