import { expect, test } from 'vitest'
import {
  type Commitment,
  commitmentDigest,
  commitmentText,
} from '../../../../src/core/draw/commitment/commitment.ts'
import { tableText } from '../../../../src/core/draw/folder/table.ts'
import { ASSIGNMENT, FRAME, POOL, RECUSALS, SELECTION } from '../../../../src/core/draw/folder/tables.ts'
import {
  drawKeyOf,
  matchKeyOf,
  type SeedLine,
  seedOfLines,
  seedText,
  selectKeyOf,
} from '../../../../src/core/draw/seed/seed.ts'
import { select } from '../../../../src/core/draw/selection.ts'
import { matchTeams } from '../../../../src/core/draw/teams.ts'
import { sha256Hex } from '../../../../src/core/hash.ts'
import { agreement, changed, difference, type Files, rowsOf, textOf, vector } from '../folders.ts'

const SMALL = vector('small')

/** Quicknet's round 1000, as drand published it. */
const ROUND = {
  source: 'drand/quicknet/1000',
  value: 'fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd',
}
const SIGNATURE =
  'b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39'
const SECRET = { source: `secret/${sha256Hex('正月 十五')}`, value: '正月 十五' }

test('verify of a draw from a drand round agrees when its signature stands in record.json', async () => {
  const folder = folderWith([ROUND, SECRET])
  await agreement(changed(folder, { 'record.json': record({ [ROUND.source]: SIGNATURE }) }))
})

test.each([
  ['without record.json', undefined, 'seed-signature-missing'],
  ['with a record that is no JSON', 'no', 'seed-signature-missing'],
  ['with a record of no signatures', '{}', 'seed-signature-missing'],
  [
    'with the signature of another source',
    record({ 'drand/quicknet/1001': SIGNATURE }),
    'seed-signature-missing',
  ],
  ['with a number', record({ [ROUND.source]: 1 }), 'seed-signature-missing'],
  [
    'with a signature that is none',
    record({ [ROUND.source]: SIGNATURE.replace('b4', 'b5') }),
    'seed-signature-wrong',
  ],
])('verify of a draw from a drand round, %s, differs', async (_, text, check) => {
  const folder = changed(folderWith([ROUND]), text === undefined ? {} : { 'record.json': text })
  expect(await difference(folder)).toMatchObject({ file: 'record.json', check, column: ROUND.source })
})

test('verify finds a value that is not the digest of its signature', async () => {
  const folder = folderWith([{ ...ROUND, value: sha256Hex('') }])
  const signed = changed(folder, { 'record.json': record({ [ROUND.source]: SIGNATURE }) })
  expect(await difference(signed)).toMatchObject({ file: 'record.json', check: 'seed-signature-other' })
})

test('verify finds a sealed value that is not the sealed one, and says which digest it has', async () => {
  const folder = folderWith([SECRET])
  await agreement(folder)
  const other = changed(folder, { 'seed.txt': `${SECRET.source}=正月十六\n` })
  expect(await difference(other)).toMatchObject({
    file: 'seed.txt',
    line: 1,
    check: 'seed-secret',
    column: SECRET.source,
    found: sha256Hex('正月十六'),
  })
})

test('verify takes an announced source in the spelling of the law, however the commitment spells it', async () => {
  await agreement(folderWith([{ source: '骰子 1', value: '6' }], ['　骰子　１']))
  await agreement(
    folderWith([
      { source: 'a', value: 'b=1' },
      { source: 'a=b', value: '2' },
    ]),
  )
})

function record(signatures: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ signatures })
}

/** The small vector, drawn from another seed. */
function folderWith(lines: readonly SeedLine[], seedSources = lines.map(({ source }) => source)): Files {
  const commitment: Commitment = { ...JSON.parse(textOf(SMALL, 'commitment.json')), seedSources }
  const reading = seedOfLines(seedSources, lines)
  if (reading.kind !== 'seed') throw new Error(JSON.stringify(reading))
  const drawKey = drawKeyOf('ssj-draw/1', commitmentDigest(commitment), reading.seed)
  const frame = rowsOf(SMALL, FRAME)
  const selection = select(frame, commitment.strata, selectKeyOf(drawKey))
  const staff = {
    frame,
    pool: rowsOf(SMALL, POOL),
    recusals: rowsOf(SMALL, RECUSALS),
    ...commitmentTeams(commitment),
  }
  const teams = matchTeams(staff, selection, department => matchKeyOf(drawKey, department))
  if (teams.kind !== 'matched') throw new Error(teams.kind)
  return changed(SMALL, {
    'commitment.json': commitmentText(commitment),
    'seed.txt': seedText(reading.seed),
    'selection.csv': tableText(SELECTION, selection),
    'assignment.csv': tableText(ASSIGNMENT, teams.assignment),
  })
}

function commitmentTeams({ teams, avoidSameArea }: Commitment): Pick<Commitment, 'teams' | 'avoidSameArea'> {
  return { teams, avoidSameArea }
}
