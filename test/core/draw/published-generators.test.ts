import seedrandom from 'seedrandom'
import { expect, test } from 'vitest'
import { drawKeyOf, parseSeedLines } from '../../../src/core/draw/seed/seed.ts'
import { sha256Hex } from '../../../src/core/hash.ts'

test('seedrandom is version 3 of the ARC4 generator that the law names', () => {
  const rng = seedrandom('hello.')
  expect([rng(), rng(), rng()]).toEqual([0.9282578795792454, 0.3752569768646784, 0.7316977468919549])
  expect(rng.quick()).toBe(0.2370796208269894)
  expect(rng.int32()).toBe(416374799)
})

test('seedrandom keyed with a digest gives the published stream of int32', () => {
  const rng = seedrandom('7fc7582f01f408f5c979e91b144feefcc641c6233b4e29c36d978a0311311445')
  const stream = [rng.int32(), rng.int32(), rng.int32()].map(n => n >>> 0)
  expect(stream).toEqual([1011845523, 3579154926, 683042325])
})

test.each([
  ['888888', '8'],
  ['2026', '20262026'],
  ['11', '111'],
  ['北京2026', '北冬2026'],
  ['甲', '2'],
  ['一', ''],
])('seeds %j and %j are one stream to a raw seedrandom, two draws to us', (a, b) => {
  expect(seedrandom(a).int32()).toBe(seedrandom(b).int32())
  const [first, second] = [a, b].map(value => {
    const reading = parseSeedLines(['seed'], [`seed=${value}`])
    return reading.kind === 'seed'
      ? drawKeyOf('ssj-draw/1', sha256Hex('one commitment'), reading.seed)
      : reading.problems[0].kind
  })
  expect(first).not.toBe(second)
  expect(seedrandom(first!).int32()).not.toBe(seedrandom(second!).int32())
})

test("Rivest's sampler, as Colorado uses it, picks the published numbers with our hash", () => {
  const picks = Array.from({ length: 10 }, (_, i) => {
    const digest = BigInt(`0x${sha256Hex(`3546311556112163624615351222,${i + 1}`)}`)
    return Number((digest % 876n) + 1n)
  })
  expect(picks).toEqual([740, 180, 264, 789, 238, 448, 272, 611, 761, 208])
})
