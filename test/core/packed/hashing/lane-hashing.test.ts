import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rowHashing } from '../../../../src/commands/row-hashing.ts'
import { merkleTree } from '../../../../src/core/draw/folder/merkle.ts'
import { ticketOf } from '../../../../src/core/draw/selection.ts'
import { sha256Hex } from '../../../../src/core/hash.ts'
import { hexOfWords } from '../../../../src/core/hex.ts'
import type { Digest } from '../../../../src/core/ids.ts'
import { PLAIN_HASHING } from '../../../../src/core/packed/hashing/plain-hashing.ts'
import type { TextsIn } from '../../../../src/core/packed/hashing/row-hashing.ts'
import type { Desk } from '../../../../src/terminal/desk.ts'
import { lawOfMany } from '../../../helpers/law-of-many.ts'

const lanes = rowHashing({ world: { env: {} } } as Desk)

/** Texts of all lengths around the ends of blocks, and some that are too long for four at a time. */
const LENGTH = fc.oneof(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 4100 }))
const TEXTS = fc
  .array(LENGTH, { minLength: 1, maxLength: 40 })
  .map(lengths => lengths.map((length, i) => Uint8Array.from({ length }, (_, k) => 17 * i + 31 * k)))

/** The texts one after the other, a byte between two, behind some others. */
function laid(texts: readonly Uint8Array[]): TextsIn {
  const bytes = new Uint8Array(texts.reduce((sum, { length }) => sum + length + 1, 5))
  const bounds = new Uint32Array(2 * texts.length)
  let at = 5
  for (const [i, text] of texts.entries()) {
    bytes.set(text, at)
    bounds.set([at, at + text.length], 2 * i)
    at += text.length + 1
  }
  return { bytes, bounds, count: texts.length }
}

describe.each([
  ['plain', PLAIN_HASHING],
  ['four at a time', lanes],
])('rows hashed %s', (_, hashing) => {
  lawOfMany('have the root of the tree of RFC 6962', 6, part => {
    fc.assert(
      fc.property(TEXTS, texts => {
        const tree = merkleTree()
        for (const text of texts) tree.add(text)
        expect(hexOfWords(hashing.root(laid(texts)))).toBe(tree.root())
      }),
      { numRuns: 60 / part },
    )
  })

  lawOfMany('have the first word of their tickets', 6, part => {
    const key = sha256Hex('key')
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', maxLength: 70 }), { minLength: 1, maxLength: 9 }),
        ids => {
          const heads = new Uint32Array(ids.length)
          hashing.heads(key, laid(ids.map(id => new TextEncoder().encode(id))), heads)
          expect([...heads]).toEqual(
            ids.map(id => Number.parseInt(ticketOf(key as Digest, id).slice(0, 8), 16)),
          )
        },
      ),
      { numRuns: 60 / part },
    )
  })

  lawOfMany('have the digest of a file, wherever its pieces begin', 6, part => {
    fc.assert(
      fc.property(TEXTS, texts => {
        const digest = hashing.digest()
        for (const text of texts) digest.update(text)
        expect(digest.hex()).toBe(sha256Hex(Buffer.concat(texts)))
      }),
      { numRuns: 60 / part },
    )
  })
})

it('4096 rows, and a file of more than there is room for at once', () => {
  const texts = Array.from({ length: 4096 }, (_, i) => new TextEncoder().encode(`a,${i},b,某所`))
  expect(lanes.root(laid(texts))).toEqual(PLAIN_HASHING.root(laid(texts)))
  const large = new Uint8Array(3_000_001).fill(7)
  expect(lanes.digest().update(large).update('终').hex()).toBe(
    sha256Hex(Buffer.concat([large, Buffer.from('终')])),
  )
})
