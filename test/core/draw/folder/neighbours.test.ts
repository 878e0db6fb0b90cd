import fc from 'fast-check'
import { expect, it } from 'vitest'
import { merkleTree } from '../../../../src/core/draw/folder/merkle.ts'
import { neighbourProver, rootOfNeighbours } from '../../../../src/core/draw/folder/neighbours.ts'

const leavesOf = (size: number) =>
  Array.from({ length: size }, (_, i) => new TextEncoder().encode(`leaf ${i}`))
const rootOf = (leaves: readonly Uint8Array[]) => {
  const tree = merkleTree()
  for (const leaf of leaves) tree.add(leaf)
  return tree.root()
}
const run = fc
  .integer({ min: 1, max: 70 })
  .chain(size =>
    fc.tuple(fc.constant(size), fc.integer({ min: 0, max: size - 1 }), fc.integer({ min: 1, max: 2 })),
  )
  .map(([size, index, count]) => ({ size, index, count: Math.min(count, size - index) }))

it('leads from neighbours to the root of RFC 6962, and from no other place, leaf or digest', () => {
  fc.assert(
    fc.property(run, fc.nat(), ({ size, index, count }, at) => {
      const leaves = leavesOf(size)
      const proof = neighbourProver(leaves)(index, index + count)
      const shown = { leaves: leaves.slice(index, index + count), index, size, proof }
      const root = rootOf(leaves)
      expect(rootOfNeighbours(shown)).toBe(root)
      expect(
        rootOfNeighbours({ ...shown, leaves: [leavesOf(size + 1)[size]!, ...shown.leaves.slice(1)] }),
      ).not.toBe(root)
      expect(rootOfNeighbours({ ...shown, proof: [...proof, root] })).toBeUndefined()
      if (proof.length === 0) return
      expect(rootOfNeighbours({ ...shown, proof: proof.slice(1) })).not.toBe(root)
      const other = proof.with(at % proof.length, '0'.repeat(64))
      expect(rootOfNeighbours({ ...shown, proof: other })).not.toBe(root)
    }),
  )
})

it('shows none where there is none', () => {
  for (const shown of [
    { leaves: [], index: 0, size: 3, proof: [] },
    { leaves: leavesOf(2), index: 2, size: 3, proof: [] },
    { leaves: leavesOf(1), index: -1, size: 3, proof: [] },
  ])
    expect(rootOfNeighbours(shown)).toBeUndefined()
})
