/** @module-tag slow */

import { describe, expect, test } from 'vitest'
import { rootOfLines } from '../../../../src/core/draw/folder/merkle.ts'
import { SUMS_FILE } from '../../../../src/core/draw/folder/sums.ts'
import type { Verdict } from '../../../../src/core/draw/verify/verdict.ts'
import { sha256Hex } from '../../../../src/core/hash.ts'
import { lawOfMany } from '../../../helpers/law-of-many.ts'
import {
  agreement,
  changed,
  difference,
  type Files,
  textOf,
  vectorOfSecond,
  verified,
  verifiedWith,
} from '../folders.ts'

const SMALL = vectorOfSecond('small')
const PUBLIC = vectorOfSecond('public')
const FAILED = vectorOfSecond('failed')
const COMMITTED = vectorOfSecond('committed')
const FIXED = ['frame', 'exclusions', 'pool', 'recusals'] as const

async function verdictOf(files: Files): Promise<Exclude<Verdict, { kind: 'differs' }>> {
  const verdict = await verified(files)
  if (verdict.kind === 'differs') throw new Error(JSON.stringify(verdict.difference))
  return verdict
}

describe('the vectors of version 2', () => {
  test.each([
    ['small', 6n ** 25n * 1000n, [] as string[]],
    ['medium', 17_721_088n, ['A']],
  ] as const)('%s agrees, all parts shown', async (name, outcomes, weak) => {
    const folder = vectorOfSecond(name)
    const agrees = await agreement(folder)
    expect(agrees).toMatchObject({
      kind: 'agrees',
      spec: 'ssj-draw/2',
      digest: sha256Hex(folder.get('commitment.json')!),
      chance: { outcomes: String(outcomes), steerProof: weak.length === 0, weak },
      passedOver: [],
      notShown: [],
    })
    expect(agrees.shown).toEqual(expect.arrayContaining(['assignment', 'substitutions', 'substitutes']))
  })

  test('committed is committed', async () => {
    expect(await verdictOf(COMMITTED)).toMatchObject({
      kind: 'committed',
      state: 'announced',
      chance: { outcomes: String(6n ** 12n * 10n ** 5n), steerProof: true },
      shown: FIXED,
      notShown: [],
    })
  })

  test('failed has failed', async () => {
    expect(await verdictOf(FAILED)).toMatchObject({
      kind: 'failed',
      department: 'LS-WJT',
      chance: { outcomes: String(2n ** 256n * 6n ** 10n), steerProof: true },
      shown: ['frame', 'seed', 'exclusions', 'pool', 'recusals'],
      notShown: [],
    })
  })

  test('public agrees, without the people', async () => {
    expect(await verdictOf(PUBLIC)).toMatchObject({
      kind: 'agrees',
      shown: ['frame', 'seed', 'selection', 'substitutions'],
      notShown: ['exclusions', 'pool', 'recusals', 'assignment', 'substitutes'],
    })
  })
})

for (const name of ['small', 'public', 'failed'])
  lawOfMany(`verify finds a changed bit in every file of ${name}, and names a place`, 31, async part => {
    const folder = vectorOfSecond(name)
    const files = [...folder.keys()].sort()
    for (const file of files) {
      // A sum that does not hold blames its file, where nothing else proves what the file should be.
      const places = file === SUMS_FILE ? files : [file, SUMS_FILE]
      for (let at = 0; at < folder.get(file)!.length; at += part * (name === 'small' ? 3 : 9)) {
        const bytes = folder.get(file)!.slice()
        bytes[at]! ^= 1 << (at % 8)
        const verdict = await verifiedWith(new Map(folder).set(file, bytes), file)
        expect([file, at, verdict.kind]).toEqual([file, at, 'differs'])
        if (verdict.kind === 'differs') expect(places).toContain(verdict.difference.file)
      }
    }
  })

/** A folder whose file is forged and whose sums are made to fit. */
function forged(folder: Files, file: string, from: string | RegExp, to: string): Files {
  const text = textOf(folder, file)
  const other = text.replace(from, to)
  expect(other).not.toBe(text)
  return changed(folder, { [file]: other })
}

