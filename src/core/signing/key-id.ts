import { sha256Hex } from '../hash.ts'
import type { PublicKey } from './key.ts'
import { spkiOf } from './spki.ts'

/** Sixteen digits that name a public key: the beginning of the SHA-256 of its `SubjectPublicKeyInfo`. */
export function signingKeyId(key: PublicKey): string {
  return sha256Hex(spkiOf(key)).slice(0, 16)
}

/** Whether a text may be such a name. */
export function isKeyId(text: string): boolean {
  return /^[0-9a-f]{16}$/.test(text)
}
