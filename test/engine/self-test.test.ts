import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Dialect } from '../../src/core/engine/dialects/dialect.ts'
import type { Trap } from '../../src/core/engine/self-test.ts'
import type { Session } from '../../src/engine/drivers/session.ts'
import { testEngine } from '../../src/engine/test-engine.ts'
import { inMemory } from '../helpers/on-engine.ts'

/** Every trap is red on an engine that is set up as the engines were in which it was found. */

let session: Session
beforeAll(async () => {
  session = await inMemory()
})
afterAll(() => session.close())

test('DuckDB falls into no trap', async () => {
  expect(await testEngine(session, 'ssj_probe')).toEqual([])
})

/** What an engine does to an expression of the law. */
type Spoilt = (right: Dialect) => Partial<Dialect>

const WRONG: readonly (readonly [setting: string, trap: Trap, spoilt: Spoilt])[] = [
  [
    'a hash of something else',
    'digest-ascii',
    ({ sha256 }) => ({ sha256: text => sha256(`reverse(${text})`) }),
  ],
  [
    'a character set without Chinese (latin1)',
    'digest-chinese',
    ({ sha256 }) => ({ sha256: text => sha256(`regexp_replace(${text}, '[^ -~]', '?', 'g')`) }),
  ],
  [
    'utf8mb3',
    'digest-four-bytes',
    ({ sha256 }) => ({
      sha256: text => sha256(`regexp_replace(${text}, '[\\x{10000}-\\x{10ffff}]', '?', 'g')`),
    }),
  ],
  [
    'texts that are normalised',
    'digest-decomposed',
    ({ sha256 }) => ({ sha256: text => sha256(`nfc_normalize(${text})`) }),
  ],
  [
    'lines of 32 KB at most',
    'digest-long',
    ({ sha256 }) => ({ sha256: text => sha256(`left(${text}, 10000)`) }),
  ],
  [
    'concat with a separator',
    'digest-key',
    () => ({ joined: (...texts) => `concat_ws(' ', ${texts.join(', ')})` }),
  ],
  ['hex in capitals', 'hex', ({ sha256 }) => ({ sha256: text => `upper(${sha256(text)})` })],
  ['a text that ends at its first nought', 'leaf', ({ sha256 }) => ({ leaf: text => sha256(text) })],
  [
    'toString(FixedString)',
    'zero-bytes',
    ({ sha256 }) => ({ sha256: text => `regexp_replace(${sha256(text)}, '(00)+$', '')` }),
  ],
  ['a collation of letters', 'byte-order', () => ({ key: text => `lower(${text})` })],
  [
    'a collation of letters in comparisons',
    'byte-order',
    ({ text }) => ({ text: value => `${text(value)} collate nocase` }),
  ],
  [
    'a collation that pads (utf8mb4_bin)',
    'trailing-blank',
    ({ text }) => ({ text: value => `rtrim(${text(value)})` }),
  ],
  ['a collation without case', 'letter-case', ({ text }) => ({ text: value => `lower(${text(value)})` })],
  [
    'a collation without accents',
    'letter-case',
    ({ text }) => ({ text: value => `strip_accents(${text(value)})` }),
  ],
  ['NULL that stays NULL', 'null', () => ({ cell: column => `cast(${column} as varchar)` })],
  ["an engine to which '' is NULL", 'empty', ({ text }) => ({ text: value => `nullif(${text(value)}, '')` })],
  [
    'NO_BACKSLASH_ESCAPES',
    'backslash',
    ({ text }) => ({ text: value => text(value.replaceAll('\\', '\\\\')) }),
  ],
  ['quotes with backslashes', 'quote', ({ text }) => ({ text: value => text(value.replaceAll("'", "\\'")) })],
  [
    'parts counted from nought',
    'part',
    ({ from }) => ({ from: (text, place, length) => from(text, `${place} + 1`, length) }),
  ],
  ['places that are not found', 'place', () => ({ place: () => '0' })],
  [
    'the first alone replaced',
    'replaced',
    ({ text }) => ({
      replaced: (of, what, by) => `regexp_replace(${of}, ${what}, ${by === text('""') ? text("''") : by})`,
    }),
  ],
  [
    'LIKE instead of expressions',
    'expression',
    () => ({ matches: (text, expression) => `${text} like '%${expression}%'` }),
  ],
  ['days of 1900', 'day', ({ text }) => ({ daysAfter: () => text('1900-01-01') })],
  [
    'numbers with points',
    'number',
    () => ({ digits: number => `cast(cast(${number} as double) as varchar)` }),
  ],
  ['halves rounded', 'halves', () => ({ half: number => `cast(round(${number} / 2) as bigint)` })],
  ['groups without case', 'grouping', ({ text }) => ({ text: value => `${text(value)} collate nocase` })],
  [
    'columns that trim',
    'kept',
    ({ create }) => ({
      create: (table, columns, order) =>
        create(table, columns, order).map(({ sql }) => ({
          sql: sql.replace('varchar', 'varchar check (v = trim(v))'),
        })),
    }),
  ],
  [
    'no right to make tables',
    'kept',
    () => ({ create: () => [{ sql: 'create table nowhere.t (v varchar)' }] }),
  ],
]

test.each(WRONG)('%s is told as %s', async (_, trap, spoilt) => {
  const dialect = { ...session.dialect, ...spoilt(session.dialect) }
  const faults = await testEngine({ ...session, dialect }, 'ssj_probe')
  expect(faults.map(fault => fault.trap)).toContain(trap)
})

test('an engine that cuts long answers short is told as cut', async () => {
  const lines: Session['lines'] = async function* (sql) {
    let left = 1000
    for await (const batch of session.lines(sql)) {
      yield batch.slice(0, left)
      left -= Math.min(left, batch.length)
    }
  }
  expect(await testEngine({ ...session, lines }, 'ssj_probe')).toEqual([
    { trap: 'cut', expected: '1088', found: '1000' },
  ])
})

test('no trap is without such an engine', () => {
  const shown = new Set<Trap>([...WRONG.map(([, trap]) => trap), 'cut'])
  const all: Record<Trap, true> = {
    'digest-ascii': true,
    'digest-chinese': true,
    'digest-four-bytes': true,
    'digest-decomposed': true,
    'digest-long': true,
    'digest-key': true,
    hex: true,
    leaf: true,
    'zero-bytes': true,
    'byte-order': true,
    'trailing-blank': true,
    'letter-case': true,
    null: true,
    empty: true,
    backslash: true,
    quote: true,
    part: true,
    place: true,
    replaced: true,
    expression: true,
    day: true,
    number: true,
    halves: true,
    grouping: true,
    kept: true,
    cut: true,
  }
  expect(Object.keys(all).filter(trap => !shown.has(trap as Trap))).toEqual([])
})
