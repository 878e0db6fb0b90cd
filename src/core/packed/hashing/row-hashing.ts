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
  /**
   * The same two, asked for when they are needed: until then somebody else may reckon them. The texts may be written over at
   * once, and what is given is the taker's own.
   */
  readonly rootLater: (leaves: TextsIn) => () => Int32Array
  readonly headsLater: (key: string, texts: TextsIn) => () => Uint32Array
  /** Puts the eight words of H(key + text) of each text into `digests`. */
  readonly digests: (key: string, texts: TextsIn, digests: Int32Array) => void
  /** A digest of bytes that come piece by piece; of one hashing only one may be under way. */
  readonly digest: () => Hasher
}

/** As many texts are hashed in one go: a power of two, so that their trees are subtrees of a larger one. */
export const MOST_AT_ONCE = 4096

/** What a hash that has nobody else does when it is asked. */
export type HashingAtOnce = Omit<RowHashing, 'rootLater' | 'headsLater'>

/** The whole of it: what might wait is done at once. */
export function withoutWaiting<H extends Pick<HashingAtOnce, 'root' | 'heads'>>(
  own: H,
): H & Pick<RowHashing, 'rootLater' | 'headsLater'> {
  return {
    ...own,
    rootLater(leaves) {
      const root = own.root(leaves)
      return () => root
    },
    headsLater(key, texts) {
      const heads = new Uint32Array(texts.count)
      own.heads(key, texts, heads)
      return () => heads
    },
  }
}
