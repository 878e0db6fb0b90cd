import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWeekend, officeCalendar } from '../../../src/core/calendar/office-calendar.ts'
import { SHIPPED_YEARS } from '../../../src/core/calendar/shipped-years.ts'
import { tableFaults } from '../../../src/core/calendar/table-faults.ts'
import {
  daysAfterUntilWorked,
  workingDaysAfter,
  workingDaysBetween,
  workingDaysReckoner,
} from '../../../src/core/calendar/working-days.ts'
import { type Day, daysAfter } from '../../../src/core/dates.ts'

const CALENDAR = officeCalendar([])
const FIRST = '2024-01-01' as Day
/** Any day of the years that the program knows, far enough from their end. */
const days = fc.integer({ min: 0, max: 850 }).map(count => daysAfter(FIRST, count))
const counts = fc.integer({ min: 0, max: 60 })

const dayOf = (reckoned: ReturnType<typeof workingDaysAfter>) => {
  expect(reckoned).toHaveProperty('day')
  return (reckoned as { day: Day }).day
}

it.each([
  // Counted by hand: days, less weekends, less weekdays off, plus weekends worked.
  ['2024', 366 - 104 - 19 + 8],
  ['2025', 365 - 104 - 18 + 5],
  ['2026', 365 - 104 - 20 + 7],
])('%s has so many working days as its notice leaves', (year, expected) => {
  const spans = SHIPPED_YEARS.get(year)!
  const off = spans.filter(({ kind }) => kind === '放假')
  const weekdaysOff = off.flatMap(({ first, last }) => {
    const all: Day[] = []
    for (let day = first; day <= last; day = daysAfter(day, 1)) if (!isWeekend(day)) all.push(day)
    return all
  }).length
  const worked = spans.length - off.length
  const eve = `${Number(year) - 1}-12-31` as Day
  const calendar = officeCalendar([])
  let weekends = 0
  let length = 0
  for (let day = `${year}-01-01` as Day; day <= `${year}-12-31`; day = daysAfter(day, 1)) {
    length++
    if (isWeekend(day)) weekends++
  }
  expect(workingDaysBetween(calendar, eve, `${year}-12-31` as Day)).toEqual({
    count: length - weekends - weekdaysOff + worked,
  })
  expect(length - weekends - weekdaysOff + worked).toBe(expected)
})

it.each([
  ['2026-02-13', true],
  ['2026-02-14', true], // Saturday, worked
  ['2026-02-15', false],
  ['2026-02-23', false], // Monday
  ['2026-02-28', true], // Saturday, worked
  ['2026-03-01', false], // Sunday
  ['2025-10-08', false],
  ['2025-10-11', true],
  ['2024-02-09', true], // 除夕: free by encouragement only
  ['2024-12-31', true],
])('%s is worked: %s', (day, works) => {
  expect(CALENDAR.isWorkingDay(day as Day)).toBe(works)
})

it('twenty working days after an inspection, over the Spring Festival', () => {
  expect(workingDaysAfter(CALENDAR, '2026-02-03' as Day, 20)).toEqual({ day: '2026-03-09' })
})

describe('laws of working days', () => {
  it('the day after so many working days is one of them, and as many lie between', () => {
    fc.assert(
      fc.property(days, counts, (from, count) => {
        const to = dayOf(workingDaysAfter(CALENDAR, from, count))
        expect(workingDaysBetween(CALENDAR, from, to)).toEqual({ count })
        if (count > 0) expect(CALENDAR.isWorkingDay(to)).toBe(true)
      }),
    )
  })

  it('adding is adding up, later is never earlier, and many are reckoned as one', () => {
    const reckon = workingDaysReckoner(CALENDAR)
    fc.assert(
      fc.property(days, counts, counts, (from, a, b) => {
        const once = dayOf(workingDaysAfter(CALENDAR, from, a + b))
        expect(dayOf(workingDaysAfter(CALENDAR, dayOf(workingDaysAfter(CALENDAR, from, a)), b))).toBe(once)
        expect(dayOf(workingDaysAfter(CALENDAR, daysAfter(from, 1), a)) >= dayOf(reckon(from, a))).toBe(true)
        expect(reckon(from, a + b)).toEqual({ day: once })
      }),
    )
  })

  it('counting back is counting forth below zero, and parts add up', () => {
    fc.assert(
      fc.property(days, days, days, (a, b, c) => {
        const count = (from: Day, to: Day) => {
          const { count } = workingDaysBetween(CALENDAR, from, to) as { count: number }
          return count
        }
        expect(count(a, b) + count(b, a)).toBe(0)
        expect(count(a, b) + count(b, c)).toBe(count(a, c))
      }),
    )
  })

  it('a time that ends on a day off ends on the next working day', () => {
    fc.assert(
      fc.property(days, counts, (from, count) => {
        const to = dayOf(daysAfterUntilWorked(CALENDAR, from, count))
        const plain = daysAfter(from, count)
        expect(to >= plain && CALENDAR.isWorkingDay(to)).toBe(true)
        if (to > plain) expect(workingDaysBetween(CALENDAR, daysAfter(plain, -1), to)).toEqual({ count: 1 })
      }),
    )
  })
})

