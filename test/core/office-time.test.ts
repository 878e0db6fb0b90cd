import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  clockOf,
  isRecordedMoment,
  momentOfSeconds,
  officeDay,
  officeMoment,
  offsetNamed,
  offsetOf,
} from '../../src/core/office-time.ts'

const quarters = fc.integer({ min: -48, max: 56 }).map(count => {
  const [hours, minutes] = [Math.floor(Math.abs(count) / 4), (Math.abs(count) % 4) * 15]
  return `${count < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
})

const seconds = fc.integer({ min: 100_000, max: 250_000_000_000 })

test('officeMoment is the same moment by another clock, and the day is the day of that clock', () => {
  fc.assert(
    fc.property(seconds, quarters, quarters, (count, offset, other) => {
      const at = momentOfSeconds(BigInt(count))!
      const moment = officeMoment(at, offset)
      expect(Date.parse(moment)).toBe(count * 1000)
      expect(officeMoment(moment, other)).toBe(officeMoment(at, other))
      expect(offsetOf(moment)).toBe(offset)
      expect(`${clockOf(moment)}Z`.replace(' ', 'T')).toBe(
        momentOfSeconds(BigInt(count + minutesOf(offset) * 60)),
      )
      expect(officeDay(at, offset)).toBe(moment.slice(0, 10))
      expect(isRecordedMoment(moment)).toBe(true)
    }),
  )
})

test.each([
  ['+08:00', '+08:00'],
  ['8', '+08:00'],
  ['UTC+8', '+08:00'],
  ['GMT+0630', '+06:30'],
  ['北京时间', '+08:00'],
  ['-12:00', '-12:00'],
  ['-00:00', '+00:00'],
  ['+14:00', '+14:00'],
  ['+14:15', null],
  ['-13', null],
  ['+08:10', null],
  ['+08:75', null],
  ['Asia/Shanghai', null],
  ['', null],
])('offsetNamed: %s is %s', (text, offset) => {
  expect(offsetNamed(text)).toBe(offset)
})

test('isRecordedMoment: a moment of a day that exists, with a clock', () => {
  for (const text of ['2026-02-30T04:05:06Z', '2026-02-03', '2026-02-03T04:05:06', 'yesterday'])
    expect(isRecordedMoment(text)).toBe(false)
})

function minutesOf(offset: string): number {
  const [hours, minutes] = offset.slice(1).split(':').map(Number) as [number, number]
  return (offset.startsWith('-') ? -1 : 1) * (60 * hours + minutes)
}
