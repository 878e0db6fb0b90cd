import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sha256Hex } from '../../../src/core/hash.ts'
import type { Digest, EntryNumber } from '../../../src/core/ids.ts'
import { carried } from '../../../src/core/ledger/carried.ts'
import { checkpointText, parseCheckpoint } from '../../../src/core/ledger/checkpoint.ts'
import { type Claims, claimsIn } from '../../../src/core/ledger/claims.ts'
import { type ComparedLedger, compareLedger } from '../../../src/core/ledger/compare.ts'
import { signerKey } from '../../../src/core/ledger/keys.ts'
import { noteText } from '../../../src/core/ledger/note.ts'
import { rangeRoots } from '../../../src/core/ledger/range-roots.ts'
import { consistencyRanges, type Range } from '../../../src/core/ledger/ranges.ts'
import { sign } from '../../../src/core/ledger/sign.ts'
import { requestText } from '../../../src/core/ledger/witness-request.ts'
import { GENESIS, sealedText } from '../../../src/core/ledger.ts'

interface Sealed {
  readonly text: string
  readonly digest: Digest
}

/** A ledger of entries that did these things, one after the other. */
function chained(deeds: readonly string[]): Sealed[] {
  let previous = GENESIS
  return deeds.map((deed, i) => {
    const number = (i + 1) as EntryNumber
    const text = sealedText(
      { number, at: NOW, actor: '某', action: 'add', previous },
      `"${deed}"`,
      `["${i}"]`,
    )
    previous = sha256Hex(text)
    return { text, digest: previous }
  })
}

const NOW = '2026-02-03T04:05:06Z'
const subjectOf = (text: string) => JSON.parse(text.slice(text.indexOf('\n') + 1))[4]

function ledgerOf(entries: readonly Sealed[]): ComparedLedger {
  const leaves = entries.map(({ digest }) => digest)
  return {
    count: leaves.length,
    digestAt: number => leaves[number - 1] ?? null,
    rootsOf: ranges => rangeRoots(leaves, ranges),
    placeOf: text => {
      const place = entries.findIndex(entry => subjectOf(entry.text) === subjectOf(text))
      return place < 0 ? null : place + 1
    },
  }
}

const KEY = signerKey('区局/ssj', 'note', new Uint8Array(32))

/** What is published: a checkpoint over all entries, with proof of one of them. */
function record(entries: readonly Sealed[], number: number): string {
  const leaves = entries.map(({ digest }) => digest)
  const rootsOf = (ranges: readonly Range[]) => rangeRoots(leaves, ranges)
  const frozen = { number, digest: entries[number - 1]!.digest }
  const signed = parseCheckpoint(noteOf(leaves))!
  return JSON.stringify({ checkpoints: [carried(signed, { frozen, drawn: null }, [], rootsOf)] })
}

function noteOf(leaves: readonly Digest[]): string {
  const root = rangeRoots(leaves, [{ from: 0, to: leaves.length }])[0]!
  const text = checkpointText({ origin: '区局/ssj', size: leaves.length, root, waiting: [] })
  return noteText({ text, signatures: [sign(KEY, text, 0)] })
}

function listed(entries: readonly Sealed[]): Claims {
  return {
    origins: [],
    parts: [],
    entries: entries.map(({ text, digest }, i) => ({ number: i + 1, digest, text })),
  }
}

/** A ledger, and what somebody made of it: one entry cut out, put in, or changed, or all from one on cut off. */
const attacked = fc
  .tuple(fc.integer({ min: 1, max: 14 }), fc.nat(), fc.constantFrom('cut', 'out', 'in', 'changed'))
  .map(([count, place, how]) => {
    const deeds = Array.from({ length: count }, (_, i) => `deed ${i}`)
    const at = place % count
    const after = {
      cut: deeds.slice(0, at),
      out: deeds.toSpliced(at, 1),
      in: deeds.toSpliced(at, 0, 'strange'),
      changed: deeds.with(at, 'strange'),
    }[how]
    const wanted = { cut: 'missing', out: 'missing', in: 'new', changed: 'changed' }[how]
    return { before: chained(deeds), after: chained(after), first: at + 1, wanted, how }
  })

