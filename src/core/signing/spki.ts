import { DER, type DerValue, der, derValues } from '../ledger/der.ts'
import type { Algorithm } from './algorithm.ts'
import { isPublicKey, type PublicKey, type SecretKey, secretKeyOf } from './key.ts'

/** A public key as `SubjectPublicKeyInfo` (RFC 5280; of SM2 GM/T 0009, of Ed25519 RFC 8410). */
export function spkiOf({ algorithm, bytes }: PublicKey): Uint8Array {
  return der(DER.sequence, NAMES[algorithm], der(DER.bits, [0], bytes))
}

/** The key of such bytes; null where they are none, or of another kind. */
export function publicKeyIn(spki: Uint8Array): PublicKey | null {
  const [name, bits] = membersOf(spki)
  const algorithm = algorithmIn(name)
  if (algorithm === null || bits?.tag !== DER.bits || bits.bytes[0] !== 0) return null
  const key = { algorithm, bytes: bits.bytes.subarray(1) }
  return isPublicKey(key) ? key : null
}

/** A secret key as PKCS #8 (RFC 5958), which OpenSSL reads. */
export function pkcs8Of({ publicKey: { algorithm, bytes }, secret }: SecretKey): Uint8Array {
  const octets = der(DER.octets, secret)
  const inner =
    algorithm === 'ed25519'
      ? octets
      : der(DER.sequence, ONE, octets, der(DER.explicitNext, der(DER.bits, [0], bytes)))
  return der(DER.sequence, NOUGHT, NAMES[algorithm], der(DER.octets, inner))
}

/** The key of such bytes; null where they are none, or of another kind. */
export function secretKeyIn(pkcs8: Uint8Array): SecretKey | null {
  const [version, name, octets] = membersOf(pkcs8)
  const algorithm = algorithmIn(name)
  if (version?.tag !== DER.integer || algorithm === null || octets?.tag !== DER.octets) return null
  if (algorithm === 'sm2') return sm2KeyIn(octets.bytes)
  const [inner] = derValues(octets.bytes) ?? []
  return inner?.tag === DER.octets ? secretKeyOf('ed25519', inner.bytes) : null
}

/** The SM2 key of an `EC PRIVATE KEY` (RFC 5915), which older programs write; null where it is of another curve that it names. */
export function sm2KeyIn(sec1: Uint8Array): SecretKey | null {
  const [version, octets, ...more] = membersOf(sec1)
  if (version?.tag !== DER.integer || octets?.tag !== DER.octets) return null
  const curve = more.find(({ tag }) => tag === DER.explicit)
  if (curve !== undefined && curve.bytes.join() !== CURVE.join()) return null
  return secretKeyOf('sm2', octets.bytes)
}

function membersOf(bytes: Uint8Array): readonly DerValue[] {
  const [whole, ...more] = derValues(bytes) ?? []
  return (whole?.tag === DER.sequence && more.length === 0 && derValues(whole.bytes)) || []
}

function algorithmIn(name: DerValue | undefined): Algorithm | null {
  if (name === undefined) return null
  const whole = der(name.tag, name.bytes).join()
  const found = Object.entries(NAMES).find(([, own]) => own.join() === whole)
  return (found?.[0] as Algorithm | undefined) ?? null
}

/** 1.2.156.10197.1.301, the curve of GB/T 32918.5. */
const CURVE = der(DER.oid, [0x2a, 0x81, 0x1c, 0xcf, 0x55, 0x01, 0x82, 0x2d])

const NAMES: Readonly<Record<Algorithm, Uint8Array>> = {
  // 1.2.840.10045.2.1, a key of an elliptic curve.
  sm2: der(DER.sequence, der(DER.oid, [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01]), CURVE),
  // 1.3.101.112
  ed25519: der(DER.sequence, der(DER.oid, [0x2b, 0x65, 0x70])),
}

const NOUGHT = der(DER.integer, [0])
const ONE = der(DER.integer, [1])
