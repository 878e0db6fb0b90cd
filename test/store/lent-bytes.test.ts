import { expect, test } from 'vitest'
import { firstDifference } from '../../src/core/draw/folder/first-difference.ts'
import { giveBack } from '../../src/store/lent-bytes.ts'

test('bytes that are given back are empty at once; few bytes, and part of others, stay', () => {
  const many = new Uint8Array(1 << 20).fill(7)
  giveBack(many)
  expect(many.length).toBe(0)
  const few = new Uint8Array(1 << 10).fill(7)
  giveBack(few)
  expect(few.length).toBe(1 << 10)
  const others = new Uint8Array(1 << 20).fill(7)
  giveBack(others.subarray(1))
  giveBack(others.subarray(0, -1))
  expect(others.every(byte => byte === 7)).toBe(true)
})

test('a file whose pieces are given back can be compared with another', () => {
  const pieces = function* (last: number) {
    for (const value of [1, 2, last]) {
      const piece = new Uint8Array(1 << 19).fill(value)
      yield piece
      giveBack(piece)
    }
  }
  expect(firstDifference(pieces(3), pieces(3))).toBeNull()
  expect(firstDifference(pieces(3), pieces(4))).toEqual({ line: 1, from: 0 })
})