describe('a ledger that was cut, or written anew with every digest', () => {
  it('is found by a published list, which names the first entry and what became of it', () => {
    fc.assert(
      fc.property(attacked, ({ before, after, first, wanted }) => {
        expect(compareLedger(listed(before), ledgerOf(before))).toEqual({
          kind: 'same',
          shown: before.length,
        })
        const found = compareLedger(listed(before), ledgerOf(after))
        const isLast = first === before.length
        expect(found).toMatchObject({ kind: 'other', from: first })
        expect(found).toMatchObject({ how: isLast && wanted === 'missing' ? 'missing' : wanted, to: first })
      }),
    )
  })

  it('is found by a record with a checkpoint, which names between which entries the first lies', () => {
    fc.assert(
      fc.property(attacked, fc.nat(), ({ before, after, first }, place) => {
        const claims = claimsIn(record(before, 1 + (place % before.length)))
        expect(claims.parts.length).toBeGreaterThan(0)
        expect(compareLedger(claims, ledgerOf(before))).toEqual({ kind: 'same', shown: before.length })
        const found = compareLedger(claims, ledgerOf(after))
        if (found.kind === 'same') throw new Error('not found')
        expect(first).toBeGreaterThanOrEqual(found.from)
        expect(first).toBeLessThanOrEqual(found.to)
      }),
      { numRuns: 60 },
    )
  })

  it('grows without being other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.nat(), fc.nat({ max: 5 }), (count, place, more) => {
        const deeds = Array.from({ length: count + more }, (_, i) => `deed ${i}`)
        const claims = claimsIn(record(chained(deeds.slice(0, count)), 1 + (place % count)))
        expect(compareLedger(claims, ledgerOf(chained(deeds)))).toEqual({ kind: 'same', shown: count })
      }),
      { numRuns: 30 },
    )
  })
})

describe('a published file', () => {
  const entries = chained(['a', 'b', 'c', 'd', 'e'])
  const leaves = entries.map(({ digest }) => digest)
  const note = noteOf(leaves)

  it('of any kind tells what it claims', () => {
    const [, , third] = entries
    const digest = third!.digest
    const claimed = { entries: [{ number: 3, digest, text: null }], parts: [], origins: [] }
    expect(claimsIn(JSON.stringify({ frozen: { entry: 3, ledger: digest } }))).toEqual(claimed)
    for (const said of [
      `台账第 3 条，摘要 ${digest}`,
      `ledger entry 3, digest ${digest}`,
      `<td>第 3 条，摘要 ${digest}</td>`,
    ])
      expect(claimsIn(said), said).toEqual(claimed)
    const [, , root] = note.split('\n')
    expect(claimsIn(note).parts).toMatchObject([{ from: 0, to: 5 }])
    for (const said of [`检查点：区局/ssj，5 条，${root}`, `检查点,"区局/ssj，5 条，${root}"`])
      expect(claimsIn(said), said).toMatchObject({ origins: ['区局/ssj'], parts: [{ from: 0, to: 5 }] })
    const proof = rangeRoots(leaves, consistencyRanges(3, 5)) as Digest[]
    const checkpoint = { origin: '区局/ssj', size: 5, root: leaves[0]!, waiting: [] }
    const asked = requestText({
      old: 3,
      proof,
      checkpoint,
      note: { text: `${note.split('\n\n')[0]}\n`, signatures: [sign(KEY, '', 0)] },
    })
    expect(claimsIn(asked).parts).toHaveLength(1 + proof.length)
  })

  it('that is broken claims less, and breaks nothing', () => {
    const whole = record(entries, 3)
    fc.assert(
      fc.property(fc.nat({ max: whole.length }), fc.string({ maxLength: 4 }), (at, text) => {
        const claims = claimsIn(whole.slice(0, at) + text + whole.slice(at + 1))
        expect(compareLedger(claims, ledgerOf(entries)).kind).toMatch(/same|other/)
      }),
    )
    for (const text of [
      '',
      '{}',
      '[]',
      '{"frozen":{"entry":-1,"ledger":"x"},"checkpoints":[{}, null, {"note":1}]}',
    ])
      expect(claimsIn(text), text).toEqual({ entries: [], parts: [], origins: [] })
  })
})
