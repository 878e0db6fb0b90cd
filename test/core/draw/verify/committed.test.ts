import { expect, test } from 'vitest'
import type { Committed } from '../../../../src/core/draw/verify/committed.ts'
import { otherThanAnnounced } from '../../../../src/core/draw/verify/same-commitment.ts'
import { sha256Hex } from '../../../../src/core/hash.ts'
import { lawOfMany } from '../../../helpers/law-of-many.ts'
import { changed, difference, textOf, vector, verified, verifiedWith } from '../folders.ts'

const DECIDED = { 'seed.txt': undefined, 'selection.csv': undefined, 'assignment.csv': undefined }
const ANNOUNCED = changed(vector('small'), DECIDED)

test('verify of a folder without a draw: committed, with what it shows', async () => {
  const verdict = (await verified(ANNOUNCED)) as Committed
  expect(verdict).toMatchObject({
    kind: 'committed',
    state: 'announced',
    digest: sha256Hex(ANNOUNCED.get('commitment.json')!),
    targets: 40,
    shown: ['frame', 'exclusions', 'pool', 'recusals'],
    notShown: [],
  })
  const bare = changed(ANNOUNCED, {
    'frame.csv': undefined,
    'exclusions.csv': undefined,
    'pool.csv': undefined,
    'recusals.csv': undefined,
  })
  expect(await verified(bare)).toMatchObject({ kind: 'committed', shown: [], digest: verdict.digest })
})

lawOfMany('verify finds a changed bit in every byte of an announced folder', 29, async part => {
  const folder = changed(ANNOUNCED, { '抽取公告.txt': '公告\n' })
  for (const [name, bytes] of folder) {
    for (let at = 0; at < bytes.length; at += part) {
      const flipped = bytes.slice()
      flipped[at]! ^= 1 << (at % 8)
      const verdict = await verifiedWith(new Map(folder).set(name, flipped), name)
      expect([name, at, verdict.kind]).toEqual([name, at, 'differs'])
    }
  }
})

test.each([
  ['frame.csv', 'A,91141102MA309CADRY', 'A,91141102MA309CADRX', 'digest'],
  ['exclusions.csv', 'deregistered', 'drawn', 'digest'],
  ['commitment.json', '"take": 3', '"take": 30', 'commitment'],
  ['commitment.json', '"size": 26', '"size": 25', 'commitment'],
] as const)(
  'verify of an announced %s that was forged with its sums says so',
  async (file, from, to, check) => {
    const forged = changed(ANNOUNCED, { [file]: textOf(ANNOUNCED, file).replace(from, to) })
    expect(await difference(forged)).toMatchObject({ check })
  },
)

const SOURCE = `secret/${sha256Hex('x')}`
const sealedCommitment = textOf(ANNOUNCED, 'commitment.json').replace('"骰子"', `"${SOURCE}"`)
const record = (sealed: unknown) => JSON.stringify({ drawn: { at: '' }, sealed })

test('verify of a drawn folder under seal: committed, sealed', async () => {
  const folder = changed(ANNOUNCED, {
    'commitment.json': sealedCommitment,
    'record.json': record({ source: SOURCE, revealed: null }),
  })
  expect(await verified(folder)).toMatchObject({ kind: 'committed', state: 'sealed' })
})

test.each([
  ['of a draw in the open', null],
  ['of a seal that was opened', { source: SOURCE, revealed: { at: '' } }],
  ['of a seal that nobody announced', { source: 'secret/x', revealed: null }],
])('verify misses the seed where the record is %s', async (_, sealed) => {
  const folder = changed(ANNOUNCED, { 'commitment.json': sealedCommitment, 'record.json': record(sealed) })
  expect(await difference(folder)).toMatchObject({ file: 'seed.txt', check: 'absent' })
})

test('verify does not take a folder that shows a part of a draw for an announcement', async () => {
  for (const file of ['seed.txt', 'selection.csv', 'assignment.csv'])
    expect((await difference(changed(ANNOUNCED, { [file]: textOf(vector('small'), file) }))).check).toBe(
      'absent',
    )
})

test('otherThanAnnounced: byte for byte, of what both show', () => {
  const whole = vector('small')
  expect(otherThanAnnounced(ANNOUNCED, whole)).toBe(undefined)
  expect(otherThanAnnounced(new Map([['commitment.json', whole.get('commitment.json')!]]), ANNOUNCED)).toBe(
    undefined,
  )
  const other = changed(whole, { 'commitment.json': sealedCommitment })
  expect(otherThanAnnounced(ANNOUNCED, other)?.difference).toMatchObject({
    file: 'commitment.json',
    check: 'announced',
  })
  expect(otherThanAnnounced(vector('medium'), whole)?.kind).toBe('differs')
})
