import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quantityAndFrequencyIn, quantityIn } from '../../../../src/core/registry/columns/quantity.ts'

test.each([
  ['3%', { rate: '3%' }],
  ['不低于5%', { rate: '不低于5%' }],
  ['10%（20户）', { rate: '10%（20户）' }],
  ['20户', { count: '20' }],
  ['1户(实际以名录库为准)', { count: '1' }],
  ['A类1%、B类3%、D类：全覆盖', { rates: 'A=1%;B=3%;D=100%' }],
  ['3%（A类1%、B类3%）', { rate: '3%', rates: 'A=1%;B=3%' }],
  ['餐饮：5%，零售：3%', { rates: '餐饮=5%;零售=3%' }],
  ['3-5%', null],
  ['60—70家', null],
  ['根据实际情况确定', null],
  ['150%', null],
])('quantityIn: %s', (text, said) => {
  expect(quantityIn(text)).toEqual(said)
})

test.each([
  ['3%，1次/年', { rate: '3%', frequency: '1次/年' }],
  ['3% 每年一次', { rate: '3%', frequency: '每年一次' }],
  ['每年1次，20户', { count: '20', frequency: '每年1次' }],
  ['3%（A类1%、B类3%），1次/年', { rate: '3%', rates: 'A=1%;B=3%', frequency: '1次/年' }],
  ['5%；根据监管需要确定', { rate: '5%', frequency: '根据监管需要确定' }],
  ['每年一次', { frequency: '每年一次' }],
  ['3%', { rate: '3%' }],
  ['按需', null],
])('quantityAndFrequencyIn: %s', (text, said) => {
  expect(quantityAndFrequencyIn(text)).toEqual(said)
})

test('rates and frequencies that are written beside each other come apart again', () => {
  const rate = fc.integer({ min: 1, max: 100 }).map(n => `${n}%`)
  const frequency = fc.constantFrom('1次/年', '≥1次/年', '1-2次/年', '1次/月', '根据需要')
  fc.assert(
    fc.property(rate, frequency, fc.constantFrom('，', ',', '；', ' '), (share, often, mark) => {
      expect(quantityAndFrequencyIn(`${share}${mark}${often}`)).toEqual({ rate: share, frequency: often })
    }),
  )
})
