import { merkleTree } from '../../draw/folder/merkle.ts'

/** Takes the leaves of a tree one by one, in order, for a proof of some that stand beside each other. */
export interface StreamedProof {
  /** The next leaf: the bytes from `from` up to, not with, `to`. */
  add(bytes: Uint8Array, from: number, to: number): void
  /** The leaves that are proven, once all were added. */
  lines(): readonly string[]
  /** Of one leaf its audit path, lowest first (RFC 6962, section 2.1.1). */
  path(): readonly string[]
  /** The roots of the largest subtrees without any of them, from left to right (`draw/folder/neighbours.ts`). */
  beside(): readonly string[]
}

/**
 * The proof of the leaves from `from` up to, not with, `to` among `size`, by leaves that pass: no more is kept than the roots that
 * the proof consists of and one tree under way.
 */
export function streamedProof(size: number, from: number, to: number): StreamedProof {
  const ranges = rangesBeside(size, from, to)
  const roots: string[] = []
  const lines: string[] = []
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let tree = merkleTree()
  let at = 0
  return {
    add(bytes, start, end) {
      if (at >= from && at < to) lines.push(decoder.decode(bytes.subarray(start, end)))
      else tree.add(bytes, start, end)
      at++
      if (ranges[roots.length]?.end !== at) return
      roots.push(tree.root())
      tree = merkleTree()
    },
    lines: () => lines,
    path: () =>
      ranges
        .map(({ depth }, i) => ({ depth, root: roots[i]! }))
        .sort((a, b) => b.depth - a.depth)
        .map(({ root }) => root),
    beside: () => roots,
  }
}

/** The largest subtrees without any leaf from one place up to another: where each ends, and how deep its root lies. */
function rangesBeside(size: number, from: number, to: number) {
  const ranges: { readonly end: number; readonly depth: number }[] = []
  const visit = (lo: number, hi: number, depth: number): void => {
    if (to <= lo || hi <= from) {
      ranges.push({ end: hi, depth })
      return
    }
    if (hi - lo === 1) return
    const middle = lo + 2 ** (Math.ceil(Math.log2(hi - lo)) - 1)
    visit(lo, middle, depth + 1)
    visit(middle, hi, depth + 1)
  }
  if (size > 0) visit(0, size, 0)
  return ranges
}
