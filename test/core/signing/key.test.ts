import { expect, it } from 'vitest'
import { ALGORITHMS } from '../../../src/core/signing/algorithm.ts'
import { newSecretKey } from '../../../src/core/signing/key.ts'

it.each(ALGORITHMS)('%s: of broken chance no key is made, and nobody waits for one', algorithm => {
  expect(() => newSecretKey(algorithm, count => new Uint8Array(count))).toThrow('chance gives no key')
  const rising = (count: number) => Uint8Array.from({ length: count }, (_, i) => i + 1)
  expect(newSecretKey(algorithm, rising).publicKey.algorithm).toBe(algorithm)
})
