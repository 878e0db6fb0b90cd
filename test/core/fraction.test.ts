import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseFraction, portion, type Rounding } from '../../src/core/fraction.ts'

test.each([
  ['3%', 3n, 100n],
  ['0.03', 3n, 100n],
  ['2‰', 1n, 500n],
  ['12.5%', 1n, 8n],
  ['100%', 1n, 1n],
  ['0', 0n, 1n],
  ['1', 1n, 1n],
  ['0.1', 1n, 10n],
])('parseFraction(%j) is exact', (text, numerator, denominator) => {
  const fraction = parseFraction(text)!
  expect(fraction.numerator * denominator).toBe(numerator * fraction.denominator)
})

test.each(['', '%', '.5', '5.', '-3%', '+3%', '1e-2', '3,5%', '3%%', 'NaN', '三%', '1_000', '0x10', '3%\n'])(
  'parseFraction declines %j',
  text => {
    expect(parseFraction(text)).toBeNull()
  },
)

test('parseFraction reads every decimal, percent and permille as the same share', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), millionths => {
      const decimals = (places: number): string => {
        const digits = String(millionths).padStart(places + 1, '0')
        return `${digits.slice(0, -places)}.${digits.slice(-places)}`
      }
      for (const text of [decimals(6), `${decimals(4)}%`, `${decimals(3)}‰`]) {
        const { numerator, denominator } = parseFraction(text)!
        expect(numerator * 1_000_000n).toBe(BigInt(millionths) * denominator)
      }
    }),
  )
})

test('share rounds as the definition of each rounding says', () => {
  const holds: Record<Rounding, (n: bigint, d: bigint, r: bigint) => boolean> = {
    ceil: (n, d, r) => r * d >= n && (r - 1n) * d < n,
    floor: (n, d, r) => r * d <= n && (r + 1n) * d > n,
    round: (n, d, r) => 2n * n >= (2n * r - 1n) * d && 2n * n < (2n * r + 1n) * d,
  }
  fc.assert(
    fc.property(
      fc.nat(10_000_000),
      fc.bigInt(0n, 10n ** 18n),
      fc.bigInt(1n, 10n ** 18n),
      fc.constantFrom<Rounding>('ceil', 'round', 'floor'),
      (size, a, b, rounding) => {
        const [numerator, denominator] = a < b ? [a, b] : [b - 1n, b]
        const result = portion(size, { numerator, denominator }, rounding)
        expect(holds[rounding](BigInt(size) * numerator, denominator, BigInt(result))).toBe(true)
      },
    ),
  )
})

test('share is not misled where floating point is', () => {
  expect(0.07 * 100).toBeGreaterThan(7)
  expect(portion(100, parseFraction('7%')!, 'ceil')).toBe(7)
  expect(portion(50, parseFraction('1%')!, 'round')).toBe(1)
})
