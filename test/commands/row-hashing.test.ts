import { expect, it } from 'vitest'
import { rowHashing } from '../../src/commands/row-hashing.ts'
import { sha256Hex } from '../../src/core/hash.ts'

it.each(['plain', ''])('files have the digest of the law, whoever computes it (SSJ_HASH=%s)', said => {
  const { digest } = rowHashing({ world: { env: { SSJ_HASH: said } } } as never)
  const file = new Uint8Array(100_001).map((_, i) => i * 31)
  const given = digest().update(file.subarray(0, 7)).update(file.subarray(7)).update('终')
  expect(given.hex()).toBe(sha256Hex(Buffer.concat([file, Buffer.from('终')])))
  expect(Buffer.from(digest().update(file).bytes()).toString('hex')).toBe(sha256Hex(file))
})
