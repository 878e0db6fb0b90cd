import type { Day } from '../dates.ts'
import type { HolidaySpan } from './holiday.ts'

/** Holidays and working weekends that the program knows, by year: what the notices of the State Council's office say. */
export const SHIPPED_YEARS: ReadonlyMap<string, readonly HolidaySpan[]> = new Map([
  [
    '2024',
    spans('2024', '国办发明电〔2023〕7号', [
      ['元旦', '01-01'],
      ['春节', '02-10 02-17', '02-04', '02-18'],
      ['清明节', '04-04 04-06', '04-07'],
      ['劳动节', '05-01 05-05', '04-28', '05-11'],
      ['端午节', '06-10'],
      ['中秋节', '09-15 09-17', '09-14'],
      ['国庆节', '10-01 10-07', '09-29', '10-12'],
    ]),
  ],
  [
    '2025',
    spans('2025', '国办发明电〔2024〕12号', [
      ['元旦', '01-01'],
      ['春节', '01-28 02-04', '01-26', '02-08'],
      ['清明节', '04-04 04-06'],
      ['劳动节', '05-01 05-05', '04-27'],
      ['端午节', '05-31 06-02'],
      ['国庆节、中秋节', '10-01 10-08', '09-28', '10-11'],
    ]),
  ],
  [
    '2026',
    spans('2026', '国办发明电〔2025〕7号', [
      ['元旦', '01-01 01-03', '01-04'],
      ['春节', '02-15 02-23', '02-14', '02-28'],
      ['清明节', '04-04 04-06'],
      ['劳动节', '05-01 05-05', '05-09'],
      ['端午节', '06-19 06-21'],
      ['中秋节', '09-25 09-27'],
      ['国庆节', '10-01 10-07', '09-20', '10-10'],
    ]),
  ],
])

/** A line of a notice: the holiday, its days off, then the weekend days that are worked for them. */
type Line = readonly [name: string, off: string, ...worked: string[]]

function spans(year: string, source: string, lines: readonly Line[]): HolidaySpan[] {
  const on = (day: string) => `${year}-${day}` as Day
  return lines.flatMap(([name, off, ...worked]) => {
    const [first, last = first] = off.split(' ') as [string, string?]
    return [
      { first: on(first), last: on(last), kind: '放假' as const, name, source },
      ...worked.map(day => ({ first: on(day), last: on(day), kind: '上班' as const, name, source })),
    ]
  })
}
