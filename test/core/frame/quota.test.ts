import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseFraction } from '../../../src/core/fraction.ts'
import { quotaOf } from '../../../src/core/frame/quota.ts'

test.each([
  [16, '3%', '0.48'],
  [100, '3%', '3'],
  [7, '2‰', '0.014'],
  [0, '5%', '0'],
  [10, '100%', '10'],
  [1, '0.00001', '≈0.00'],
])('quotaOf: %i × %s is %s', (size, rate, quota) => {
  expect(quotaOf(size, parseFraction(rate)!)).toBe(quota)
})

test('quotaOf: a share of a count is told to two places, half up', () => {
  expect(quotaOf(1, { numerator: 2n, denominator: 3n })).toBe('≈0.67')
  expect(quotaOf(10, { numerator: 1n, denominator: 3n })).toBe('≈3.33')
})

test('quotaOf: what it writes without ≈ is exact', () => {
  fc.assert(
    fc.property(
      fc.nat(100_000),
      fc.nat(1000),
      fc.integer({ min: 1, max: 1000 }),
      (size, numerator, denominator) => {
        const quota = quotaOf(size, { numerator: BigInt(numerator), denominator: BigInt(denominator) })
        fc.pre(!quota.startsWith('≈'))
        const read = parseFraction(quota)!
        expect(read.numerator * BigInt(denominator)).toBe(BigInt(size) * BigInt(numerator) * read.denominator)
      },
    ),
  )
})
