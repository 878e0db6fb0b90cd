import type { Day } from '../dates.ts'

/** What a notice says of some days: off although they may be working days (放假), or worked although they are a weekend (调休上班). */
export type HolidayKind = '放假' | '上班'

/** Days that a notice of holidays speaks of, the first and the last of them included. */
export interface HolidaySpan {
  readonly first: Day
  readonly last: Day
  readonly kind: HolidayKind
  /** The holiday that the days belong to, several parted by 、: `国庆节、中秋节`. */
  readonly name: string
  /** The notice that says so. */
  readonly source: string
}

/**
 * The holidays of all citizens (全国年节及纪念日放假办法, 第二条), with the days of the solar calendar that each cannot be
 * without. A table of a year has them all.
 */
export const FESTIVALS = [
  { name: '元旦', days: ['01-01'] },
  { name: '春节', days: [] },
  { name: '清明节', days: [] },
  { name: '劳动节', days: ['05-01'] },
  { name: '端午节', days: [] },
  { name: '中秋节', days: [] },
  { name: '国庆节', days: ['10-01', '10-02', '10-03'] },
] as const

/** The year whose notice a span is of: days off before New Year belong to the year that begins. */
export function yearOfSpan({ first, name }: Pick<HolidaySpan, 'first' | 'name'>): string {
  const year = first.slice(0, 4)
  const isBefore = name === '元旦' && first.slice(5, 7) === '12'
  return isBefore ? String(Number(year) + 1).padStart(4, '0') : year
}

/** The holidays that a span names. */
export function festivalsOf({ name }: Pick<HolidaySpan, 'name'>): readonly string[] {
  return name.split(/[、,，;；]/).map(part => part.trim())
}
