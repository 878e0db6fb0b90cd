import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Digest } from '../../../src/core/ids.ts'
import { checkpointText } from '../../../src/core/ledger/checkpoint.ts'
import { type SignerKey, signerKey, verifierKeyText } from '../../../src/core/ledger/keys.ts'
import { parsePolicy } from '../../../src/core/ledger/policy.ts'
import { quorumVerdict } from '../../../src/core/ledger/quorum.ts'
import { sign } from '../../../src/core/ledger/sign.ts'

const key = (name: string, use: 'note' | 'cosignature', byte: number) =>
  signerKey(name, use, new Uint8Array(32).fill(byte))
const vkey = ({ verifier }: SignerKey) => verifierKeyText(verifier)
const LOG = key('区局/ssj', 'note', 0)
const WITNESSES = ['纪检', '司法', '人大', '公证'].map((name, i) => key(`${name}/w`, 'cosignature', i + 1))
const NAMES = ['纪检', '司法', '人大', '公证']
const LINES = [
  '# 两家以上',
  `log ${vkey(LOG)}`,
  ...WITNESSES.map((witness, i) => `witness ${NAMES[i]} ${vkey(witness)} https://example.com/`),
]

const policyOf = (...lines: readonly string[]) => {
  const read = parsePolicy(`${[...LINES, ...lines].join('\n')}\n`)
  if (read.kind === 'flawed') throw new Error(read.flaw.problem)
  return read.policy
}

const CHECKPOINT = { origin: '区局/ssj', size: 3, root: 'a'.repeat(64) as Digest, waiting: [] }
const TEXT = checkpointText(CHECKPOINT)

function signedWith(...keys: readonly SignerKey[]) {
  return {
    checkpoint: CHECKPOINT,
    note: { text: TEXT, signatures: keys.map(one => sign(one, TEXT, 1_700_000_000)) },
  }
}

describe('a quorum', () => {
  it('is met by as many witnesses as it asks for, in groups of groups', () => {
    const some = fc.subarray([0, 1, 2, 3])
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 3 }), (signing, least) => {
        const policy = policyOf(
          `group outside ${least} 纪检 司法 人大`,
          '\tgroup  both all outside 公证',
          'quorum both',
        )
        const verdict = quorumVerdict(policy, signedWith(LOG, ...signing.map(i => WITNESSES[i]!)))
        const isMet = signing.filter(i => i < 3).length >= least && signing.includes(3)
        expect(verdict.kind).toBe(isMet ? 'met' : 'too-few')
        expect(verdict).toMatchObject({ cosigned: signing.map(i => ({ name: NAMES[i], at: 1_700_000_000 })) })
      }),
      { numRuns: 40 },
    )
  })

  it('is none of anybody where the policy says so, but the ledger’s own signature is asked for', () => {
    const policy = policyOf('quorum none')
    expect(quorumVerdict(policy, signedWith(LOG))).toEqual({ kind: 'met', log: '区局/ssj', cosigned: [] })
    expect(quorumVerdict(policy, signedWith(...WITNESSES))).toMatchObject({ kind: 'unsigned', how: 'absent' })
    const other = key('区局/ssj', 'note', 9)
    expect(quorumVerdict(policy, signedWith(other))).toMatchObject({ kind: 'unsigned', how: 'absent' })
  })

  it('counts no line of an unknown key, and believes no note with a false line of a known one', () => {
    const policy = policyOf('quorum 纪检')
    const stranger = key('纪检/w', 'cosignature', 77)
    expect(quorumVerdict(policy, signedWith(LOG, stranger))).toMatchObject({
      kind: 'too-few',
      missing: NAMES,
    })
    const good = signedWith(LOG, WITNESSES[0]!, WITNESSES[1]!)
    const [own, first, second] = good.note.signatures
    const forged = { ...second!, bytes: second!.bytes.with(70, second!.bytes[70]! ^ 1) }
    const note = { ...good.note, signatures: [own!, first!, forged] }
    expect(quorumVerdict(policy, { ...good, note })).toEqual({ kind: 'cosignature-fails', name: '司法' })
    const elsewhere = { ...good, checkpoint: { ...CHECKPOINT, origin: '邻区/ssj' } }
    expect(quorumVerdict(policy, elsewhere)).toEqual({ kind: 'unknown-log', found: '邻区/ssj' })
  })
})

describe('a policy', () => {
  const first = LINES.length + 1
  it.each([
    ['quorum all', first, 'name-unknown'],
    ['quorum', first, 'line'],
    ['quora none', first, 'line'],
    ['group g 2 纪检', first, 'threshold'],
    ['group g 0 纪检', first, 'threshold'],
    ['group g any', first, 'line'],
    ['group g any 财政', first, 'name-unknown'],
    ['group g any 纪检 纪检', first, 'member-twice'],
    ['group 纪检 any 司法', first, 'name-taken'],
    ['group none any 司法', first, 'name-taken'],
    [`witness 某 ${vkey(LOG)}`, first, 'witness-key'],
    [`witness 某 ${vkey(key('x/w', 'cosignature', 1))}`, first, 'key-twice'],
    [`log ${vkey(WITNESSES[0]!)}`, first, 'log-key'],
    [`log ${vkey(LOG)}`, first, 'key-twice'],
    ['quorum none\nquorum none', first + 1, 'quorum-twice'],
    ['# x\ry', first, 'characters'],
    ['', 0, 'no-quorum'],
  ])('with “%s” is flawed in line %i', (lines, line, problem) => {
    expect(parsePolicy(`${LINES.join('\n')}\n${lines}\n`)).toEqual({
      kind: 'flawed',
      flaw: { line, problem },
    })
  })

  it('without a ledger would hold of anything', () => {
    expect(parsePolicy('quorum none\n')).toEqual({ kind: 'flawed', flaw: { line: 0, problem: 'no-log' } })
  })
})
