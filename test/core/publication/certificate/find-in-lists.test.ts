import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inclusionProver, merkleTree } from '../../../../src/core/draw/folder/merkle.ts'
import { neighbourProver } from '../../../../src/core/draw/folder/neighbours.ts'
import type { TargetId } from '../../../../src/core/ids.ts'
import { findInLists } from '../../../../src/core/publication/certificate/find-in-lists.ts'
import { finder } from '../../../../src/core/publication/certificate/finding.ts'
import { openLists } from '../../../../src/core/publication/certificate/open-lists.ts'
import { openDraw } from '../../../../src/core/publication/certificate/opened-draw.ts'
import { streamedProof } from '../../../../src/core/publication/certificate/streamed-proof.ts'
import { asLarge, type Files, vector, vectorOfSecond } from '../../draw/folders.ts'

describe('findInLists', () => {
  it.each<[string, Files, number]>([
    ['the first law', vector('small'), 1],
    ['the first law, two thousand targets', vector('medium'), 40],
    ['the second law', vectorOfSecond('small'), 1],
    ['the second law, two thousand targets', vectorOfSecond('medium'), 40],
  ])('finds of lists that pass what is found of lists at hand, under %s', (_, files, step) => {
    const draw = openDraw(files)!
    const held = finder(draw)
    const streamed = findInLists(openLists(asLarge(files, 777))!)
    const among = [...draw.frame, ...draw.exclusions!].filter((_, i) => i % step === 0)
    const last = draw.frame.at(-1)!.target
    for (const target of [...among.map(row => row.target), last, '0', '9', 'A1', 'Z'])
      expect(streamed(target as TargetId, true), target).toEqual(held(target as TargetId, true))
  })

  it('tells nothing of exclusions that the folder does not show', () => {
    const files = new Map(vectorOfSecond('small'))
    files.delete('exclusions.csv')
    expect(findInLists(openLists(files)!)('Z' as TargetId, false)).toEqual(
      finder(openDraw(files)!)('Z' as TargetId, false),
    )
  })
})

describe('streamedProof', () => {
  it('gives the paths and the neighbours of trees at hand, whatever their size', () => {
    const place = fc
      .integer({ min: 1, max: 70 })
      .chain(size =>
        fc.tuple(fc.constant(size), fc.integer({ min: 0, max: size - 1 }), fc.integer({ min: 1, max: 2 })),
      )
    fc.assert(
      fc.property(place, ([size, from, count]) => {
        const leaves = Array.from({ length: size }, (_, i) => new TextEncoder().encode(`line ${i}`))
        const to = Math.min(size, from + count)
        const [one, two] = [streamedProof(size, from, from + 1), streamedProof(size, from, to)]
        const tree = merkleTree()
        for (const leaf of leaves) {
          for (const taker of [one, two]) taker.add(leaf, 0, leaf.length)
          tree.add(leaf)
        }
        expect(one.path()).toEqual(inclusionProver(leaves)(from))
        expect(two.beside()).toEqual(neighbourProver(leaves)(from, to))
        expect(two.lines()).toEqual(leaves.slice(from, to).map(leaf => new TextDecoder().decode(leaf)))
      }),
    )
  })
})
