import { hashNode } from '../../hash.ts'
import { hexOfWords, wordsOfHex } from '../../hex.ts'
import type { Digest } from '../../ids.ts'
import { inclusionProver, merkleTree } from './merkle.ts'
import { neighbourProver } from './neighbours.ts'

/** A block is the subtree over 2¹² leaves: a proof needs the leaves of one, and the roots of the others. */
export const BLOCK_LEVELS = 12
export const BLOCK_LEAVES = 2 ** BLOCK_LEVELS

/** A tree of which the roots of all blocks are at hand, and the leaves of some. */
export interface BlockTree {
  readonly size: number
  readonly blocks: readonly Digest[]
  /** The leaves of a block that was fetched. */
  readonly leaves: ReadonlyMap<number, readonly Uint8Array[]>
}

/** The root over the roots of blocks, in their order; over none that of an empty tree. */
export function rootOfBlocks(blocks: readonly Digest[]): Digest {
  let level = blocks.map(wordsOfHex)
  while (level.length > 1) level = above(level)
  return level.length === 0 ? merkleTree().root() : hexOfWords(level[0]!)
}

/** The audit path of the leaf at an index: within its block, then among the blocks. */
export function proofInBlocks({ blocks, leaves }: BlockTree, index: number): readonly string[] {
  const block = Math.floor(index / BLOCK_LEAVES)
  const proof = [...inclusionProver(leaves.get(block)!)(index % BLOCK_LEAVES)]
  let at = block
  for (let level = blocks.map(wordsOfHex); level.length > 1; level = above(level)) {
    const sibling = level[at ^ 1]
    if (sibling !== undefined) proof.push(hexOfWords(sibling))
    at >>>= 1
  }
  return proof
}

/** The digests that show the leaves from one index up to another beside each other (`neighbours.ts`). */
export function neighboursInBlocks(
  { size, blocks, leaves }: BlockTree,
  from: number,
  to: number,
): readonly string[] {
  const proof: string[] = []
  const visit = (lo: number, hi: number): void => {
    if (to <= lo || hi <= from) {
      proof.push(rootOfBlocks(blocks.slice(lo / BLOCK_LEAVES, Math.ceil(hi / BLOCK_LEAVES))))
      return
    }
    if (hi - lo <= BLOCK_LEAVES) {
      const own = leaves.get(lo / BLOCK_LEAVES)!
      for (const digest of neighbourProver(own)(Math.max(from, lo) - lo, Math.min(to, hi) - lo))
        proof.push(digest)
      return
    }
    const middle = lo + 2 ** (Math.ceil(Math.log2(hi - lo)) - 1)
    visit(lo, middle)
    visit(middle, hi)
  }
  visit(0, size)
  return proof
}

/** The level above: a node alone goes up as it is. */
function above(level: readonly Int32Array[]): Int32Array[] {
  return Array.from({ length: Math.ceil(level.length / 2) }, (_, i) => {
    const [left, right] = [level[2 * i]!, level[2 * i + 1]]
    return right === undefined ? left : hashNode(Int32Array.from([...left, ...right]), 0).slice()
  })
}
