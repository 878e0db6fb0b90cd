import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseSeedLines, seedText } from '../../../../src/core/draw/seed/seed.ts'
import { readSeedText } from '../../../../src/core/draw/seed/seed-file.ts'

const SOURCES = ['福彩双色球2026008期', ' 大乐透  2026008 ', 'a']
const VALUES = fc.tuple(...SOURCES.map(() => fc.stringMatching(/^[0-9a-z=]{1,8}$/)))

test('readSeedText gives back the seed that seedText writes, and takes no other text for one', () => {
  fc.assert(
    fc.property(VALUES, fc.nat(), (values, at) => {
      const given = parseSeedLines(
        SOURCES,
        values.map((value, i) => `${SOURCES[i]}=${value}`),
      )
      if (given.kind !== 'seed') return expect.fail()
      const text = seedText(given.seed)
      expect(readSeedText(SOURCES, text)).toEqual(given)
      for (const other of [`${text}\n`, ` ${text}`, text.slice(0, -1), `${text}x=1\n`])
        expect(readSeedText(SOURCES, other).kind).not.toBe('seed')
      const cut = at % text.length
      const shorter = readSeedText(SOURCES, text.slice(0, cut) + text.slice(cut + 1))
      if (shorter.kind === 'seed') expect(seedText(shorter.seed)).not.toBe(text)
    }),
  )
})

test('readSeedText names the source whose line is missing or elsewhere', () => {
  expect(readSeedText(['a', 'b'], 'a=1\n')).toEqual({
    kind: 'other-source',
    line: 2,
    expected: 'b=',
    found: '',
  })
  expect(readSeedText(['a', 'b'], 'b=2\na=1\n')).toMatchObject({ line: 1, expected: 'a=', found: 'b=2' })
  expect(readSeedText(['a'], 'a=\n')).toMatchObject({
    kind: 'problem',
    problem: { kind: 'empty', source: 'a' },
  })
  expect(readSeedText(['a'], 'a=１\r\n')).toEqual({ kind: 'not-canonical', canonical: 'a=1\n' })
})
