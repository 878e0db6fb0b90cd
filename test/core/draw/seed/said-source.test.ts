import { describe, expect, it } from 'vitest'
import { minuteOfRound } from '../../../../src/core/draw/seed/drand-round.ts'
import { readForm } from '../../../../src/core/draw/seed/form.ts'
import {
  eventOf,
  isOneEvent,
  KNOWN_SOURCES,
  publicEvent,
} from '../../../../src/core/draw/seed/known-sources.ts'
import { announcedSource, readSaidSource } from '../../../../src/core/draw/seed/said-source.ts'

const announced = (text: string) => {
  const reading = readSaidSource(text)
  if (reading.kind !== 'source') return reading.kind
  const { name, form, due, place } = announcedSource(reading.source, '2026-11-01')
  return [name, form, due, place]
}
const WELFARE = '中国福利彩票发行管理中心'
const SPORTS = '国家体育总局体育彩票管理中心'

describe('a source as a clerk announces it', () => {
  it.each([
    ['骰子/25', ['骰子', 'dice/25', '2026-11-01', '']],
    ['骰子 第二次 / 12', ['骰子 第二次', 'dice/12', '2026-11-01', '']],
    ['dice/25', ['dice', 'dice/25', '2026-11-01', '']],
    ['骰子：dice/25', ['骰子', 'dice/25', '2026-11-01', '']],
    ['骰子/25@2026-11-20 10:00#区政务大厅', ['骰子', 'dice/25', '2026-11-20T10:00+08:00', '区政务大厅']],
    ['骰子/25 ＠ 2026年11月20日10点30分', ['骰子', 'dice/25', '2026-11-20T10:30+08:00', '']],
    ['骰子/25@2026-11-20T02:00Z', ['骰子', 'dice/25', '2026-11-20T02:00+00:00', '']],
    ['福彩3D 第2026312期', ['福彩3D 第2026312期', 'digits/3', '2026-11-01', WELFARE]],
    ['福彩3D 2026-11-08', ['福彩3D 2026-11-08', 'digits/3', '2026-11-08', WELFARE]],
    ['排列三 26312', ['排列三 26312', 'digits/3', '2026-11-01', SPORTS]],
    ['体彩排列5 26312', ['体彩排列5 26312', 'digits/5', '2026-11-01', SPORTS]],
    ['双色球 2026135', ['双色球 2026135', 'numbers/6/33+1/16', '2026-11-01', WELFARE]],
    ['超级大乐透 26135', ['超级大乐透 26135', 'numbers/5/35+2/12', '2026-11-01', SPORTS]],
    ['第2026312期福彩3D', ['第2026312期福彩3D', 'digits/3', '2026-11-01', WELFARE]],
    ['2026年11月8日的双色球', ['2026年11月8日的双色球', 'numbers/6/33+1/16', '2026-11-08', WELFARE]],
    ['快乐8 2026300', ['快乐8 2026300', 'numbers/20/80', '2026-11-01', WELFARE]],
    ['某号码:digits/5#某处', ['某号码', 'digits/5', '2026-11-01', '某处']],
    ['天气', ['天气', 'text', '2026-11-01', '']],
    ['福彩3D/3', 'unknown-form'],
    ['双色球 / 2', 'unknown-form'],
    ['骰子/0', 'unknown-form'],
    ['骰子/201', 'unknown-form'],
    ['骰子/很多', 'unknown-form'],
    ['某号码:digits/0', 'unknown-form'],
    ['某号码:rolls', 'unknown-form'],
    ['numbers/7/6', 'unknown-form'],
    ['骰子/25@明天', 'invalid-due'],
    ['骰子/25@2026-02-30', 'invalid-due'],
    ['骰子/25@2026-02-03 24:00', 'invalid-due'],
    ['drand/quicknet/1000@2026-01-01', 'invalid-due'],
    ['drand/fastnet/1', 'malformed'],
    ['drand/quicknet/18446744073709551615', 'malformed'],
    ['secret/abc', 'malformed'],
    ['a=b', 'invalid'],
    ['@2026-01-01', 'invalid'],
  ])('%s', (text, expected) => {
    expect(announced(text)).toEqual(expected)
  })

  it('is due in the minute of its round', () => {
    expect(minuteOfRound(1000n)).toBe('2023-08-23T23:59+08:00')
    expect(announced('drand/quicknet/1000')).toEqual(
      expect.arrayContaining(['drand/quicknet/1000', '2023-08-23T23:59+08:00']),
    )
  })

  it('has a form that the law knows wherever its name is known', () => {
    for (const { form } of KNOWN_SOURCES) if (form !== null) expect(readForm(form), form).toBeDefined()
  })
})

describe('an event', () => {
  it.each([
    ['福彩3D 第2026312期', '福彩3d第2026312期', '3D 2026312', '中国福利彩票3D 26312期'],
    ['排列三 26312', '排列3 第2026312期', '体彩排列五 26312'],
    ['福彩3D 2026-01-08', '3D 2026年1月8日', '2026/1/8 福彩3D', '福利彩票3D 20260108'],
    ['第2026312期福彩3D', '福彩3D 第26312期', '2026年第312期福彩3D'],
    ['骰子 第二次', '骰子第二次', ' 骰子  第二次'],
    ['drand/quicknet/1000', 'drand/quicknet/1000'],
  ])('%s is one, however its name is spelled', (first, ...others) => {
    for (const other of others) expect(eventOf(other)).toBe(eventOf(first))
  })

  it('is one drawing, by its number and by the day of the minute in which it is due', () => {
    const of = (name: string, due: string, form = 'digits/3') => publicEvent({ name, form, due })
    const byDay = of('福彩3D 2026-11-08', '2026-11-08T21:15+08:00')
    for (const due of ['2026-11-08T21:15+08:00', '2026-11-08T22:00+08:00'])
      expect(isOneEvent(of('福彩3D 第2026312期', due), byDay), due).toBe(true)
    for (const other of [
      of('福彩3D 第2026312期', '2026-11-09T21:15+08:00'),
      of('福彩3D 第2026312期', '2026-11-08'),
      of('福彩3D 2026-11-09', '2026-11-08T21:15+08:00'),
      of('排列三 第2026312期', '2026-11-08T21:15+08:00'),
    ])
      expect(isOneEvent(byDay, other), JSON.stringify(other)).toBe(false)
    const numbers = ['福彩3D 第2026312期', '福彩3D 第2026313期'].map(name =>
      of(name, '2026-11-08T21:15+08:00'),
    )
    expect(isOneEvent(numbers[0]!, numbers[1]!)).toBe(false)
  })

  it('is the round of drand, whatever it is called', () => {
    const [form, due] = ['drand/quicknet/1000', '2023-08-23T23:59+08:00']
    const named = publicEvent({ name: '甲', form, due })
    expect(isOneEvent(named, publicEvent({ name: form, form, due }))).toBe(true)
  })

  it('is another on another day', () => {
    expect(eventOf('福彩3D 第2026312期')).not.toBe(eventOf('福彩3D 第2026313期'))
    expect(eventOf('骰子 2026-0001')).not.toBe(eventOf('骰子 2026-0002'))
    expect(eventOf('福彩3D 26312')).not.toBe(eventOf('排列三 26312'))
  })
})
