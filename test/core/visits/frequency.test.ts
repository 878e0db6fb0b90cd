import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Day, day, daysAfter, daysSinceEpoch } from '../../../src/core/dates.ts'
import { fullAlready, type MadeVisit, spanOf, tooFrequent } from '../../../src/core/visits/frequency.ts'

const LIMITS = { day: 1, week: 2, month: 3 }
const NONE = { day: null, week: null, month: null }
const days = fc.integer({ min: 0, max: 400 }).map(count => daysAfter(day(2026, 1, 1)!, count))
const visits = fc.array(
  fc.record({ occasion: fc.constantFrom('2026-0001', '2026-0002', 'C2026-0001'), day: days }),
  { maxLength: 12 },
)

it('a week begins on Monday, a month with its first day, and each holds the day that it is of', () => {
  expect(spanOf('week', '2026-02-11' as Day)).toEqual({ from: '2026-02-09', to: '2026-02-15' })
  expect(spanOf('week', '2026-02-15' as Day)).toEqual({ from: '2026-02-09', to: '2026-02-15' })
  expect(spanOf('month', '2028-02-11' as Day)).toEqual({ from: '2028-02-01', to: '2028-02-29' })
  fc.assert(
    fc.property(days, of => {
      const { from, to } = spanOf('week', of)
      expect(from <= of && of <= to).toBe(true)
      expect(daysSinceEpoch(to) - daysSinceEpoch(from)).toBe(6)
      expect((daysSinceEpoch(from) + 3) % 7).toBe(0)
    }),
  )
})

it('a visit is one too many exactly where the span was full without it, or it was there already', () => {
  fc.assert(
    fc.property(visits, days, (others, of) => {
      const visit: MadeVisit = { occasion: 'C2026-0009', day: of }
      const found = tooFrequent(LIMITS, visit, others)
      expect(found === null).toBe(fullAlready(LIMITS, of, others) === null)
      expect(tooFrequent(LIMITS, visit, [...others, visit])).toEqual(found)
      expect(tooFrequent(NONE, visit, others)).toBeNull()
      if (found !== null) expect(found.visits).toBeGreaterThan(found.most)
    }),
  )
})

it('departments and items of one occasion on one day are one visit', () => {
  const visit: MadeVisit = { occasion: '2026-0001', day: '2026-02-11' as Day }
  expect(tooFrequent(LIMITS, visit, [visit, visit, visit])).toBeNull()
  const other: MadeVisit = { occasion: '2026-0002', day: '2026-02-11' as Day }
  expect(tooFrequent(LIMITS, visit, [other])).toMatchObject({ window: 'day', visits: 2, most: 1 })
})
