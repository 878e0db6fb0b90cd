import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Digest } from '../../../src/core/ids.ts'
import { checkpointText } from '../../../src/core/ledger/checkpoint.ts'
import { signerKey } from '../../../src/core/ledger/keys.ts'
import { noteText } from '../../../src/core/ledger/note.ts'
import { rangeRoots } from '../../../src/core/ledger/range-roots.ts'
import { consistencyRanges } from '../../../src/core/ledger/ranges.ts'
import { sign } from '../../../src/core/ledger/sign.ts'
import {
  newWitness,
  parseState,
  stateText,
  type WitnessState,
  witness,
} from '../../../src/core/ledger/witness.ts'
import { parseRequest, requestText, type WitnessRequest } from '../../../src/core/ledger/witness-request.ts'
import { lawOfMany } from '../../helpers/law-of-many.ts'

const LOG = signerKey('区局/ssj', 'note', new Uint8Array(32))
const OTHER = signerKey('区局/ssj', 'note', new Uint8Array(32).fill(1))

const digest = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map(bytes => Buffer.from(bytes).toString('hex') as Digest)
const ledger = fc.array(digest, { minLength: 1, maxLength: 20 })

/** What an office hands to its witness. */
function request(leaves: readonly Digest[], old: number, key = LOG, origin = '区局/ssj'): WitnessRequest {
  const size = leaves.length
  const [root, ...proof] = rangeRoots(leaves, [
    { from: 0, to: size },
    ...consistencyRanges(Math.min(old, size), size),
  ])
  const text = checkpointText({ origin, size, root: root!, waiting: [] })
  const note = { text, signatures: [sign(key, text, 0)] }
  const asked = requestText({
    old,
    proof: proof as Digest[],
    note,
    checkpoint: { origin, size, root: root!, waiting: [] },
  })
  return parseRequest(asked)!
}

/** The state after a signature; anything but one fails. */
function signedState(state: WitnessState, asked: WitnessRequest): WitnessState {
  const answer = witness(state, asked)
  if (answer.kind !== 'signs') throw new Error(answer.kind)
  expect(answer.text).toBe(asked.note.text)
  return parseState(stateText(answer.state))!
}

describe('a witness', () => {
  const fresh = newWitness(LOG.verifier)

  it('keeps three lines', () => {
    expect(stateText(fresh).split('\n')).toEqual([
      expect.stringContaining('区局/ssj+'),
      '0',
      '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
      '',
    ])
    for (const text of [
      '',
      'x\n0\n',
      stateText(fresh).replace('\n0\n', '\n-1\n'),
      `${stateText(fresh)}more\n`,
    ])
      expect(parseState(text), text).toBeNull()
  })

  lawOfMany('signs every ledger as it grows, and the same state again', 6, part => {
    fc.assert(
      fc.property(ledger, fc.array(fc.nat({ max: 20 }), { maxLength: 4 }), (leaves, stops) => {
        let state = fresh
        for (const stop of [...stops]
          .sort((a, b) => a - b)
          .filter(stop => stop > 0 && stop <= leaves.length)) {
          state = signedState(state, request(leaves.slice(0, stop), state.size))
          expect(signedState(state, request(leaves.slice(0, stop), 0))).toEqual(state)
        }
      }),
      { numRuns: 60 / part },
    )
  })

  lawOfMany('signs no ledger that was cut, written anew, or went another way', 6, part => {
    fc.assert(
      fc.property(ledger, digest, fc.nat(), fc.nat(), (leaves, strange, a, b) => {
        const state = signedState(fresh, request(leaves, 0))
        const place = a % leaves.length
        const cut = leaves.slice(0, place)
        if (cut.length > 0)
          expect(witness(state, request(cut, state.size))).toEqual({ kind: 'behind', found: cut.length })
        const anew = leaves.with(place, strange)
        expect(witness(state, request(anew, state.size)).kind).toBe('departs')
        const grown = [...anew, ...leaves.slice(0, 1 + (b % 3))]
        expect(witness(state, request(grown, state.size)).kind).toBe('departs')
        const [one, two] = [
          [...leaves, strange],
          [...leaves, leaves[0]!],
        ]
        const then = signedState(state, request(one, state.size))
        expect(witness(then, request(two, state.size)).kind).toBe('departs')
      }),
      { numRuns: 60 / part },
    )
  })

  it('names another ledger, another key, and a proof from elsewhere', () => {
    fc.assert(
      fc.property(ledger, digest, (leaves, more) => {
        const state = signedState(fresh, request(leaves, 0))
        const grown = [...leaves, more, more]
        expect(witness(state, request(grown, 0))).toEqual({ kind: 'other-start', asked: 0 })
        expect(witness(state, request(grown, leaves.length + 1)).kind).toBe('other-start')
        expect(witness(state, request(grown, leaves.length, OTHER))).toEqual({
          kind: 'unsigned',
          how: 'absent',
        })
        expect(witness(state, request(grown, leaves.length, LOG, '邻区/ssj'))).toEqual({
          kind: 'other-log',
          found: '邻区/ssj',
        })
        const asked = request(grown, leaves.length)
        const bytes = asked.note.signatures[0]!.bytes.map(byte => byte ^ 1)
        const signatures = [{ ...asked.note.signatures[0]!, bytes }]
        expect(witness(state, { ...asked, note: { ...asked.note, signatures } })).toEqual({
          kind: 'unsigned',
          how: 'fails',
        })
      }),
      { numRuns: 30 },
    )
  })

  it('reads a request whatever it holds, or says that it is none', () => {
    const whole = requestText(request(['a'.repeat(64) as Digest], 0))
    fc.assert(
      fc.property(fc.nat({ max: whole.length }), fc.string({ maxLength: 3 }), (at, text) => {
        const read = parseRequest(whole.slice(0, at) + text + whole.slice(at))
        if (read !== null) expect(noteText(read.note).length).toBeGreaterThan(0)
      }),
    )
  })
})