it('what needs a year of which nothing is known says which', () => {
  expect(CALENDAR.isWorkingDay('2027-03-01' as Day)).toBeNull()
  expect(workingDaysAfter(CALENDAR, '2026-12-20' as Day, 20)).toEqual({ unknownYear: '2027' })
  expect(workingDaysAfter(CALENDAR, '2026-12-20' as Day, 9)).toEqual({ day: '2026-12-31' })
  expect(workingDaysBetween(CALENDAR, '2023-12-20' as Day, '2024-01-10' as Day)).toEqual({
    unknownYear: '2023',
  })
  expect(daysAfterUntilWorked(CALENDAR, '2026-12-20' as Day, 30)).toEqual({ unknownYear: '2027' })
})

describe('the table of an office', () => {
  const shipped = SHIPPED_YEARS.get('2026')!
  const without = (name: string) => shipped.filter(span => span.name !== name)
  const span = (first: string, last: string, kind: '放假' | '上班', name: string) =>
    ({ first, last, kind, name, source: '本区通知' }) as (typeof shipped)[number]

  it('what is shipped has no fault', () => {
    for (const spans of SHIPPED_YEARS.values()) expect(tableFaults(spans)).toEqual([])
  })

  it('of a year stands before what the program knows', () => {
    const own = [...without('国庆节'), span('2026-10-01', '2026-10-08', '放假', '国庆节')]
    expect(tableFaults(own)).toEqual([])
    const calendar = officeCalendar(own)
    expect(calendar.isWorkingDay('2026-10-08' as Day)).toBe(false)
    expect(calendar.isWorkingDay('2026-10-10' as Day)).toBe(false)
    expect(calendar.sourcesOf('2026')).toEqual(['国办发明电〔2025〕7号', '本区通知'])
    expect(calendar.sourcesOf('2025')).toEqual(['国办发明电〔2024〕12号'])
    expect(calendar.knows('2027')).toBe(false)
  })

  it.each<[string, readonly (typeof shipped)[number][], object[]]>([
    ['without a holiday', without('端午节'), [{ kind: 'no-festival', year: '2026', name: '端午节' }]],
    [
      'with a gap',
      [
        ...without('国庆节'),
        span('2026-10-01', '2026-10-03', '放假', '国庆节'),
        span('2026-10-06', '2026-10-07', '放假', '国庆节'),
      ],
      [{ kind: 'gap', year: '2026', name: '国庆节', day: '2026-10-05' }],
    ],
    [
      'without the day itself',
      [...without('劳动节'), span('2026-05-02', '2026-05-05', '放假', '劳动节')],
      [{ kind: 'no-day', year: '2026', name: '劳动节', day: '2026-05-01' }],
    ],
    [
      'that works on a day off',
      [...shipped, span('2026-06-20', '2026-06-20', '上班', '端午节')],
      [{ kind: 'both', year: '2026', day: '2026-06-20' }],
    ],
    [
      'that says of a Tuesday that it is worked',
      [...shipped, span('2026-06-23', '2026-06-23', '上班', '端午节')],
      [{ kind: 'worked-anyway', year: '2026', day: '2026-06-23' }],
    ],
    [
      'with the days the wrong way round',
      [...without('清明节'), span('2026-04-06', '2026-04-04', '放假', '清明节')],
      [{ kind: 'turned', year: '2026', first: '2026-04-06', last: '2026-04-04' }],
    ],
    [
      'with a month off',
      [...without('春节'), span('2026-02-15', '2026-03-23', '放假', '春节')],
      [{ kind: 'too-long', year: '2026', first: '2026-02-15', last: '2026-03-23' }],
    ],
  ])('%s is faulty', (_, spans, faults) => {
    expect(tableFaults(spans)).toEqual(faults)
  })

  it('days before New Year are of the year that begins', () => {
    const own = SHIPPED_YEARS.get('2026')!.map(one =>
      one.name === '元旦' && one.kind === '放假' ? { ...one, first: '2025-12-31' as Day } : one,
    )
    expect(tableFaults(own)).toEqual([])
    expect(officeCalendar(own).isWorkingDay('2025-12-31' as Day)).toBe(false)
  })
})
