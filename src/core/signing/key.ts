import { ed25519 } from '@noble/curves/ed25519.js'
import type { Algorithm } from './algorithm.ts'
import { isSm2PublicKey, sm2PublicKey } from './sm2.ts'

/** A public key; of SM2 the uncompressed point, of Ed25519 its 32 bytes. */
export interface PublicKey {
  readonly algorithm: Algorithm
  readonly bytes: Uint8Array
}

/** A key that only its owner has, as 32 bytes. */
export interface SecretKey {
  readonly publicKey: PublicKey
  readonly secret: Uint8Array
}

/** New bytes of chance, as many as are asked for. */
export type Chance = (bytes: number) => Uint8Array

/** The key that 32 secret bytes are; null where they are none. */
export function secretKeyOf(algorithm: Algorithm, secret: Uint8Array): SecretKey | null {
  if (secret.length !== 32) return null
  const bytes = algorithm === 'sm2' ? sm2PublicKey(secret) : ed25519.getPublicKey(secret)
  return bytes === null ? null : { publicKey: { algorithm, bytes }, secret }
}

/** A new key. Chance that gives none again and again (all noughts) is broken, and no key is made of it. */
export function newSecretKey(algorithm: Algorithm, chance: Chance): SecretKey {
  for (let tries = 0; tries < 100; tries++) {
    const bytes = chance(32)
    const key = bytes.every(byte => byte === 0) ? null : secretKeyOf(algorithm, bytes)
    if (key !== null) return key
  }
  throw new RangeError('chance gives no key')
}

/** Whether these bytes can be a public key of the algorithm. */
export function isPublicKey({ algorithm, bytes }: PublicKey): boolean {
  if (algorithm === 'sm2') return isSm2PublicKey(bytes)
  try {
    ed25519.Point.fromBytes(bytes)
    return true
  } catch {
    return false
  }
}
