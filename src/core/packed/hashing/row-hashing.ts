import type { Hasher } from '../../hash.ts'

/** Texts in a run of bytes: of each where it begins and where it ends, one after the other. */
export interface TextsIn {
  readonly bytes: Uint8Array
  readonly bounds: Uint32Array
  readonly count: number
}

/**
 * The hash of the law over rows that are bytes: the same digests as `core/hash.ts`, of many at once. There are two, one of
 * plain TypeScript and one of WebAssembly, and a test holds them equal.
 */
export interface RowHashing {
  /** The eight words of the root (RFC 6962) over texts that are the leaves, at most {@link MOST_AT_ONCE}, at least one; the taker's own. */
  readonly root: (leaves: TextsIn) => Int32Array
  /** Puts the first word of H(key + text) of each text into `heads`. */
  readonly heads: (key: string, texts: TextsIn, heads: Uint32Array) => void
  /** Puts the eight words of the same into `digests`. */
  readonly digests: (key: string, texts: TextsIn, digests: Int32Array) => void
  /** A digest of bytes that come piece by piece; of one hashing only one may be under way. */
  readonly digest: () => Hasher
}

/** As many texts are hashed in one go: a power of two, so that their trees are subtrees of a larger one. */
export const MOST_AT_ONCE = 4096
