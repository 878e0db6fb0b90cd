/** @module-tag slow */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commitmentText, type FirstCommitment } from '../../../../src/core/draw/commitment/commitment.ts'
import { SUMS_FILE } from '../../../../src/core/draw/folder/sums.ts'
import { sha256Hex } from '../../../../src/core/hash.ts'
import { lawOfMany } from '../../../helpers/law-of-many.ts'
import { agreement, changed, difference, type Files, textOf, vector, verifiedWith } from '../folders.ts'

const SMALL = vector('small')

test.each(['small', 'medium'])('verify of the %s vector agrees, all parts shown', async name => {
  const folder = vector(name)
  const agrees = await agreement(folder)
  expect(agrees.digest).toBe(sha256Hex(folder.get('commitment.json')!))
  expect(agrees.shown).toEqual(['frame', 'seed', 'selection', 'exclusions', 'pool', 'recusals', 'assignment'])
  expect(agrees.notShown).toEqual([])
})

test('verify of a public folder agrees, and says which parts were not shown', async () => {
  const leftOut = { 'pool.csv': undefined, 'recusals.csv': undefined, 'assignment.csv': undefined }
  const open = await agreement(changed(SMALL, { ...leftOut, 'exclusions.csv': undefined }))
  expect(open.shown).toEqual(['frame', 'seed', 'selection'])
  expect(open.notShown).toEqual(['exclusions', 'pool', 'recusals', 'assignment'])
  expect((await agreement(changed(SMALL, leftOut))).notShown).toEqual(['pool', 'recusals', 'assignment'])
})

test('verify does not claim teams that it could not make again', async () => {
  const agrees = await agreement(changed(SMALL, { 'pool.csv': undefined }))
  expect(agrees.notShown).toEqual(['pool', 'assignment'])
})

test('verify takes other files as they are, so long as they are listed', async () => {
  await agreement(
    changed(SMALL, { 'record.json': '{}\n', '公示名单.csv': '\ufeff名单\r\n', 'sheets/1.csv': '1\n' }),
  )
})

lawOfMany('verify finds a changed bit in every byte of every file, and names a place', 29, async part => {
  const names = [...SMALL.keys()].sort()
  for (const name of names) {
    for (let at = 0; at < SMALL.get(name)!.length; at += part) {
      const verdict = await verifiedWith(flipped(SMALL, name, at, 1 << (at % 8)), name)
      expect([name, at, verdict.kind]).toEqual([name, at, 'differs'])
      if (verdict.kind === 'differs') expect([name, SUMS_FILE]).toContain(verdict.difference.file)
    }
  }
})

test.each(['small', 'medium'])(
  'verify finds any changed, missing or added byte of the %s vector',
  async name => {
    const folder = vector(name)
    const files = [...folder.keys()].sort()
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        fc.constantFrom('flip', 'drop', 'add'),
        async (file, place, bits, how) => {
          const at = place % folder.get(file)!.length
          const bytes = [...folder.get(file)!]
          if (how === 'drop') bytes.splice(at, 1)
          if (how === 'add') bytes.splice(at, 0, bits)
          if (how === 'flip') bytes[at]! ^= bits
          const changedFolder = new Map(folder).set(file, Uint8Array.from(bytes))
          expect((await verifiedWith(changedFolder, file)).kind).toBe('differs')
        },
      ),
      { numRuns: 300 },
    )
  },
)

test('verify finds a changed byte of any file that is not of the draw', async () => {
  const folder = changed(SMALL, { 'record.json': '{}\n', 'notice.html': '<p>' })
  for (const file of ['record.json', 'notice.html']) {
    expect(await difference(flipped(folder, file, 1, 1))).toMatchObject({ file, check: 'digest' })
  }
})

/** Forgeries whose sums are right: only drawing again can tell. */
test.each([
  ['selection.csv', 'A,2,91141102MAK5B92555', 'A,2,91141102MAK5B92556', 3, 'line'],
  ['selection.csv', '4,91141102MACJU1F7P1', '5,91141102MACJU1F7P1', 5, 'line'],
  ['selection.csv', ',reserve', ',drawn', 5, 'line'],
  ['selection.csv', /C,3,.*\n/, '', 11, 'line'],
  ['selection.csv', /\n$/, '', 11, 'line-end'],
  ['assignment.csv', 'NYNC-003\n', 'NYNC-004\n', 2, 'line'],
  ['assignment.csv', '1,WJT-900', '1,WJT-901', 6, 'line'],
  ['seed.txt', '骰子=6', '骰子=5', undefined, undefined],
  ['seed.txt', '骰子=', '筛子=', 1, 'seed-source'],
  ['seed.txt', '=4 0 7', '=4 0  7', 2, 'line'],
  ['seed.txt', '=4 0 7', '=', 2, 'seed-empty'],
  ['seed.txt', /\n$/, '\nseed=1\n', 3, 'line'],
  ['seed.txt', /\n$/, '', 2, 'line-end'],
  ['frame.csv', 'A,91141102MA309CADRY', 'A,91141102MA309CADRX', undefined, 'digest'],
  ['frame.csv', 'LS-NYNC;LS-SCJG', 'LS-SCJG;LS-NYNC', 3, 'field'],
  ['pool.csv', 'WJT-003,,,10,0', 'WJT-003,,,10,1', undefined, 'digest'],
  ['recusals.csv', /$/, 'WJT-999,x\n', undefined, 'digest'],
  ['exclusions.csv', 'deregistered', 'drawn', undefined, 'digest'],
  ['exclusions.csv', /92141102MA2LJLAY7J.*\n/, '', undefined, 'digest'],
  ['commitment.json', '"ssj-draw/1"', '"ssj-draw/3"', undefined, 'spec'],
  ['commitment.json', '"size": 26', '"size": 26.0', 27, 'line'],
  ['commitment.json', '"take": 3', '"take": 30', undefined, 'commitment'],
] as const)('verify of a forged %s (%s → %s) names line %s: %s', async (file, from, to, line, check) => {
  const text = textOf(SMALL, file)
  const forged = text.replace(from, to)
  expect(forged).not.toBe(text)
  const found = await difference(changed(SMALL, { [file]: forged }))
  expect(found.file).toBe(check === undefined ? 'selection.csv' : file)
  if (check !== undefined) expect([found.line, found.check]).toEqual([line, check])
})

