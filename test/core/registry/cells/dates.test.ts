import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayAfter, dayOf, dayOfSerial, isDay, monthEnd, yearsBefore } from '../../../../src/core/dates.ts'
import { parseDay } from '../../../../src/core/registry/cells/date.ts'

const anyDay = fc
  .date({ min: new Date('1900-03-01T00:00:00Z'), max: new Date('9999-12-30T00:00:00Z'), noInvalidDate: true })
  .map(date => dayOf(date.toISOString()))
const serialOf = (day: string) =>
  (Date.parse(`${day}T00:00:00Z`) - Date.parse('1899-12-30T00:00:00Z')) / 86_400_000

describe('days', () => {
  test('agree with the calendar of the engine', () => {
    fc.assert(
      fc.property(anyDay, day => {
        expect(isDay(day)).toBe(true)
        expect(dayOfSerial(serialOf(day))).toBe(day)
        expect(serialOf(dayAfter(day))).toBe(serialOf(day) + 1)
      }),
    )
  })

  test('42801 and 32708 are the days of the template', () => {
    expect([dayOfSerial(42801), dayOfSerial(32708)]).toEqual(['2017-03-07', '1989-07-19'])
  })

  test('29 February exists only in leap years and becomes the 28th of another year', () => {
    expect([isDay('2024-02-29'), isDay('2100-02-29'), isDay('2026-02-29'), isDay('2026-13-01')]).toEqual([
      true,
      false,
      false,
      false,
    ])
    expect(yearsBefore(dayOf('2024-02-29'), 1)).toBe('2023-02-28')
    expect(monthEnd(2026, 2)).toBe('2026-02-28')
  })
})

describe('a day as other systems write it', () => {
  test.each([
    '民国108年3月5日',
    '中华民国108年3月5日',
    '2019-03-05T08:00:00+08:00',
    '2019-03-05T08:00:00.000+0800',
    '2019/3/5 上午 12:00:00',
    '2019/3/5 下午 1:30',
    '2019/3/5 12:00:00 AM',
    '2019年03月05号',
    '2019年3月5号 星期二',
  ])('%s is 2019-03-05', text => {
    expect(parseDay(text)).toEqual({ value: '2019-03-05', note: 'date-form' })
  })

  test.each(['民国0年3月', '民国108年2月30日', '2019年2月29号', '民国元年1月1日'])(
    '%s by the calendar',
    text => {
      expect(parseDay(text)?.value ?? null).toBe(text.startsWith('民国元') ? '1912-01-01' : null)
    },
  )
})
