import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { below, drawName, type Rng, rngFrom } from '../../../../src/core/draw/matching/hat.ts'
import { digest } from '../../../helpers/ids.ts'
import { keyOf, keys } from './departments.ts'

describe('rngFrom', () => {
  test('is ARC4 of seedrandom 3', () => {
    const rng = rngFrom(digest('7fc7582f01f408f5c979e91b144feefcc641c6233b4e29c36d978a0311311445'))
    expect([rng.int32() >>> 0, rng.int32() >>> 0, rng.int32() >>> 0]).toEqual([
      1011845523, 3579154926, 683042325,
    ])
  })

  test.each(['', '8', '888888', keyOf('').toUpperCase(), `${keyOf('')}0`, `${keyOf('')}\n`])(
    'refuses %j',
    key => {
      expect(() => rngFrom(digest(key))).toThrow(TypeError)
    },
  )
})

describe('below', () => {
  test('takes nothing where there is nothing to choose', () => {
    expect(below(1, listed())).toBe(0)
  })

  test('is u mod n of the first u below the last whole run of n', () => {
    expect(below(10, listed(29))).toBe(9)
    expect(below(10, listed(2 ** 32 - 7))).toBe(9)
    expect(below(10, listed(2 ** 32 - 6, 2 ** 32 - 1, 12))).toBe(2)
    expect(below(2 ** 31 + 1, listed(2 ** 32 - 1, 2 ** 31 + 1, 2 ** 31))).toBe(2 ** 31)
    expect(below(4, listed(2 ** 32 - 1))).toBe(3)
  })

  test('is even: as many u for every outcome, none for the rest', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 2 ** 32 - 1 }), n => {
        const whole = 2 ** 32 - (2 ** 32 % n)
        expect(whole % n).toBe(0)
        expect(below(n, listed(whole - 1))).toBe(n - 1)
        if (whole < 2 ** 32) expect(below(n, listed(whole, 0))).toBe(0)
      }),
    )
  })

  test('meets each outcome about as often', () => {
    const rng = rngFrom(keyOf('often'))
    const counts = [0, 0, 0, 0, 0, 0, 0]
    for (let i = 0; i < 70_000; i++) counts[below(7, rng)]!++
    const chi = counts.reduce((sum, seen) => sum + (seen - 10_000) ** 2 / 10_000, 0)
    expect(chi).toBeLessThan(22.5) // one key in a thousand lies above (6 degrees of freedom)
  })
})

describe('drawName', () => {
  test('draws every name once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), keys, (size, key) => {
        const names = Array.from({ length: size }, (_, i) => i)
        const hat = Int32Array.from(names)
        const rng = rngFrom(key)
        const drawn = names.map(gone => drawName(hat, size - gone, rng))
        expect(drawn.toSorted((a, b) => a - b)).toEqual(names)
      }),
    )
  })
})

/** Gives these numbers, one after the other, and nothing more. */
function listed(...numbers: number[]): Rng {
  return {
    int32: () => {
      if (numbers.length === 0) throw new Error('took more than it should')
      return numbers.shift()! | 0
    },
  }
}