test.each([
  ['a value of another spelling', 'seed.txt', '=893', '=８９３', { line: 2, check: 'line' }],
  ['a value of another form', 'seed.txt', '=893', '=8930', { line: 2, check: 'seed-form' }],
  ['a die that shows 7', 'seed.txt', '=613', '=713', { line: 1, check: 'seed-form', expected: 'dice/25' }],
  ['no value', 'seed.txt', '=893', '=', { line: 2, check: 'seed-empty' }],
  ['a line too many', 'seed.txt', /$/, 'a=1\n', { check: 'line' }],
  ['a person who came in', 'substitutions.csv', 'SCJG-001', 'SCJG-002', { line: 3, check: 'line' }],
  ['an empty place', 'substitutions.csv', 'WJT-901,,', 'WJT-901,WJT-001,', { check: 'line' }],
  [
    'a stranger falling out',
    'substitutions.csv',
    'SCJG-900,SCJG',
    'SCJG-000,SCJG',
    { check: 'not-standing' },
  ],
  ['a number left out', 'substitutions.csv', /^15,/gm, '16,', { check: 'order', expected: '15' }],
  ['a lost line', 'substitutions.csv', /^15,.*LS-SCJG,2.*\n/m, '', { check: 'line' }],
  ['a reason of another kind', 'substitutions.csv', /unreachable/g, 'on-leave', { line: 8, check: 'reason' }],
  ['a reason without words', 'substitutions.csv', /recused:近亲属/g, 'recused:', { check: 'reason' }],
  ['a full-width colon', 'substitutions.csv', /recused:近亲属/g, 'recused：近亲属', { check: 'reason' }],
  ['two reasons', 'substitutions.csv', 'unreachable', 'closed', { line: 9, check: 'line' }],
  [
    'no approver',
    'substitutions.csv',
    /,PZ-01,2026-11-22T12:38/,
    ',,2026-11-22T12:38',
    { check: 'approver' },
  ],
  ['a time in UTC', 'substitutions.csv', '12:38+08:00', '12:38Z', { check: 'field', column: 'at' }],
  [
    'a time that is none',
    'substitutions.csv',
    '12:38+08:00',
    '24:00+08:00',
    { check: 'field', column: 'at' },
  ],
  ['a day that is none', 'substitutions.csv', '2026-11-22T12', '2026-11-31T12', { check: 'field' }],
] as const)('verify finds %s', async (_, file, from, to, place) => {
  expect(await difference(forged(SMALL, file, from, to))).toMatchObject({ file, ...place })
})

test.each([
  ['a seat that is none', 'LS-SCJG,1,on-leave', 'LS-SCJG,4,on-leave', 'not-standing'],
  ['a seat of another department', 'LS-SCJG,1,on-leave', 'LS-WJT,1,on-leave', 'not-standing'],
  ['a seat that the incoming target does not bring', 'LS-WJT,2,closed', 'LS-WJT,3,closed', 'line'],
  ['words of a hidden reason', ',recused,', ',recused:近亲属,', 'line'],
  ['a name among the hidden', '5,inspector,,,', '5,inspector,,SCJG-003,', 'line'],
  ['a number left out', /^15,/gm, '16,', 'order'],
  ['another target called', 'MATR121EL6,,,,"c', 'MAY4QLDUYD,,,,"c', 'line'],
] as const)('verify of a public folder finds %s', async (_, from, to, check) => {
  const found = await difference(forged(PUBLIC, 'substitutions.csv', from, to))
  expect(found).toMatchObject({ file: 'substitutions.csv', check })
})

test('verify makes hidden people again where the folder shows who could be matched', async () => {
  const mixed = changed(SMALL, { 'substitutions.csv': textOf(PUBLIC, 'substitutions.csv') })
  expect((await agreement(mixed)).notShown).toEqual(['substitutes'])
  const lost = forged(mixed, 'substitutions.csv', /^15,.*LS-SCJG,2.*\n/m, '')
  expect(await difference(lost)).toMatchObject({ file: 'substitutions.csv', check: 'line' })
})

test('verify takes a file of no substitutions for none', async () => {
  const heading = `${textOf(SMALL, 'substitutions.csv').split('\n')[0]}\n`
  await agreement(changed(SMALL, { 'substitutions.csv': heading }))
  await agreement(changed(SMALL, { 'substitutions.csv': undefined }))
})