test.each([
  ['rows', (c: FirstCommitment) => ({ ...c, exclusions: { ...c.exclusions, rows: 6 } })],
  ['root', (c: FirstCommitment) => ({ ...c, frame: { ...c.frame, root: sha256Hex('') } })],
  [
    'size',
    (c: FirstCommitment) => ({
      ...c,
      strata: c.strata.map((s, i) => ({ ...s, size: s.size + [1, -1, 0][i]! })),
    }),
  ],
  ['digest', (c: FirstCommitment) => ({ ...c, pool: { ...c.pool, sha256: sha256Hex('') } })],
] as const)('verify of a commitment that misstates the %s says so', async (check, misstate) => {
  const commitment = JSON.parse(textOf(SMALL, 'commitment.json')) as FirstCommitment
  const forged = changed(SMALL, { 'commitment.json': commitmentText(misstate(commitment)) })
  expect(await difference(forged)).toMatchObject({ check })
})

test.each([
  ['a line missing', /.* {2}frame\.csv\n/, '', 4, 'sum-name'],
  ['the last line missing', /.*\n$/, '', 8, 'unlisted'],
  ['names out of order', /^(.*\n)(.*\n)/, '$2$1', 1, 'sum-name'],
  ['a file twice', /^(.*\n)/, '$1$1', 2, 'sum-name'],
  ['a file that is not there', /^/, `${'0'.repeat(64)}  a.csv\n`, 1, 'absent'],
  ['itself', /^/, `${'0'.repeat(64)}  SHA256SUMS\n`, 1, 'sum-name'],
  ['capital digits', /^053594c/, '053594C', 1, 'sum-form'],
  ['one space', / {2}frame/, ' frame', 4, 'sum-form'],
  ['a star', / {2}frame/, ' *frame', 4, 'sum-form'],
  ['CRLF', /\n/, '\r\n', 1, 'absent'],
  ['an empty line', /$/, '\n', 9, 'sum-form'],
  ['no last line end', /\n$/, '', 8, 'line-end'],
  ['another digest', /^./, 'f', 1, 'digest'],
] as const)('verify wants the canonical sums, not %s', async (_, from, to, line, check) => {
  const text = textOf(SMALL, SUMS_FILE)
  const forged = text.replace(from, to)
  expect(forged).not.toBe(text)
  const found = await difference(new Map(SMALL).set(SUMS_FILE, new TextEncoder().encode(forged)))
  expect(found).toMatchObject({ file: SUMS_FILE, line, check })
})

lawOfMany('verify finds any changed byte even when the forger wrote the sums anew', 4, async part => {
  const files = [...SMALL.keys()].filter(file => file !== SUMS_FILE).sort()
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...files),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      async (file, place, bits) => {
        const forged = flipped(SMALL, file, place % SMALL.get(file)!.length, bits)
        expect((await difference(changed(forged, {}))).file).not.toBe(SUMS_FILE)
      },
    ),
    { numRuns: 500 / part },
  )
})

test('verify names the file that a folder lacks', async () => {
  for (const file of ['commitment.json', 'frame.csv', 'seed.txt', 'selection.csv']) {
    expect(await difference(changed(SMALL, { [file]: undefined }))).toMatchObject({ file, check: 'absent' })
  }
  const withoutSums = new Map(SMALL)
  withoutSums.delete(SUMS_FILE)
  expect(await difference(withoutSums)).toMatchObject({ file: SUMS_FILE, check: 'absent' })
  const unlisted = new Map(SMALL).set('zz.csv', new Uint8Array())
  expect(await difference(unlisted)).toMatchObject({
    file: SUMS_FILE,
    check: 'unlisted',
    expected: 'zz.csv',
    line: 9,
  })
})

function flipped(folder: Files, file: string, at: number, bits: number): Files {
  const bytes = folder.get(file)!.slice()
  bytes[at]! ^= bits
  return new Map(folder).set(file, bytes)
}
