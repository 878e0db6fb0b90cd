import { sha256Hex } from '../../hash.ts'
import { bytesOfHex } from '../../hex.ts'

/**
 * Whether `signature` (96 hexadecimal digits) is the one that drand's quicknet gave for this round: BLS on
 * BLS12-381 with short signatures on G1 over SHA-256 of the round, unchained. The curve is loaded only when a
 * draw has such a source.
 */
export async function isQuicknetSignature(round: bigint, signature: string): Promise<boolean> {
  if (!SIGNATURE.test(signature)) return false
  const { bls12_381 } = await import('@noble/curves/bls12-381.js')
  const { hash, verify } = bls12_381.shortSignatures
  const message = hash(bytesOfHex(sha256Hex(eightBytes(round))), DOMAIN)
  try {
    return verify(bytesOfHex(signature), message, bytesOfHex(PUBLIC_KEY))
  } catch {
    return false // not a point of the group at all
  }
}

const SIGNATURE = /^[0-9a-f]{96}$/

function eightBytes(round: bigint): Uint8Array {
  return bytesOfHex(round.toString(16).padStart(16, '0'))
}

/** The domain separation tag of drand's scheme `bls-unchained-g1-rfc9380`. */
const DOMAIN = new TextEncoder().encode('BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_')

/** The group key of quicknet (chain 52db9ba7…e971), a point of G2. */
const PUBLIC_KEY =
  '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d106451' +
  '0d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a'
