import { expect, test } from 'vitest'
import { isQuicknetSignature } from '../../../../src/core/draw/seed/drand.ts'
import { sha256Hex } from '../../../../src/core/hash.ts'
import { bytesOfHex } from '../../../../src/core/hex.ts'

/** Quicknet's round 1000, as drand published it. */
const SIGNATURE =
  'b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39'
const RANDOMNESS = 'fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd'

test('isQuicknetSignature accepts the published signature of round 1000', async () => {
  expect(await isQuicknetSignature(1000n, SIGNATURE)).toBe(true)
  expect(sha256Hex(bytesOfHex(SIGNATURE))).toBe(RANDOMNESS)
})

test.each([
  ['another round', 1001n, SIGNATURE],
  ['another point', 1000n, `8${SIGNATURE.slice(1)}`],
  ['the negated point', 1000n, `9${SIGNATURE.slice(1)}`],
  ['one digit less', 1000n, SIGNATURE.slice(1)],
  ['capital digits', 1000n, SIGNATURE.toUpperCase()],
  ['the point at infinity', 1000n, `c0${'0'.repeat(94)}`],
  ['no point', 1000n, `${SIGNATURE.slice(0, -1)}0`],
  ['nothing', 1000n, ''],
])('isQuicknetSignature declines %s', async (_, round, signature) => {
  expect(await isQuicknetSignature(round, signature)).toBe(false)
})