test('verify passes over what a file manager left behind, and names it', async () => {
  const left = new Map(SMALL)
  for (const name of ['.DS_Store', 'Thumbs.db', '__MACOSX/._frame.csv', 'sheets/desktop.ini'])
    left.set(name, new Uint8Array([1]))
  expect((await agreement(left)).passedOver.toSorted()).toEqual(
    ['.DS_Store', 'Thumbs.db', '__MACOSX/._frame.csv', 'sheets/desktop.ini'].toSorted(),
  )
  for (const name of ['zz.DS_Store', 'thumbs.db.txt', 'zz/x'])
    expect((await difference(new Map(left).set(name, new Uint8Array()))).check).toBe('unlisted')
})

test('verify wants a target in the frame or among the exclusions, not in both, and no control character', async () => {
  const lines = textOf(SMALL, 'exclusions.csv').trimEnd().split('\n')
  const framed = textOf(SMALL, 'frame.csv').split('\n')[1]!.split(',')[1]!
  const twice = await difference(withExclusions([...lines.slice(1), `${framed},closed`].sort()))
  expect(twice).toMatchObject({ file: 'exclusions.csv', check: 'once', column: 'target', found: framed })
  const torn = await difference(withExclusions(lines.slice(1).map(line => `${line}\u0085`)))
  expect(torn).toMatchObject({ file: 'exclusions.csv', line: 2, check: 'field', column: 'reason' })
  const commitment = JSON.parse(textOf(SMALL, 'commitment.json'))
  commitment.exclusions.root = sha256Hex('')
  const root = changed(SMALL, { 'commitment.json': `${JSON.stringify(commitment, null, 2)}\n` })
  expect(await difference(root)).toMatchObject({ check: 'root', column: 'exclusions.root' })
})

/** The small vector with other exclusions, which the commitment states. */
function withExclusions(lines: readonly string[]): Files {
  const text = `target,reason\n${lines.map(line => `${line}\n`).join('')}`
  const commitment = JSON.parse(textOf(SMALL, 'commitment.json'))
  const root = rootOfLines(new TextEncoder().encode(text))
  commitment.exclusions = { sha256: sha256Hex(text), rows: lines.length, root }
  return changed(SMALL, {
    'exclusions.csv': text,
    'commitment.json': `${JSON.stringify(commitment, null, 2)}\n`,
  })
}

test('verify of a folder that says it failed wants that there are no teams', async () => {
  const said = { 'record.json': '{"outcome": "no-teams"}\n' }
  const without = { 'selection.csv': undefined, 'assignment.csv': undefined, 'substitutions.csv': undefined }
  expect(await difference(changed(SMALL, { ...said, ...without }))).toMatchObject({
    file: 'record.json',
    check: 'teams-exist',
  })
  expect(await difference(changed(SMALL, without))).toMatchObject({ file: 'selection.csv', check: 'absent' })
  const silent = forged(FAILED, 'record.json', '"outcome": "no-teams",', '')
  expect(await difference(silent)).toMatchObject({ file: 'selection.csv', check: 'absent' })
  const unsigned = forged(FAILED, 'record.json', 'b44679', 'b44678')
  expect(await difference(unsigned)).toMatchObject({ file: 'record.json', check: 'seed-signature-wrong' })
})

test('verify of a commitment takes what is shown, and says what is sealed', async () => {
  const alone = changed(COMMITTED, Object.fromEntries(FIXED.map(part => [`${part}.csv`, undefined])))
  expect(await verdictOf(alone)).toMatchObject({ kind: 'committed', shown: [], notShown: FIXED })
  const [source] = JSON.parse(textOf(COMMITTED, 'commitment.json')).seedSources
  const sealed = { source: source.name, given: [], revealed: null }
  const record = { 'record.json': `${JSON.stringify({ drawn: {}, sealed })}\n` }
  expect(await verdictOf(changed(COMMITTED, record))).toMatchObject({ kind: 'committed', state: 'sealed' })
  const open = { 'record.json': `${JSON.stringify({ drawn: {} })}\n` }
  expect(await verdictOf(changed(COMMITTED, open))).toMatchObject({ kind: 'committed', state: 'announced' })
})
