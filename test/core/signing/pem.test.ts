import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { base64Of } from '../../../src/core/ledger/base64.ts'
import { derValues } from '../../../src/core/ledger/der.ts'
import { ALGORITHMS } from '../../../src/core/signing/algorithm.ts'
import { newSecretKey } from '../../../src/core/signing/key.ts'
import { parsePublicKey, publicKeyPem, readSecretKey, secretKeyPem } from '../../../src/core/signing/pem.ts'
import { isSignatureOver, signatureOver } from '../../../src/core/signing/signature.ts'

const MESSAGE = new TextEncoder().encode('抽取 2026-0001')

/** Bytes that stand for chance: the same each time, so that a test that fails fails again. */
function counted(): (bytes: number) => Uint8Array {
  let count = 0
  return bytes => Uint8Array.from({ length: bytes }, () => (++count * 73) % 256)
}

describe.each(ALGORITHMS)('a key of %s', algorithm => {
  const key = newSecretKey(algorithm, counted())

  it('comes back from its files, and node:crypto reads both', () => {
    expect(readSecretKey(secretKeyPem(key))).toEqual({ kind: 'key', key })
    expect(parsePublicKey(publicKeyPem(key.publicKey))).toEqual(key.publicKey)
    expect(createPrivateKey(secretKeyPem(key)).export({ format: 'pem', type: 'pkcs8' })).toBe(
      secretKeyPem(key),
    )
    const spki = createPublicKey(secretKeyPem(key)).export({ format: 'pem', type: 'spki' })
    expect(spki).toBe(publicKeyPem(key.publicKey))
  })

  it('is read with Windows line ends and words around it', () => {
    const text = `说明\r\n${publicKeyPem(key.publicKey).replaceAll('\n', '\r\n')}\r\n`
    expect(parsePublicKey(text)).toEqual(key.publicKey)
  })

  it('signs, and its signature with one byte changed, cut off or added is none', () => {
    const signature = signatureOver(MESSAGE, key, counted())
    expect(isSignatureOver(signature, MESSAGE, key.publicKey)).toBe(true)
    fc.assert(
      fc.property(fc.nat(signature.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const other = signature.map((byte, i) => (i === at ? (byte + by) % 256 : byte))
        expect(isSignatureOver(other, MESSAGE, key.publicKey)).toBe(false)
      }),
      { numRuns: 30 },
    )
    for (const other of [signature.subarray(1), signature.subarray(0, -1), new Uint8Array(0)])
      expect(isSignatureOver(other, MESSAGE, key.publicKey)).toBe(false)
    const longer = Uint8Array.from([...signature, 0])
    expect(isSignatureOver(longer, MESSAGE, key.publicKey)).toBe(false)
  })
})

describe('a file of a key', () => {
  it('that is of another kind is told apart', () => {
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const pem = { type: 'pkcs8', format: 'pem' } as const
    expect(readSecretKey(other.privateKey.export(pem).toString()).kind).toBe('none')
    expect(parsePublicKey(other.publicKey.export({ type: 'spki', format: 'pem' }).toString())).toBeNull()
    const { privateKey, publicKey } = generateKeyPairSync('ed25519')
    const locked = privateKey.export({ ...pem, cipher: 'aes-128-cbc', passphrase: 'x' })
    expect(readSecretKey(locked.toString()).kind).toBe('locked')
    expect(readSecretKey(publicKey.export({ type: 'spki', format: 'pem' }).toString()).kind).toBe('public')
    for (const text of ['', 'x', '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n'])
      expect(readSecretKey(text).kind).toBe('none')
  })

  it('as older programs wrote it, SM2 in SEC 1, is read', () => {
    const key = newSecretKey('sm2', counted())
    const [pkcs8] = derValues(createPrivateKey(secretKeyPem(key)).export({ format: 'der', type: 'pkcs8' }))!
    const sec1 = derValues(pkcs8!.bytes)![2]!.bytes
    const text = (label: string) => `-----BEGIN ${label}-----\n${base64Of(sec1)}\n-----END ${label}-----\n`
    expect(readSecretKey(text('EC PRIVATE KEY'))).toEqual({ kind: 'key', key })
    expect(readSecretKey(text('PRIVATE KEY')).kind).toBe('none')
  })
})
