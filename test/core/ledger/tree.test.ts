import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isIncluded } from '../../../src/core/draw/folder/merkle.ts'
import { bytesOfHex } from '../../../src/core/hex.ts'
import type { Digest } from '../../../src/core/ids.ts'
import { EMPTY_ROOT, isConsistent } from '../../../src/core/ledger/consistency.ts'
import { rangeRoots } from '../../../src/core/ledger/range-roots.ts'
import { consistencyRanges, inclusionRanges, type Range } from '../../../src/core/ledger/ranges.ts'

/** The definition of RFC 6962, section 2.1, word by word, with Node's SHA-256. */
function hashOf(leaves: readonly Digest[]): Digest {
  const h = (...parts: (Uint8Array | string)[]) => {
    const hash = createHash('sha256')
    for (const part of parts) hash.update(typeof part === 'string' ? Buffer.from(part, 'hex') : part)
    return hash.digest('hex') as Digest
  }
  if (leaves.length === 0) return h()
  if (leaves.length === 1) return h(Uint8Array.of(0), leaves[0]!)
  const k = 2 ** Math.floor(Math.log2(leaves.length - 1))
  return h(Uint8Array.of(1), hashOf(leaves.slice(0, k)), hashOf(leaves.slice(k)))
}

const digest = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map(bytes => Buffer.from(bytes).toString('hex') as Digest)
const ledger = fc.array(digest, { minLength: 1, maxLength: 70 })
const within = (leaves: readonly Digest[]) => fc.nat({ max: leaves.length })

function headOf(leaves: readonly Digest[], size: number) {
  return { size, root: rangeRoots(leaves, [{ from: 0, to: size }])[0]! }
}

function proofOf(leaves: readonly Digest[], ranges: readonly Range[]): Digest[] {
  return rangeRoots(leaves, ranges).map(root => root!)
}

/** Another digest in one place, by one bit. */
function changed<T extends Digest>(list: readonly T[], at: number): T[] {
  const bytes = bytesOfHex(list[at]!)
  bytes[at % 32]! ^= 1 << (at % 8)
  return list.with(at, Buffer.from(bytes).toString('hex') as T)
}

describe('the tree over a ledger', () => {
  it('has the hashes of RFC 6962, for every part, in one pass', () => {
    const parts = fc.uniqueArray(fc.tuple(fc.nat({ max: 40 }), fc.nat({ max: 40 })), { maxLength: 12 })
    fc.assert(
      fc.property(fc.array(digest, { maxLength: 40 }), parts, (leaves, pairs) => {
        const ranges = pairs.map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }))
        const expected = ranges.map(({ from, to }) =>
          to > leaves.length ? null : hashOf(leaves.slice(from, to)),
        )
        expect(rangeRoots(leaves, ranges)).toEqual(expected)
      }),
    )
    expect(rangeRoots([], [{ from: 0, to: 0 }])).toEqual([EMPTY_ROOT])
  })

  it('proves every entry, and no other in its place', () => {
    fc.assert(
      fc.property(ledger, fc.nat(), fc.nat(), (leaves, a, b) => {
        const [index, other] = [a % leaves.length, b % leaves.length]
        const { size, root } = headOf(leaves, leaves.length)
        const proof = proofOf(leaves, inclusionRanges(index, size))
        const holds = (leaf: Digest, at: number, path = proof) =>
          isIncluded({ leaf: bytesOfHex(leaf), index: at, size, proof: path, root })
        expect(holds(leaves[index]!, index)).toBe(true)
        expect(holds(changed(leaves, index)[index]!, index)).toBe(false)
        if (other !== index) expect(holds(leaves[index]!, other)).toBe(false)
        if (proof.length > 0)
          expect(holds(leaves[index]!, index, changed(proof, b % proof.length))).toBe(false)
      }),
    )
  })

  it('of 1 000 ledgers every earlier state is proven, and single changes fail', () => {
    const states = ledger.chain(leaves =>
      fc.tuple(fc.constant(leaves), within(leaves), within(leaves), fc.nat()),
    )
    fc.assert(
      fc.property(states, ([leaves, a, b, place]) => {
        const [old, now] = [headOf(leaves, Math.min(a, b)), headOf(leaves, Math.max(a, b))]
        const proof = proofOf(leaves, consistencyRanges(old.size, now.size))
        expect(isConsistent(old, now, proof)).toBe(true)
        expect(isConsistent(now, old, proof)).toBe(a === b)
        expect(isConsistent(old, now, [...proof, now.root])).toBe(false)
        if (proof.length > 0) {
          expect(isConsistent(old, now, proof.slice(1))).toBe(false)
          expect(isConsistent(old, now, changed(proof, place % proof.length))).toBe(false)
        }
        if (old.size === 0) return
        // An entry of the past rewritten, before or after the old state.
        const rewritten = headOf(changed(leaves, place % now.size), now.size)
        expect(isConsistent(old, rewritten, proof)).toBe(false)
        const forged = proofOf(changed(leaves, place % old.size), consistencyRanges(old.size, now.size))
        const beneath = headOf(changed(leaves, place % old.size), now.size)
        expect(isConsistent(old, beneath, forged)).toBe(false)
        // One entry cut from the past.
        const cut = leaves.toSpliced(place % old.size, 1)
        if (now.size < leaves.length)
          expect(
            isConsistent(old, headOf(cut, now.size), proofOf(cut, consistencyRanges(old.size, now.size))),
          ).toBe(leaves.slice(0, old.size).join() === cut.slice(0, old.size).join())
      }),
      { numRuns: 1000 },
    )
  })

  it('has proofs no longer than twice the bits of its size', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000 }), fc.integer({ min: 1, max: 1_000_000 }), (a, size) => {
        const old = a % (size + 1)
        const bits = Math.ceil(Math.log2(size))
        expect(inclusionRanges(old % size, size).length).toBeLessThanOrEqual(bits)
        expect(consistencyRanges(old, size).length).toBeLessThanOrEqual(bits + 1)
      }),
    )
  })
})
