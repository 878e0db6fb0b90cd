import { hashNode } from '../hash.ts'
import { hexOfWords, wordsOfHex } from '../hex.ts'
import type { Digest } from '../ids.ts'

/** A tree by its number of leaves and the hash over them. */
export interface TreeHead {
  readonly size: number
  readonly root: Digest
}

/**
 * Whether the proof shows that the tree `now` begins with the very leaves of the tree `old` (RFC 9162, section 2.1.4.2).
 * Every tree begins with that of no leaf, which needs no proof.
 */
export function isConsistent(old: TreeHead, now: TreeHead, proof: readonly Digest[]): boolean {
  if (!(old.size >= 0 && old.size <= now.size && now.size <= MOST_LEAVES)) return false
  if (old.size === 0) return proof.length === 0 && old.root === EMPTY_ROOT
  if (old.size === now.size) return proof.length === 0 && old.root === now.root
  const path = isPowerOfTwo(old.size) ? [old.root, ...proof] : proof
  return path.length > 0 && leadsToBoth(old, now, path.map(wordsOfHex))
}

/** Climbs from the last node that both trees share: what stands left of it belongs to both, what stands right to the new one. */
function leadsToBoth(old: TreeHead, now: TreeHead, path: readonly Int32Array[]): boolean {
  let [fn, sn] = [old.size - 1, now.size - 1]
  for (; (fn & 1) === 1; fn >>>= 1) sn >>>= 1
  let first = path[0]!
  let second = first
  for (const sibling of path.slice(1)) {
    if (sn === 0) return false
    if ((fn & 1) === 1 || fn === sn) {
      first = joined(sibling, first)
      second = joined(sibling, second)
      for (; (fn & 1) === 0 && fn !== 0; fn >>>= 1) sn >>>= 1
    } else second = joined(second, sibling)
    fn >>>= 1
    sn >>>= 1
  }
  return sn === 0 && hexOfWords(first) === old.root && hexOfWords(second) === now.root
}

/** The hash over no leaf at all: the digest of nothing. */
export const EMPTY_ROOT = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' as Digest

/** As many as the steps above can count. */
export const MOST_LEAVES = 2 ** 31 - 1

function isPowerOfTwo(size: number): boolean {
  return (size & (size - 1)) === 0
}

function joined(left: Int32Array, right: Int32Array): Int32Array {
  return hashNode(Int32Array.from([...left, ...right]), 0).slice()
}
