import { hashLeaf, hashNode } from '../../hash.ts'
import { hexOfWords, wordsOfHex } from '../../hex.ts'
import type { Digest } from '../../ids.ts'

/**
 * A proof for leaves that stand beside each other in a tree of RFC 6962: the digests of the subtrees without any of them,
 * from left to right. Two neighbours in a sorted list show that nothing stands between them (draw-2.md, section 2).
 */
export function neighbourProver(
  leaves: readonly Uint8Array[],
): (from: number, to: number) => readonly string[] {
  const levels: Int32Array[][] = [leaves.map(leaf => hashLeaf(leaf, 0, leaf.length).slice())]
  for (let below = levels[0]!; below.length > 1; below = levels.at(-1)!) levels.push(joined(below))
  const rootOf = (lo: number, hi: number): string => {
    const height = Math.ceil(Math.log2(hi - lo))
    return hexOfWords(levels[height]![lo >>> height]!)
  }
  return (from, to) => {
    const proof: string[] = []
    const visit = (lo: number, hi: number): void => {
      if (to <= lo || hi <= from) {
        proof.push(rootOf(lo, hi))
        return
      }
      if (hi - lo === 1) return
      const middle = lo + splitOf(hi - lo)
      visit(lo, middle)
      visit(middle, hi)
    }
    visit(0, leaves.length)
    return proof
  }
}

export interface Neighbours {
  readonly leaves: readonly Uint8Array[]
  /** Where the first of them stands, from 0. */
  readonly index: number
  /** How many leaves the tree has. */
  readonly size: number
  readonly proof: readonly string[]
}

/** The root that neighbouring leaves and their proof lead to; undefined where the proof has too few or too many digests. */
export function rootOfNeighbours({ leaves, index, size, proof }: Neighbours): Digest | undefined {
  const end = index + leaves.length
  if (leaves.length === 0 || index < 0 || end > size) return undefined
  const rest = proof.values()
  let isShort = false
  const rootOf = (lo: number, hi: number): Int32Array => {
    if (end <= lo || hi <= index) {
      const next = rest.next()
      if (next.done === true) isShort = true
      return next.done === true ? new Int32Array(8) : Int32Array.from(wordsOfHex(next.value))
    }
    if (hi - lo === 1) {
      const leaf = leaves[lo - index]!
      return hashLeaf(leaf, 0, leaf.length).slice()
    }
    const middle = lo + splitOf(hi - lo)
    return pair(rootOf(lo, middle), rootOf(middle, hi))
  }
  const root = rootOf(0, size)
  return isShort || rest.next().done !== true ? undefined : (hexOfWords(root) as Digest)
}

/** The largest power of two below a size of two or more. */
function splitOf(size: number): number {
  return 2 ** (Math.ceil(Math.log2(size)) - 1)
}

function joined(level: readonly Int32Array[]): Int32Array[] {
  return Array.from({ length: Math.ceil(level.length / 2) }, (_, i) => {
    const [left, right] = [level[2 * i]!, level[2 * i + 1]]
    return right === undefined ? left : pair(left, right)
  })
}

function pair(left: Int32Array, right: Int32Array): Int32Array {
  const both = new Int32Array(16)
  both.set(left, 0)
  both.set(right, 8)
  return hashNode(both, 0).slice()
}
