import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkpointText, parseCheckpoint } from '../../../src/core/ledger/checkpoint.ts'
import {
  parseSignerKey,
  parseVerifierKey,
  signerKey,
  signerKeyText,
  verifierKeyText,
} from '../../../src/core/ledger/keys.ts'
import { noteText, parseNote } from '../../../src/core/ledger/note.ts'
import { sign, signedBy } from '../../../src/core/ledger/sign.ts'
import { parseRequest, requestText } from '../../../src/core/ledger/witness-request.ts'

/** The example of C2SP signed-note, “Verifier keys”. */
const VKEY = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'
const NOTE = `This is an example message.

— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
`

/** The example of C2SP tlog-cosignature: a checkpoint with the line of a witness. */
const COSIGNED = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
`

/** The body of C2SP tlog-witness, “add-checkpoint”. */
const REQUEST = `old 20852014
PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
/6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

${COSIGNED}`

const secrets = fc.uint8Array({ minLength: 32, maxLength: 32 })
const uses = fc.constantFrom('note', 'cosignature')
const names = fc.stringMatching(/^[a-z0-9./区市监局]{1,20}$/)
const times = fc.nat({ max: 2 ** 31 })

describe('the examples of C2SP', () => {
  const key = parseVerifierKey(VKEY)!

  it('a note verifies with its key, and not when a character of it is another', () => {
    expect(signedBy(parseNote(NOTE)!, key)).toEqual({ kind: 'holds', at: null })
    expect(signedBy(parseNote(NOTE.replace('message', 'massage'))!, key)).toEqual({ kind: 'fails' })
    expect(verifierKeyText(key)).toBe(VKEY)
    for (let at = 0; at < VKEY.length; at++) {
      const other = VKEY.slice(0, at) + (VKEY[at] === 'A' ? 'B' : 'A') + VKEY.slice(at + 1)
      expect(parseVerifierKey(other), other).toBeNull()
    }
  })

  it('no single change of a note verifies', () => {
    fc.assert(
      fc.property(fc.nat({ max: NOTE.length - 1 }), fc.constantFrom(...'aA0 =\n—+'), (at, character) => {
        fc.pre(NOTE[at] !== character)
        const note = parseNote(NOTE.slice(0, at) + character + NOTE.slice(at + 1))
        expect(note === null ? 'no note' : signedBy(note, key).kind).not.toBe('holds')
      }),
    )
  })

  it('a checkpoint and a request are read as they are written', () => {
    const { note, checkpoint } = parseCheckpoint(COSIGNED)!
    expect(checkpoint).toEqual({
      origin: 'example.com/behind-the-sofa',
      size: 20852163,
      root: '0ac5186a91863e8e1d90c808014aa89bf5da8e3ee1d9f07630f0378f68f1ab62',
      waiting: [],
    })
    expect(checkpointText(checkpoint) === note.text && noteText(note) === COSIGNED).toBe(true)
    expect(note.signatures.map(({ name, id }) => [name, id])).toEqual([
      ['example.com/behind-the-sofa', '033de0ae'],
      ['witness.example.com/w1', '8d66cf3f'],
    ])
    const request = parseRequest(REQUEST)!
    expect([request.old, request.proof.length, requestText(request)]).toEqual([20852014, 4, REQUEST])
    expect(parseRequest(COSIGNED)).toMatchObject({ old: 0, proof: [], checkpoint })
  })
})

describe('a key', () => {
  it('is read back from its file and from its line', () => {
    fc.assert(
      fc.property(names, uses, secrets, (name, use, secret) => {
        const key = signerKey(name, use, secret)
        expect(parseSignerKey(signerKeyText(key))).toEqual(key)
        expect(parseVerifierKey(verifierKeyText(key.verifier))).toEqual(key.verifier)
      }),
      { numRuns: 30 },
    )
  })

  it('signs so that its line holds below every text, and no other key’s does', () => {
    fc.assert(
      fc.property(names, uses, secrets, times, fc.string(), (name, use, secret, seconds, line) => {
        const key = signerKey(name, use, secret)
        const text = `${line}\n`
        const note = { text, signatures: [sign(key, text, seconds)] }
        const at = use === 'note' ? null : seconds
        expect(signedBy(note, key.verifier)).toEqual({ kind: 'holds', at })
        const other = signerKey(
          name,
          use,
          secret.map(byte => byte ^ 1),
        )
        expect(signedBy(note, other.verifier)).toEqual({ kind: 'absent' })
        const forged = { ...other.verifier, id: key.verifier.id }
        expect(signedBy(note, forged)).toEqual({ kind: 'fails' })
      }),
      { numRuns: 30 },
    )
  })
})

it.each([
  ['', 'nothing'],
  ['a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n', 'no signature'],
  [COSIGNED.replace('20852163', '020852163'), 'a leading nought'],
  [COSIGNED.replace('20852163', '-1'), 'less than nothing'],
  [COSIGNED.replace('20852163', '0'), 'nothing with a hash'],
  [COSIGNED.replace('20852163', '9007199254740993'), 'more than can be counted'],
  [COSIGNED.replace('q2I=\n', 'q2J=\n'), 'a hash in another spelling'],
  [COSIGNED.replace('q2I=\n', 'q2I\n'), 'a hash cut short'],
  [COSIGNED.replaceAll('\n', '\r\n'), 'other line ends'],
  [COSIGNED.slice(0, -1), 'the last line open'],
  [COSIGNED.replace('— w', '- w'), 'a hyphen for the dash'],
  [NOTE, 'a note that is none'],
])('%j is no checkpoint: %s', text => {
  expect(parseCheckpoint(text)).toBeNull()
})
