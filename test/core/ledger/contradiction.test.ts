import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Digest } from '../../../src/core/ids.ts'
import type { Claims } from '../../../src/core/ledger/claims.ts'
import { agreementOf } from '../../../src/core/ledger/contradiction.ts'
import { rangeRoots } from '../../../src/core/ledger/range-roots.ts'
import { inclusionRanges } from '../../../src/core/ledger/ranges.ts'

const digest = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map(bytes => Buffer.from(bytes).toString('hex') as Digest)
const ledger = fc.array(digest, { minLength: 1, maxLength: 30 })

/** What a record shows of the first `size` entries: their checkpoint, one entry, and its place. */
function shown(leaves: readonly Digest[], size: number, number: number): Claims {
  const ranges = [{ from: 0, to: size }, ...inclusionRanges(number - 1, size)]
  const roots = rangeRoots(leaves, ranges)
  return {
    origins: [],
    entries: [{ number, digest: leaves[number - 1]!, text: null }],
    parts: ranges.map((range, i) => ({ ...range, root: roots[i]! })),
  }
}

it('files of one ledger never contradict each other, whatever they show', () => {
  const places = fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat())
  fc.assert(
    fc.property(ledger, places, (leaves, [a, b, c, d]) => {
      const [one, two] = [1 + (a % leaves.length), 1 + (b % leaves.length)]
      const found = agreementOf(shown(leaves, one, 1 + (c % one)), shown(leaves, two, 1 + (d % two)))
      expect(found.kind).toMatch(/^(agree|nothing-common)$/)
      if (one === two) expect(found).toEqual({ kind: 'agree', shown: one })
    }),
  )
})

it('files of two ledgers that part are told from each other by an entry or a size that both show', () => {
  fc.assert(
    fc.property(ledger, digest, fc.nat(), fc.nat(), (leaves, strange, a, b) => {
      const size = leaves.length
      const place = a % size
      // With a chain every entry from the place on is another one.
      const other = leaves.map((leaf, i) => (i < place ? leaf : (`${leaf.slice(1)}${strange[0]}` as Digest)))
      fc.pre(other[place] !== leaves[place])
      const number = 1 + (b % size)
      const found = agreementOf(shown(leaves, size, number), shown(other, size, number))
      if (found.kind !== 'contradict') throw new Error(found.kind)
      expect(found.to).toBeGreaterThan(place)
    }),
  )
})

it('a checkpoint at the freezing and one after the run are shown to be of one ledger by the entry between them', () => {
  fc.assert(
    fc.property(ledger, fc.nat(), fc.nat({ max: 5 }), (leaves, a, more) => {
      const early = 1 + (a % leaves.length)
      const late = Math.min(leaves.length, early + more)
      expect(agreementOf(shown(leaves, early, early), shown(leaves, late, early))).toEqual({
        kind: 'agree',
        shown: early,
      })
    }),
  )
})
