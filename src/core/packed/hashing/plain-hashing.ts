import { type DigestWords, hashBytesAfter, hasher, hashLeaf, hashNode } from '../../hash.ts'
import { type RowHashing, type TextsIn, withoutWaiting } from './row-hashing.ts'

/** The hash of rows by the functions that everything else is hashed by. */
export const PLAIN_HASHING: RowHashing = withoutWaiting({
  root({ bytes, bounds, count }: TextsIn) {
    const level = new Int32Array(8 * count)
    for (let i = 0; i < count; i++) level.set(hashLeaf(bytes, bounds[2 * i]!, bounds[2 * i + 1]!), 8 * i)
    for (let size = count; size > 1; size = (size + 1) >> 1) {
      const pairs = size >> 1
      for (let i = 0; i < pairs; i++) level.set(hashNode(level, 16 * i), 8 * i)
      // A node alone goes up as it is.
      if ((size & 1) === 1) level.copyWithin(8 * pairs, 8 * (size - 1), 8 * size)
    }
    return level.slice(0, 8)
  },
  heads(key: string, texts: TextsIn, heads: Uint32Array) {
    eachAfter(key, texts, (words, i) => {
      heads[i] = words[0]!
    })
  },
  digests(key: string, texts: TextsIn, digests: Int32Array) {
    eachAfter(key, texts, (words, i) => digests.set(words, 8 * i))
  },
  digest: hasher,
})

function eachAfter(
  key: string,
  { bytes, bounds, count }: TextsIn,
  take: (words: DigestWords, i: number) => void,
): void {
  const hash = hashBytesAfter(key)
  for (let i = 0; i < count; i++) take(hash(bytes, bounds[2 * i]!, bounds[2 * i + 1]!), i)
}
