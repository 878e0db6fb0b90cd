import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseFraction } from '../../../src/core/fraction.ts'
import { itemLimit } from '../../../src/core/frame/item-limit.ts'
import { readFrequency } from '../../../src/core/registry/cells/frequency.ts'
import { readRate } from '../../../src/core/registry/cells/rates.ts'

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

/** Texts of these pieces, the last of each list being none. */
function madeOf(...pieces: readonly string[]): fc.Arbitrary<string> {
  return fc.tuple(...pieces.map(list => fc.constantFrom(...list.split(' ')))).map(parts => parts.join(''))
}

const BOUNDS = '≥ >= = 不少于 至少 不低于 ≤ 不超过 至多 '

describe('itemLimit and the reading of cells', () => {
  const frequencies = madeOf(
    BOUNDS,
    '每 每一 ',
    '年 季 ',
    '1- 2—— 1到 ',
    '1 2 十 100 ',
    '次 ',
    '/ 每 ',
    '年 半年 季 周 ',
  )
  test('take the same frequency from a text, before and after it is written in its canonical form', () => {
    fc.assert(
      fc.property(frequencies, text => {
        const cell = readFrequency(text) as { readonly value: string }
        const limit = itemLimit('', text).frequency
        expect(itemLimit('', cell.value).frequency).toBe(limit)
        if (cell.value.startsWith('≥')) expect(limit).toBeNull()
        else if (/^(\d+-)?\d+次\/年$/.test(cell.value))
          expect(limit).toBe(Number.parseInt(cell.value.split('-').at(-1)!, 10))
      }),
    )
  })

  const rates = madeOf(BOUNDS, '1- 3%— ', '5 03 0.5 100 101 ', '% ‰ ', '以上 ', '(20户) （5家） (约) ')
  test('take the same rate from a text, where a cell may state it and it is no lower limit', () => {
    fc.assert(
      fc.property(rates, text => {
        const cell = readRate(text)
        if (!('value' in cell)) return
        const { rate } = itemLimit(text, '')
        if (/^(≥|>=|不少于|至少|不低于)|以上/.test(text)) expect(rate).toBeNull()
        else expect(rate).toEqual(parseFraction(cell.value))
      }),
    )
  })
})
