import fc from 'fast-check'
import { expect } from 'vitest'
import {
  BLOCK_LEAVES,
  neighboursInBlocks,
  proofInBlocks,
  rootOfBlocks,
} from '../../../../src/core/draw/folder/block-proofs.ts'
import { inclusionProver, merkleTree } from '../../../../src/core/draw/folder/merkle.ts'
import { neighbourProver } from '../../../../src/core/draw/folder/neighbours.ts'
import { lawOfMany } from '../../../helpers/law-of-many.ts'

const leaf = (i: number) => new TextEncoder().encode(`line ${i}`)

lawOfMany('a root and proofs out of blocks are those of the whole tree', 10, part => {
  const sizes = fc.constantFrom(
    1,
    2,
    5,
    BLOCK_LEAVES - 1,
    BLOCK_LEAVES,
    BLOCK_LEAVES + 1,
    3 * BLOCK_LEAVES + 7,
    ...(part === 1 ? [5 * BLOCK_LEAVES] : []),
  )
  const known = new Map<number, ReturnType<typeof treeOf>>()
  fc.assert(
    fc.property(sizes, fc.nat(), (size, place) => {
      const tree = known.get(size) ?? treeOf(size)
      known.set(size, tree)
      const index = place % size
      const { all, whole, blocks, include, neighbour } = tree
      expect(rootOfBlocks(blocks)).toBe(whole)
      const fetched = (...which: number[]) =>
        new Map(which.map(block => [block, all.slice(block * BLOCK_LEAVES, (block + 1) * BLOCK_LEAVES)]))
      const block = Math.floor(index / BLOCK_LEAVES)
      expect(proofInBlocks({ size, blocks, leaves: fetched(block) }, index)).toEqual(include(index))
      const [from, to] = [Math.max(0, index - 1), Math.min(size, index + 1)]
      const leaves = fetched(Math.floor(from / BLOCK_LEAVES), Math.floor((to - 1) / BLOCK_LEAVES))
      expect(neighboursInBlocks({ size, blocks, leaves }, from, to)).toEqual(neighbour(from, to))
    }),
    {
      numRuns: 100 / part,
      examples: [
        [3 * BLOCK_LEAVES + 7, BLOCK_LEAVES],
        [BLOCK_LEAVES + 1, BLOCK_LEAVES],
      ],
    },
  )
})

function treeOf(size: number) {
  const all = Array.from({ length: size }, (_, i) => leaf(i))
  const tree = merkleTree()
  for (const one of all) tree.add(one)
  const blocks = Array.from({ length: Math.ceil(size / BLOCK_LEAVES) }, (_, b) => {
    const own = merkleTree()
    for (const one of all.slice(b * BLOCK_LEAVES, (b + 1) * BLOCK_LEAVES)) own.add(one)
    return own.root()
  })
  return { all, whole: tree.root(), blocks, include: inclusionProver(all), neighbour: neighbourProver(all) }
}
