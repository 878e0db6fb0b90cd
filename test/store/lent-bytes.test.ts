import { expect, test } from 'vitest'
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
