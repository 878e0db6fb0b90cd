import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  drawKeyOf,
  parseSeedLines,
  type Seed,
  seedText,
  selectKeyOf,
} from '../../../../src/core/draw/seed/seed.ts'
import { kindOfSource, normalise } from '../../../../src/core/draw/seed/seed-source.ts'
import { sha256Hex } from '../../../../src/core/hash.ts'

const SOURCES = ['骰子', '福彩3D 第2026312期']

test('parseSeedLines puts what was given under the announced sources, in their order', () => {
  const seed = seedOf(SOURCES, ['福彩3D 第2026312期=4 0 7', '骰子=6 6 3'])
  expect(seedText(seed)).toBe('骰子=6 6 3\n福彩3D 第2026312期=4 0 7\n')
})

test('parseSeedLines reads full-width signs, and white space of any kind, as the plain ones', () => {
  const seed = seedOf(SOURCES, ['　骰子 ＝ 6\t6  ３ ', '福彩3D\u00a0\u00a0第2026312期＝4　0　7\n'])
  expect(seedText(seed)).toBe('骰子=6 6 3\n福彩3D 第2026312期=4 0 7\n')
})

test('parseSeedLines takes a bare value for the source `seed`, and everything after the first `=` as the value', () => {
  expect(seedText(seedOf(['seed'], ['20260301']))).toBe('seed=20260301\n')
  expect(seedText(seedOf(['seed'], ['seed=a=b']))).toBe('seed=a=b\n')
})

test('parseSeedLines finds an announced source that holds a `=`, the longest that fits', () => {
  expect(seedText(seedOf(['a', 'a=b'], ['a=b=1', 'a=2']))).toBe('a=2\na=b=1\n')
})

test.each([
  [['骰子=1'], { kind: 'missing', source: SOURCES[1] }],
  [['骰子=1', '骰子=1', `${SOURCES[1]}=2`], { kind: 'doubled', source: '骰子' }],
  [['骰子=1', `${SOURCES[1]}=2`, '天气=晴'], { kind: 'unknown', source: '天气' }],
  [['骰子=1', `${SOURCES[1]}=2`, '12345'], { kind: 'unknown', source: 'seed' }],
  [['骰子= ', `${SOURCES[1]}=2`], { kind: 'empty', source: '骰子' }],
  [['骰子=1\u0000', `${SOURCES[1]}=2`], { kind: 'illegible', source: '骰子' }],
])('parseSeedLines of %j names the problem', (given, problem) => {
  expect(parseSeedLines(SOURCES, given)).toEqual({ kind: 'problems', problems: [problem] })
})

test('parseSeedLines names every problem, strangers first', () => {
  const reading = parseSeedLines(SOURCES, ['天气=晴'])
  expect(reading.kind === 'problems' && reading.problems.map(({ kind }) => kind)).toEqual([
    'unknown',
    'missing',
    'missing',
  ])
})

test('parseSeedLines opens a sealed source only for the value that was sealed', () => {
  const sealed = `secret/${sha256Hex('正月 十五')}`
  expect(seedText(seedOf([sealed], [`${sealed}= 正月　十五 `]))).toBe(`${sealed}=正月 十五\n`)
  expect(parseSeedLines([sealed], [`${sealed}=正月十五`])).toEqual({
    kind: 'problems',
    problems: [{ kind: 'secret', source: sealed, found: sha256Hex('正月十五') }],
  })
})

test('parseSeedLines wants 64 digits of a drand round', () => {
  const round = 'drand/quicknet/1000'
  const randomness = 'fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd'
  expect(seedText(seedOf([round], [`${round}=${randomness}`]))).toBe(`${round}=${randomness}\n`)
  expect(parseSeedLines([round], [`${round}=${randomness.toUpperCase()}`])).toMatchObject({
    problems: [{ kind: 'not-randomness', source: round }],
  })
})

test.each([
  ['骰子', 'plain'],
  ['drand', 'plain'],
  [`secret/${'a'.repeat(64)}`, 'secret'],
  [`secret/${'A'.repeat(64)}`, 'malformed'],
  [`Secret/${'a'.repeat(64)}`, 'malformed'],
  ['secret/', 'malformed'],
  ['drand/quicknet/1', 'drand'],
  ['drand/quicknet/18446744073709551615', 'drand'],
  ['drand/quicknet/18446744073709551616', 'malformed'],
  ['drand/quicknet/0', 'malformed'],
  ['drand/quicknet/01', 'malformed'],
  ['drand/default/1000', 'malformed'],
])('kindOfSource(%j) is %s', (source, kind) => {
  expect(kindOfSource(source).kind).toBe(kind)
})

test('normalise is settled after one time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => normalise(normalise(text)) === normalise(text)),
  )
})

test('what parseSeedLines accepts, it reads back from seed.txt', () => {
  const texts = fc.string({ unit: 'grapheme' })
  fc.assert(
    fc.property(
      fc.uniqueArray(texts, { minLength: 1, selector: normalise }),
      fc.infiniteStream(texts),
      (names, values) => {
        const given = names.map(name => `${name}=${values.next().value}`)
        const first = parseSeedLines(names, given)
        if (first.kind !== 'seed') return
        const again = parseSeedLines(names, seedText(first.seed).trimEnd().split('\n'))
        expect(again).toEqual(first)
      },
    ),
  )
})

test('the draw key is the hash that the law spells out', () => {
  const seed = seedOf(['seed'], ['20260301'])
  const commitment = sha256Hex('a commitment')
  expect(drawKeyOf('ssj-draw/1', commitment, seed)).toBe(
    sha256Hex(`ssj-draw/1\n${commitment}\nseed=20260301\n`),
  )
  expect(selectKeyOf(sha256Hex(''))).toBe(sha256Hex(`${sha256Hex('')}/select`))
})

function seedOf(sources: readonly string[], given: readonly string[]): Seed {
  const reading = parseSeedLines(sources, given)
  if (reading.kind !== 'seed') throw new Error(JSON.stringify(reading))
  return reading.seed
}
