import { bytesOfHex, hexOfBytes } from '../hex.ts'
import type { Digest } from '../ids.ts'
import { base64Of, bytesOfBase64 } from './base64.ts'

/** A hash as notes and proofs write it. */
export function base64OfDigest(digest: Digest): string {
  return base64Of(bytesOfHex(digest))
}

/** The hash that a line of a note or of a proof stands for; null where it is none. */
export function digestOfBase64(text: string): Digest | null {
  const bytes = bytesOfBase64(text)
  return bytes?.length === HASH_LENGTH ? (hexOfBytes(bytes) as Digest) : null
}

const HASH_LENGTH = 32
