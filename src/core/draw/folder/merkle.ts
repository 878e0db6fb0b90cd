import { hashLeaf, hashNode } from '../../hash.ts'
import { hexOfWords, wordsOfHex } from '../../hex.ts'
import type { Digest } from '../../ids.ts'

/**
 * The Merkle tree hash of RFC 6962 (section 2.1) over leaves added one by one. Only the roots of the whole
 * subtrees so far are kept, at most one for each bit of the count: a frame of a million lines needs twenty.
 */
export function merkleTree(): MerkleTree {
  const roots = new Int32Array(8 * (MOST_ROOTS + 1))
  let depth = 0
  let size = 0
  return {
    add(bytes, from = 0, to = bytes.length) {
      roots.set(hashLeaf(bytes, from, to), 8 * depth++)
      for (let bits = ++size; (bits & 1) === 0; bits >>>= 1) joinLastTwo(roots, depth--)
    },
    root() {
      const rest = roots.slice()
      for (let left = depth; left > 1; left--) joinLastTwo(rest, left)
      return size === 0 ? EMPTY_ROOT : hexOfWords(rest.subarray(0, 8))
    },
  }
}

/** For at most 2³² − 1 leaves. */
const MOST_ROOTS = 32

export interface MerkleTree {
  /** One more leaf: the bytes from `from` up to, not with, `to`. */
  add(bytes: Uint8Array, from?: number, to?: number): void
  /** The root over the leaves so far, as 64 digits; more may follow. */
  root(): Digest
}

function joinLastTwo(roots: Int32Array, depth: number): void {
  const left = 8 * (depth - 2)
  roots.set(hashNode(roots, left), left)
}

/** The root over the data lines of a CSV file: every line but the heading, without its line end (draw.md, section 3). */
export function rootOfLines(file: Uint8Array): Digest {
  const tree = merkleTree()
  let from = file.indexOf(LF) + 1
  for (let to = file.indexOf(LF, from); from > 0 && to >= 0; to = file.indexOf(LF, from)) {
    tree.add(file, from, to)
    from = to + 1
  }
  return tree.root()
}

const LF = 10

/**
 * The audit paths of RFC 6962 (section 2.1.1) over these leaves: for the leaf at an index, the digests, lowest first,
 * with which it gives the root. Every leaf is hashed once, so that many proofs cost little more than one.
 */
export function inclusionProver(leaves: readonly Uint8Array[]): (index: number) => readonly string[] {
  const levels: Int32Array[][] = [leaves.map(leaf => hashLeaf(leaf, 0, leaf.length).slice())]
  for (let below = levels[0]!; below.length > 1; below = levels.at(-1)!) levels.push(joinPairs(below))
  return index => {
    const siblings = levels.map((level, height) => level[(index >>> height) ^ 1])
    return siblings.filter(sibling => sibling !== undefined).map(hexOfWords)
  }
}

/** The level above: a node without a sibling is carried up unchanged. */
function joinPairs(level: readonly Int32Array[]): Int32Array[] {
  return Array.from({ length: Math.ceil(level.length / 2) }, (_, i) => {
    const [left, right] = [level[2 * i]!, level[2 * i + 1]]
    return right === undefined ? left : hashNode(Int32Array.from([...left, ...right]), 0).slice()
  })
}

/** The data lines of a CSV file without their line ends: the leaves of its tree. */
export function leavesOf(file: Uint8Array): Uint8Array[] {
  const leaves: Uint8Array[] = []
  let from = file.indexOf(LF) + 1
  for (let to = file.indexOf(LF, from); from > 0 && to >= 0; to = file.indexOf(LF, from)) {
    leaves.push(file.subarray(from, to))
    from = to + 1
  }
  return leaves
}

export interface Inclusion {
  readonly leaf: Uint8Array
  readonly index: number
  /** How many leaves the tree has. */
  readonly size: number
  readonly proof: readonly string[]
  readonly root: Digest
}

/** Whether the proof shows the leaf at its place in the tree (RFC 9162, section 2.1.3.2). */
export function isIncluded({ leaf, index, size, proof, root }: Inclusion): boolean {
  if (!(index >= 0 && index < size)) return false
  let [fn, sn] = [index, size - 1]
  let hash = hashLeaf(leaf, 0, leaf.length).slice()
  for (const sibling of proof.map(wordsOfHex)) {
    if (sn === 0) return false
    const fromLeft = (fn & 1) === 1 || fn === sn
    const pair = fromLeft ? [...sibling, ...hash] : [...hash, ...sibling]
    hash = hashNode(Int32Array.from(pair), 0).slice()
    if (fromLeft) for (; (fn & 1) === 0 && fn !== 0; fn >>>= 1) sn >>>= 1
    fn >>>= 1
    sn >>>= 1
  }
  return sn === 0 && hexOfWords(hash) === root
}

/** The root over no leaf at all: the digest of nothing. */
const EMPTY_ROOT = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' as Digest
