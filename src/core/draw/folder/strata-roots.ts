import type { Digest } from '../../ids.ts'
import { leavesOf, type MerkleTree, merkleTree } from './merkle.ts'
import type { FrameRow } from './rows.ts'

/** The root of each stratum's own tree over its lines of `frame.csv`, in file order (draw-2.md, section 2). */
export function rootsOfStrata(file: Uint8Array, rows: readonly FrameRow[]): ReadonlyMap<string, Digest> {
  const trees = new Map<string, MerkleTree>()
  for (const [i, leaf] of leavesOf(file).entries()) {
    const { stratum } = rows[i]!
    let tree = trees.get(stratum)
    if (tree === undefined) {
      tree = merkleTree()
      trees.set(stratum, tree)
    }
    tree.add(leaf)
  }
  return new Map([...trees].map(([stratum, tree]) => [stratum, tree.root()]))
}
