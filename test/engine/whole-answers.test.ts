import { expect, test } from 'vitest'
import { duckdb } from '../../src/core/engine/dialects/duckdb.ts'
import { allLines, CutShort, type Session } from '../../src/engine/drivers/session.ts'
import { wholeAnswers } from '../../src/engine/drivers/whole-answers.ts'

/** An engine with one table, `t`, that ends answers after so many lines, and puts so many rows of those that it should. */
function engine({
  lines = 99,
  rows = 99,
  wrong = 0,
}: {
  lines?: number
  rows?: number
  wrong?: number
}): Session {
  const all = ['a', 'b', 'c']
  let put = 0
  let asked = 0
  return wholeAnswers({
    dialect: duckdb,
    async run({ sql }) {
      put += Math.min(rows, sql.includes('values') ? 2 : all.length)
    },
    async *lines(sql) {
      if (sql.endsWith('from t')) yield [String(put)]
      else if (sql.startsWith('select toString(count())')) yield [String(all.length)]
      else if (sql.includes('group by')) yield ['a\t1', ++asked === wrong ? 'b\t1' : 'b\t2']
      else yield all.slice(0, lines)
    },
    close: async () => {},
  })
}

test('rows that are read and written are as many as there are', async () => {
  const whole = engine({})
  expect(await allLines(whole, 'select v as line from x')).toEqual(['a', 'b', 'c'])
  expect(await allLines(whole, 'select v as line from x group by v')).toEqual(['a\t1', 'b\t2'])
  await whole.run({ sql: 'insert into t select v from x' })
  await whole.run({ sql: "insert into t values ('a'), ('b')", rows: 2 })
  await whole.run({ sql: 'create table y (v String)' })
})

test.each([
  ['an answer that ends in the middle', { lines: 2 }, 'select v as line from x', undefined],
  ['an answer of nothing', { lines: 0 }, 'select v as line from x', undefined],
  ['groups that count less', { wrong: 1 }, 'select v as line from x group by v', undefined],
  ['rows that were not written', { rows: 1 }, 'insert into t select v from x', undefined],
  ['rows of a list that were not written', { rows: 0 }, "insert into t values ('a'), ('b')", 2],
] as const)('%s is told', async (_, how, sql, rows) => {
  const session = engine(how)
  const done =
    rows === undefined && sql.startsWith('select')
      ? allLines(session, sql)
      : session.run({ sql, ...(rows === undefined ? {} : { rows }) })
  await expect(done).rejects.toBeInstanceOf(CutShort)
})
