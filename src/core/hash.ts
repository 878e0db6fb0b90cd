import { bytesOfHex, hexOfWords } from './hex.ts'
import type { Digest } from './ids.ts'
import { begin, end, rewind, takeByte, takeBytes, takeText, takeWord } from './sha256.ts'

/**
 * The H(x) of the law: SHA-256 of the bytes (of a text: its UTF-8 bytes) as 64 lowercase digits (draw.md,
 * section 1). Plain TypeScript, so that the same lines run in the tool and on a citizen's page.
 */
export function sha256Hex(input: string | Uint8Array): Digest {
  return hasher().update(input).hex()
}

/** Takes its input piece by piece, as big files are read. `hex()` or `bytes()` gives the digest and ends it. */
export interface Hasher {
  update(input: string | Uint8Array): Hasher
  hex(): Digest
  bytes(): Uint8Array
}

export function hasher(): Hasher {
  const run = begin()
  const self: Hasher = {
    update(input) {
      if (typeof input === 'string') takeText(run, input)
      else takeBytes(run, input, 0, input.length)
      return self
    },
    hex: () => hexOfWords(end(run)),
    bytes: () => bytesOfHex(hexOfWords(end(run))),
  }
  return self
}

/** The eight 32-bit words of a digest. Those that the functions below return are lent: the next call overwrites them. */
export type DigestWords = Int32Array

/**
 * H(prefix + text) for many texts: what the prefix fills of the blocks is compressed once. After a `selectKey`
 * (64 digits, one block) a ticket costs one compression.
 */
export function hashAfter(prefix: string): (text: string) => DigestWords {
  const start = begin()
  takeText(start, prefix)
  const run = begin()
  return text => {
    rewind(run, start)
    takeText(run, text)
    return end(run)
  }
}

/** The same of texts that are at hand as their bytes, from one place up to, not with, another. */
export function hashBytesAfter(prefix: string): (bytes: Uint8Array, from: number, to: number) => DigestWords {
  const start = begin()
  takeText(start, prefix)
  const run = begin()
  return (bytes, from, to) => {
    rewind(run, start)
    takeBytes(run, bytes, from, to)
    return end(run)
  }
}

/** H(0x00 ‖ bytes[from…to)): a leaf of a Merkle tree (RFC 6962, section 2.1). */
export function hashLeaf(bytes: Uint8Array, from: number, to: number): DigestWords {
  rewind(NODE, START)
  takeByte(NODE, 0)
  takeBytes(NODE, bytes, from, to)
  return end(NODE)
}

/** H(0x01 ‖ left ‖ right): an inner node of a Merkle tree; `pair` holds both digests from word `at` on. */
export function hashNode(pair: Int32Array, at: number): DigestWords {
  rewind(NODE, START)
  takeByte(NODE, 1)
  for (let i = at; i < at + 16; i++) takeWord(NODE, pair[i]!)
  return end(NODE)
}

const START = begin()
const NODE = begin()
