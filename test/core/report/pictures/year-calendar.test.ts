import fc from 'fast-check'
import { expect, test } from 'vitest'
import { officeCalendar } from '../../../../src/core/calendar/office-calendar.ts'
import type { Day } from '../../../../src/core/dates.ts'
import type { TargetId } from '../../../../src/core/ids.ts'
import { shadeOf } from '../../../../src/core/report/pictures/shade-of.ts'
import { calendarTally } from '../../../../src/core/report/pictures/year-calendar.ts'

const CALENDAR = officeCalendar([])

test.each([
  ['2026', 365],
  ['2024', 366],
  ['2099', 365],
])('%s has %i days in twelve months, whatever was seen', (year, days) => {
  const told = calendarTally(year).told(CALENDAR)
  expect([told.days.length, told.months.length, told.firms]).toEqual([days, 12, []])
  expect(told.months.map(({ workingDays }) => workingDays === null)).toEqual(Array(12).fill(year === '2099'))
})

test('a day says whether it is worked, and for which holiday it is not or is', () => {
  const { days } = calendarTally('2026').told(CALENDAR)
  const on = (day: string) => days.find(one => one.day === day)
  expect(on('2026-10-01')).toMatchObject({ works: false, holiday: '国庆节' })
  expect(on('2026-10-10')).toMatchObject({ works: true, holiday: '国庆节' })
  expect(on('2026-10-11')).toMatchObject({ works: false, holiday: '' })
})

test('a firm that several targets count for is one, and one that was visited once is none', () => {
  const tally = calendarTally('2026')
  const visits = (firm: string, isShared: boolean, ...days: string[]) =>
    tally.seeVisits({
      firm: firm as TargetId,
      isShared,
      results: days.map((inspected, i) => ({
        ...{ isJoint: false, isDrawn: true },
        result: { occasion: `2026-000${i}`, department: 'JIA', inspected } as never,
      })),
    })
  visits('A', true, '2026-01-05')
  visits('B', false, '2026-02-05')
  visits('A', true, '2026-03-05', '2026-03-06')
  visits('C', false, '2026-12-31', '2026-01-01')
  expect(tally.told(CALENDAR).firms).toEqual([
    { firm: 'A', visits: 3, months: [1, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
    { firm: 'C', visits: 2, months: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1] },
  ])
})

test('duties of other years, or of no day that is known, are told beside', () => {
  const tally = calendarTally('2026')
  for (const due of ['2026-05-05', '2027-01-01', null] as (Day | null)[]) tally.seeOwed({ due })
  const { all, owedBeside } = tally.told(CALENDAR)
  expect([all.owed, owedBeside]).toEqual([1, 2])
})

test('a shade is never lighter for more, white for nothing alone, and darkest for most', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(1000), (a, b) => {
      const [less, more] = a < b ? [a, b] : [b, a]
      expect(Number(shadeOf(less, more))).toBeLessThanOrEqual(Number(shadeOf(more, more)))
      expect(shadeOf(less, more) === 0).toBe(less === 0)
      if (more >= 4) expect(shadeOf(more, more)).toBe(4)
    }),
  )
})
