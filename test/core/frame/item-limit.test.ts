import { describe, expect, test } from 'vitest'
import { parseFraction } from '../../../src/core/fraction.ts'
import { itemLimit } from '../../../src/core/frame/item-limit.ts'

describe('itemLimit: the upper limit in 抽查比例', () => {
  test.each([
    ['5%', '5%'],
    ['≤5%', '5%'],
    ['不超过 5％', '5%'],
    ['3-5%', '5%'],
    ['3%—5%', '5%'],
    ['2‰', '2‰'],
    ['0.03', '0.03'],
    ['10%（20户）', '10%'],
    ['全覆盖', '100%'],
  ])('“%s” is at most %s', (text, rate) => {
    const found = itemLimit(text, '').rate!
    const wanted = parseFraction(rate)!
    expect(found.numerator * wanted.denominator).toBe(wanted.numerator * found.denominator)
  })

  test.each(['', '≥3%', '不低于5%', '根据实际情况确定', '3'])('“%s” states none', text => {
    expect(itemLimit(text, '')).toMatchObject({ rate: null, count: null })
  })

  test.each([
    ['20户', 20],
    ['60–70家', 70],
    ['不超过5家', 5],
  ])('“%s” is a number of targets', (text, count) => {
    expect(itemLimit(text, '')).toMatchObject({ rate: null, count })
  })
})

describe('itemLimit: the upper limit in 抽查频次', () => {
  test.each([
    ['1次/年', 1],
    ['=1', 1],
    ['1—2次/年', 2],
    ['每年1次', 1],
    ['每学期1次', 2],
    ['1-2次/学期', 4],
    ['2次/学年', 2],
    ['每季度至多2次', 8],
    ['2次/半年', 4],
    ['每月1次', 12],
    ['≤2', 2],
  ])('“%s” is %i in a year', (text, times) => {
    expect(itemLimit('', text).frequency).toBe(times)
  })

  test.each(['', '>=1', '≥1次/年', '根据监管需要确定'])('“%s” states none', text => {
    expect(itemLimit('', text).frequency).toBeNull()
  })
})
