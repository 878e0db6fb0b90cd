import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseFraction, type Rounding } from '../../../src/core/fraction.ts'
import { shareOut, sizesOf, sumOfMinimums } from '../../../src/core/frame/sizes.ts'

const sizes = fc.array(fc.nat(30), { maxLength: 12 })

test.each([
  [100, '3%', 1, 'ceil', 3],
  [101, '3%', 1, 'ceil', 4],
  [101, '3%', 1, 'round', 3],
  [150, '3%', 1, 'round', 5],
  [199, '3%', 1, 'floor', 5],
  [100, '7%', 1, 'ceil', 7],
  [5, '1%', 1, 'floor', 1],
  [5, '1%', 9, 'ceil', 5],
  [0, '100%', 1, 'ceil', 0],
  [6400, '1%', 1, 'ceil', 64],
] as const)(
  'sizesOf a stratum of %i at %s, at least %i, %s, takes %i',
  (size, rate, minimum, rounding, take) => {
    expect(sizesBy(size, rate, minimum, rounding, '0')).toEqual({ stratum: 'A', size, take, reserve: 0 })
  },
)

test.each([
  [6400, '1%', '20%', 13],
  [65, '64', '20%', 1],
  [64, '100%', '20%', 0],
  [100, '10%', '3', 3],
  [100, '10%', '200', 90],
] as const)('sizesOf a stratum of %i at %s keeps a reserve of %s: %i', (size, rate, reserve, kept) => {
  const wanted = rate.endsWith('%') ? rate : '0'
  expect(sizesBy(size, wanted, wanted === '0' ? Number(rate) : 1, 'ceil', reserve).reserve).toBe(kept)
})

test('sizesOf stands in byte order, whatever order the strata came in, and shares a count over them', () => {
  const strata = [
    ['𠮷', 5],
    ['\uff21', 5],
    ['A', 1],
  ] as const
  const wanted = { kind: 'count', count: 1, minimum: 0 } as const
  const places = sizesOf(new Map(strata), wanted, '0')
  expect(places.map(({ stratum, take }) => [stratum, take])).toEqual([
    ['A', 0],
    ['\uff21', 1],
    ['𠮷', 0],
  ])
  expect(sizesOf(new Map(strata.toReversed()), wanted, '0')).toEqual(places)
})

test('a rate of nought draws nobody, whatever the minimum; before that rule it drew the minimum', () => {
  const wanted = (zeroIsNone: boolean) =>
    ({ kind: 'rate', rateOf: () => parseFraction('0%')!, minimum: 3, rounding: 'ceil', zeroIsNone }) as const
  expect(sizesOf(new Map([['A', 9]]), wanted(true), '2')[0]).toMatchObject({ take: 0, reserve: 0 })
  expect(sizesOf(new Map([['A', 9]]), wanted(false), '2')[0]).toMatchObject({ take: 3 })
})

test('shareOut above a minimum holds it wherever the stratum has so many, and shares out the rest', () => {
  fc.assert(
    fc.property(sizes, fc.nat(400), fc.nat(5), (list, more, minimum) => {
      const least = sumOfMinimums(list, minimum)
      const given = shareOut(list, least + more, minimum)
      for (const [i, take] of given.entries()) {
        expect(take).toBeGreaterThanOrEqual(Math.min(list[i]!, minimum))
        expect(take).toBeLessThanOrEqual(list[i]!)
      }
      const all = list.reduce((sum, size) => sum + size, 0)
      expect(given.reduce((sum, take) => sum + take, 0)).toBe(Math.min(all, least + more))
    }),
  )
  expect(shareOut([100, 1, 2], 5, 1)).toEqual([3, 1, 1])
})

test('shareOut gives the places to the highest quotients, as Sainte-Laguë has it', () => {
  fc.assert(
    fc.property(sizes, fc.nat(400), (list, count) => {
      expect(shareOut(list, count)).toEqual(highestQuotients(list, count))
    }),
  )
})

test('shareOut gives every place there is, none above its size, and one more only adds', () => {
  fc.assert(
    fc.property(sizes, fc.nat(400), (list, count) => {
      const given = shareOut(list, count)
      const all = list.reduce((sum, size) => sum + size, 0)
      expect(given.reduce((sum, places) => sum + places, 0)).toBe(Math.min(count, all))
      expect(given.every((places, i) => places <= list[i]!)).toBe(true)
      const more = shareOut(list, count + 1)
      expect(given.every((places, i) => places <= more[i]!)).toBe(true)
    }),
  )
})

function sizesBy(size: number, rate: string, minimum: number, rounding: Rounding, reserve: string) {
  const rateOf = () => parseFraction(rate)!
  const wanted = { kind: 'rate', rateOf, minimum, rounding, zeroIsNone: false } as const
  return sizesOf(new Map([['A', size]]), wanted, reserve)[0]!
}

/** All quotients size / (2k + 1), k below the size, ordered exactly; the first `count` win, ties to the earlier. */
function highestQuotients(list: readonly number[], count: number): number[] {
  const quotients = list.flatMap((size, stratum) =>
    Array.from({ length: size }, (_, k) => ({
      stratum,
      numerator: BigInt(size),
      denominator: BigInt(2 * k + 1),
    })),
  )
  quotients.sort(
    (a, b) => Number(b.numerator * a.denominator - a.numerator * b.denominator) || a.stratum - b.stratum,
  )
  const given = list.map(() => 0)
  for (const { stratum } of quotients.slice(0, count)) given[stratum]!++
  return given
}
