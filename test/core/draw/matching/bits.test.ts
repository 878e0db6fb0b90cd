import { expect, test } from 'vitest'
import { allBits, bitsOf } from '../../../../src/core/draw/matching/bits.ts'

test('all members are those of any size, and none beyond', () => {
  for (let size = 0; size < 100; size++) expect(allBits(size)).toEqual(bitsOf(size, () => true))
})
