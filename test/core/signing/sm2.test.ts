import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesOfHex, hexOfBytes } from '../../../src/core/hex.ts'
import { isSm2PublicKey, sm2PublicKey, sm2Sign, sm2Verify } from '../../../src/core/signing/sm2.ts'
import { sm3 } from '../../../src/core/signing/sm3.ts'

const bytes = fc.uint8Array({ maxLength: 300 })
const text = new TextEncoder()

describe('sm3', () => {
  it('gives the digests of the standard (GB/T 32905-2016, annex A)', () => {
    expect(hexOfBytes(sm3(text.encode('abc')))).toBe(
      '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    )
    expect(hexOfBytes(sm3(text.encode('abcd'.repeat(16))))).toBe(
      'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732',
    )
  })

  it('is the SM3 of OpenSSL, for whatever bytes', () => {
    fc.assert(
      fc.property(bytes, input => {
        expect(hexOfBytes(sm3(input))).toBe(createHash('sm3').update(input).digest('hex'))
      }),
    )
  })
})

describe('sm2', () => {
  /** GB/T 32918.5-2017, annex A.2: key, the number that serves once, signature. */
  const secret = bytesOfHex('3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8')
  const once = bytesOfHex('59276e27d506861a16680f3ad9c02dccef3cc1fa3cdbe4ce6d54b80deac1bc21')
  const signature =
    'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3' +
    'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa'
  const publicKey = sm2PublicKey(secret)!
  const message = text.encode('message digest')

  it('signs the example of the standard as the standard does', () => {
    expect(hexOfBytes(publicKey)).toBe(
      '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020' +
        'ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
    )
    expect(hexOfBytes(sm2Sign(message, secret, () => lessOne(once)))).toBe(signature)
    expect(sm2Verify(bytesOfHex(signature), message, publicKey)).toBe(true)
  })

  it('refuses a signature, a message and a key of which one byte is another', () => {
    fc.assert(
      fc.property(fc.nat(63), fc.nat(13), fc.nat(64), fc.integer({ min: 1, max: 255 }), (a, b, c, by) => {
        expect(sm2Verify(changed(bytesOfHex(signature), a, by), message, publicKey)).toBe(false)
        expect(sm2Verify(bytesOfHex(signature), changed(message, b, by), publicKey)).toBe(false)
        expect(sm2Verify(bytesOfHex(signature), message, changed(publicKey, c, by))).toBe(false)
      }),
      { numRuns: 20 },
    )
  })

  it('takes no number as a signature or a key that the standard does not', () => {
    const none = new Uint8Array(32)
    const order = bytesOfHex('fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123')
    for (const flawed of [none, order])
      for (const other of [none, order, once])
        for (const both of [Uint8Array.from([...flawed, ...other]), Uint8Array.from([...other, ...flawed])])
          expect(sm2Verify(both, message, publicKey)).toBe(false)
    expect(sm2Verify(new Uint8Array(0), message, publicKey)).toBe(false)
    expect([none, order, once.subarray(1)].map(sm2PublicKey)).toEqual([null, null, null])
    expect(isSm2PublicKey(publicKey)).toBe(true)
    expect([changed(publicKey, 64, 1), publicKey.subarray(1), none].map(isSm2PublicKey)).toEqual([
      false,
      false,
      false,
    ])
  })
})

/** The chance that comes to this number: it counts from 1. */
function lessOne(number: Uint8Array): Uint8Array {
  const less = number.slice()
  less[31]! -= 1
  return less
}

function changed(of: Uint8Array, at: number, by: number): Uint8Array {
  return of.map((byte, i) => (i === at ? (byte + by) % 256 : byte))
}
