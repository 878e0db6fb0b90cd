import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  inclusionProver,
  isIncluded,
  merkleTree,
  rootOfLines,
} from '../../../../src/core/draw/folder/merkle.ts'
import { sha256Hex } from '../../../../src/core/hash.ts'
import { bytesOfHex } from '../../../../src/core/hex.ts'
import type { Digest } from '../../../../src/core/ids.ts'

const RFC_6962_LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
]

const leaves = fc.array(fc.uint8Array({ maxLength: 70 }), { maxLength: 70 })

test.each([
  [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
  [2, 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
  [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
])('merkleTree gives the published root of %i leaves', (n, root) => {
  expect(rootOf(RFC_6962_LEAVES.slice(0, n).map(bytesOfHex))).toBe(root)
})

test('merkleTree is the recursion that RFC 6962 writes down', () => {
  fc.assert(fc.property(leaves, list => rootOf(list) === recursive(list)))
})

test('isIncluded accepts the proof of every leaf', () => {
  fc.assert(
    fc.property(leaves, list => {
      const root = rootOf(list)
      const prove = inclusionProver(list)
      list.forEach((leaf, index) => {
        const proof = prove(index)
        expect(proof.length).toBeLessThanOrEqual(Math.ceil(Math.log2(list.length)))
        expect(isIncluded({ leaf, index, size: list.length, proof, root })).toBe(true)
      })
    }),
    { numRuns: 40 },
  )
})

test('isIncluded declines another leaf, index, size, root or proof', () => {
  const distinct = fc.uniqueArray(fc.integer({ min: 0, max: 1e6 }), { minLength: 2, maxLength: 40 })
  fc.assert(
    fc.property(distinct, fc.nat(), (numbers, pick) => {
      const list = numbers.map(number => new TextEncoder().encode(String(number)))
      const index = pick % list.length
      const proof = inclusionProver(list)(index)
      const good = { leaf: list[index]!, index, size: list.length, proof, root: rootOf(list) }
      const other = (index + 1) % list.length
      for (const change of [
        { leaf: list[other]! },
        { index: other },
        { index: -1 },
        { index: list.length },
        { size: 2 * list.length + 1 },
        { root: sha256Hex('') },
        { proof: proof.slice(1) },
        { proof: [...proof, sha256Hex('')] },
        { proof: [...proof.slice(0, -1), sha256Hex('')] },
      ]) {
        expect(isIncluded({ ...good, ...change })).toBe(false)
      }
    }),
  )
})

test.each(['small', 'medium'])('rootOfLines is the root that the %s commitment promises', name => {
  const folder = new URL(`../../../../fixtures/vectors/${name}/`, import.meta.url)
  const { frame } = JSON.parse(readFileSync(new URL('commitment.json', folder), 'utf8'))
  expect(rootOfLines(readFileSync(new URL('frame.csv', folder)))).toBe(frame.root)
})

test('rootOfLines of a heading alone is the root of nothing', () => {
  expect(rootOfLines(new TextEncoder().encode('stratum,target\n'))).toBe(sha256Hex(''))
  expect(rootOfLines(new Uint8Array())).toBe(sha256Hex(''))
})

function rootOf(list: readonly Uint8Array[]): Digest {
  const tree = merkleTree()
  for (const leaf of list) tree.add(leaf)
  return tree.root()
}

function recursive(list: readonly Uint8Array[]): string {
  if (list.length === 0) return sha256Hex('')
  if (list.length === 1) return sha256Hex(Uint8Array.of(0, ...list[0]!))
  let k = 1
  while (2 * k < list.length) k *= 2
  const [left, right] = [recursive(list.slice(0, k)), recursive(list.slice(k))]
  return sha256Hex(Uint8Array.of(1, ...bytesOfHex(left), ...bytesOfHex(right)))
}
