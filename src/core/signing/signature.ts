import { ed25519 } from '@noble/curves/ed25519.js'
import { DER, der, derValues } from '../ledger/der.ts'
import type { Chance, PublicKey, SecretKey } from './key.ts'
import { sm2Sign, sm2Verify } from './sm2.ts'
import { sm3 } from './sm3.ts'

/**
 * The bytes of a signature file, as OpenSSL writes and reads them: of SM2 (usual id, SM3) both numbers in DER, of Ed25519
 * the 64 bytes of RFC 8032.
 */
export function signatureOver(message: Uint8Array, key: SecretKey, chance: Chance): Uint8Array {
  if (key.publicKey.algorithm === 'ed25519') return ed25519.sign(message, key.secret)
  const both = sm2Sign(message, key.secret, () => mixed(chance(40), key.secret, message))
  return der(DER.sequence, derNumber(both.subarray(0, 32)), derNumber(both.subarray(32)))
}

/**
 * Chance mixed with the key and the message: a machine whose chance is poor, or comes twice, gives two messages two numbers
 * all the same, and the key is not found from them.
 */
function mixed(chance: Uint8Array, secret: Uint8Array, message: Uint8Array): Uint8Array {
  const seed = sm3(Uint8Array.from([...chance, ...secret, ...sm3(message)]))
  const halves = [1, 2].map(part => sm3(Uint8Array.from([part, ...seed])))
  return Uint8Array.from([...halves[0]!, ...halves[1]!.subarray(0, 8)])
}

/** Whether the bytes of a signature file are this key's signature over the message. */
export function isSignatureOver(signature: Uint8Array, message: Uint8Array, key: PublicKey): boolean {
  if (key.algorithm === 'ed25519')
    return signature.length === 64 && ed25519.verify(signature, message, key.bytes, { zip215: false })
  const both = numbersIn(signature)
  return both !== null && sm2Verify(both, message, key.bytes)
}

/** The two numbers of such a file, as 64 bytes; null for any other spelling of them. */
function numbersIn(signature: Uint8Array): Uint8Array | null {
  const [whole, ...more] = derValues(signature) ?? []
  const numbers = whole?.tag === DER.sequence && more.length === 0 ? derValues(whole.bytes) : null
  if (numbers?.length !== 2) return null
  const both = new Uint8Array(64)
  for (const [i, { bytes }] of numbers.entries()) {
    const digits = bytes[0] === 0 ? bytes.subarray(1) : bytes
    if (digits.length > 32) return null
    both.set(digits, 32 * (i + 1) - digits.length)
  }
  const again = der(DER.sequence, derNumber(both.subarray(0, 32)), derNumber(both.subarray(32)))
  return again.join() === signature.join() ? both : null
}

/** A number that is not negative, in as few bytes as it takes. */
function derNumber(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex(byte => byte !== 0)
  const digits = bytes.subarray(first < 0 ? bytes.length - 1 : first)
  return der(DER.integer, digits[0]! < 0x80 ? [] : [0], digits)
}
