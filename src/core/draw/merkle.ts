import { hashLeaf, hashNode } from '../hash.ts'
import { hexOfWords, wordsOfHex } from '../hex.ts'

/**
 * The Merkle tree hash of RFC 6962 (section 2.1) over leaves that come one by one. Only the roots of the whole
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
  root(): string
}

function joinLastTwo(roots: Int32Array, depth: number): void {
  const left = 8 * (depth - 2)
  roots.set(hashNode(roots, left), left)
}

/** The root over the data lines of a CSV file: every line but the heading, without its line end (draw.md, section 3). */
export function rootOfLines(file: Uint8Array): string {
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
 * The audit path of RFC 6962 (section 2.1.1): the digests, lowest first, with which the leaf at `index` gives the root.
 */
export function inclusionProof(leaves: readonly Uint8Array[], index: number): readonly string[] {
  return path(leaves, index, 0, leaves.length)
}

function path(leaves: readonly Uint8Array[], index: number, from: number, to: number): readonly string[] {
  if (to - from <= 1) return []
  const middle = from + largestPowerBelow(to - from)
  return index < middle
    ? [...path(leaves, index, from, middle), rootOf(leaves, middle, to)]
    : [...path(leaves, index, middle, to), rootOf(leaves, from, middle)]
}

function rootOf(leaves: readonly Uint8Array[], from: number, to: number): string {
  const tree = merkleTree()
  for (let i = from; i < to; i++) tree.add(leaves[i]!)
  return tree.root()
}

/** The largest power of two that is smaller than n: where RFC 6962 splits n leaves. */
function largestPowerBelow(n: number): number {
  return 2 ** (31 - Math.clz32(n - 1))
}

export interface Inclusion {
  readonly leaf: Uint8Array
  readonly index: number
  /** How many leaves the tree has. */
  readonly size: number
  readonly proof: readonly string[]
  readonly root: string
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
const EMPTY_ROOT = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
