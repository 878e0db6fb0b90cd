import { type MerkleTree, merkleTree } from '../draw/folder/merkle.ts'
import { bytesOfHex } from '../hex.ts'
import type { Digest } from '../ids.ts'
import type { Range } from './ranges.ts'

/**
 * The hash of each of these parts of the ledger's tree, in their order; null for one that goes beyond the last leaf. The
 * leaves are the digests of the entries, their 32 bytes, oldest first. They are read once, each is hashed only for the parts it is
 * in, and of each part no more is held than a root for every bit of its size.
 */
export function rangeRoots(leaves: Iterable<Digest>, ranges: readonly Range[]): (Digest | null)[] {
  const roots: (Digest | null)[] = ranges.map(() => null)
  const waiting = [...ranges.keys()].sort((a, b) => ranges[b]!.from - ranges[a]!.from)
  let open: { readonly at: number; readonly tree: MerkleTree }[] = []
  const turnTo = (index: number) => {
    for (const { at, tree } of open) if (ranges[at]!.to === index) roots[at] = tree.root()
    open = open.filter(({ at }) => ranges[at]!.to > index)
    for (let at = waiting.at(-1); at !== undefined && ranges[at]!.from === index; at = waiting.at(-1)) {
      waiting.pop()
      if (ranges[at]!.to === index) roots[at] = merkleTree().root()
      else open.push({ at, tree: merkleTree() })
    }
  }
  let index = 0
  turnTo(index)
  for (const leaf of leaves) {
    if (open.length > 0) {
      const bytes = bytesOfHex(leaf)
      for (const { tree } of open) tree.add(bytes)
    }
    turnTo(++index)
  }
  return roots
}
