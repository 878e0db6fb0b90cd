import { expect, it } from 'vitest'
import { headingOf } from '../../../src/core/draw/folder/table.ts'
import { FRAME } from '../../../src/core/draw/folder/tables.ts'
import { sha256Hex } from '../../../src/core/hash.ts'
import { laneHashing } from '../../../src/core/packed/hashing/lane-hashing.ts'
import { PLAIN_HASHING } from '../../../src/core/packed/hashing/plain-hashing.ts'
import { newRowLoops } from '../../../src/core/packed/loops/row-loops.ts'
import { lowestRows } from '../../../src/core/packed/lowest.ts'

const KEY = sha256Hex('key')
const SIZE = 20_000
const STRATA = ['A', 'B'].map(stratum => ({ stratum, size: SIZE, take: 200, reserve: 10 }))

it('low lines of many are found in the order of the frame, in one piece or in several that cut lines in two', () => {
  const lines = ['A', 'B'].flatMap(stratum => Array.from({ length: SIZE }, (_, i) => `${stratum},${i},D,\n`))
  const file = new TextEncoder().encode(headingOf(FRAME) + lines.join(''))
  const hashing = { ...(laneHashing() ?? PLAIN_HASHING), digest: PLAIN_HASHING.digest }
  const [one, cut, plain] = [
    lowestRows([file], STRATA, KEY, hashing, { isFresh: true, loops: newRowLoops() }),
    lowestRows([file.subarray(0, 200_003), file.subarray(200_003)], STRATA, KEY, hashing, { isFresh: true }),
    lowestRows([file], STRATA, KEY, hashing, { isFresh: true }),
  ]
  expect([one, cut]).toEqual([plain, plain])
  const found = new TextDecoder().decode(one.lines).split(/(?<=\n)/)
  const asked = new Set(found)
  expect(asked.size).toBeGreaterThan(420)
  expect(found).toEqual(lines.filter(line => asked.has(line)))
})
