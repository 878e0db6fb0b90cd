import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hexOfBytes } from '../../../src/core/hex.ts'
import type { Digest } from '../../../src/core/ids.ts'
import { parseTimeStamp, timeStampQuery } from '../../../src/core/ledger/time-stamp.ts'
import { unsignedToken } from '../../helpers/time-stamp.ts'

const digest = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map(bytes => Buffer.from(bytes).toString('hex') as Digest)

it('a request is that of RFC 3161, byte for byte as openssl writes it', () => {
  const query = timeStampQuery('ab'.repeat(32) as Digest)
  expect(hexOfBytes(query)).toBe(`30390201013031300d060960864801650304020105000420${'ab'.repeat(32)}0101ff`)
})

it('a token tells its digest and its time', () => {
  fc.assert(
    fc.property(digest, over => {
      expect(parseTimeStamp(unsignedToken(over))).toEqual({ digest: over, at: '2026-02-03T04:05:06Z' })
      expect(parseTimeStamp(unsignedToken(over, '20260203040506.25Z'))?.at).toBe('2026-02-03T04:05:06Z')
    }),
  )
})

it('whatever else is handed in is none, and reading it ends', () => {
  const whole = unsignedToken('ab'.repeat(32) as Digest)
  fc.assert(
    fc.property(
      fc.nat({ max: whole.length - 1 }),
      fc.nat({ max: 255 }),
      fc.nat({ max: 3 }),
      (at, byte, cut) => {
        const read = parseTimeStamp(whole.with(at, byte).subarray(0, whole.length - cut))
        if (read !== null) expect(read.digest).toMatch(/^[0-9a-f]{64}$/)
        if (cut > 0) expect(read).toBeNull()
      },
    ),
  )
  fc.assert(fc.property(fc.uint8Array({ maxLength: 40 }), bytes => parseTimeStamp(bytes) === null))
})
