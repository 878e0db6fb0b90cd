import type { Digest } from './ids.ts'

/** Bytes as lowercase hexadecimal digits, two each. */
export function hexOfBytes(bytes: Uint8Array): string {
  return Array.from(bytes, byte => HEX[byte]!).join('')
}

/** The bytes that an even number of hexadecimal digits stands for. */
export function bytesOfHex(hex: string): Uint8Array {
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) =>
    Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16),
  )
}

/** The 64 digits of a digest's eight words, made in one piece: four times as fast as joining bytes. */
export function hexOfWords(words: Int32Array): Digest {
  for (let i = 0; i < 64; i++) CODES[i] = DIGIT[(words[i >> 3]! >>> (28 - 4 * (i & 7))) & 15]!
  return String.fromCharCode.apply(null, CODES) as Digest
}

const CODES: number[] = Array.from({ length: 64 }, () => 0)
const DIGIT: readonly number[] = Array.from('0123456789abcdef', digit => digit.charCodeAt(0))

/** The eight words that a digest's 64 digits stand for. */
export function wordsOfHex(hex: string): Int32Array {
  return Int32Array.from({ length: 8 }, (_, i) => Number.parseInt(hex.slice(8 * i, 8 * i + 8), 16))
}

/** Whether a text is a digest as the law writes one: 64 lowercase hexadecimal digits. */
export function isDigest(text: string): text is Digest {
  return ONLY_DIGEST.test(text)
}

/** Whether a digest stands somewhere in a text. */
export function holdsDigest(text: string): boolean {
  return ANY_DIGEST.test(text)
}

/** The digits of a digest, for the patterns of lines and names that hold one. */
export const DIGEST = '[0-9a-f]{64}'

const ANY_DIGEST = new RegExp(DIGEST)
const ONLY_DIGEST = new RegExp(`^${DIGEST}$`)

const HEX: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
