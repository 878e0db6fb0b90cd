import { createHash } from 'node:crypto'
import { allLines, CutShort, type Session } from './session.ts'

/**
 * The same session on an engine that does not always tell of a statement that was cancelled: ClickHouse then ends an answer, or what it writes, in the middle
 * as if that were all. Rows that are written and read are counted once more, and what is counted or grouped by the engine is asked twice: what does not agree
 * is {@link CutShort}.
 */
export function wholeAnswers(session: Session): Session {
  return {
    ...session,
    async run(step) {
      const [, table, what] = (step.everywhere ? null : INSERT.exec(step.sql)) ?? []
      if (table === undefined || what === undefined) return session.run(step)
      const before = await countOf(session, table)
      await session.run(step)
      const found = (await countOf(session, table)) - before
      const expected = what.startsWith('select') ? await countOf(session, `(${what})`) : step.rows
      if (expected !== undefined && found !== expected) throw new CutShort(step.sql, expected, found)
    },
    async *lines(sql) {
      const isCounted = COUNTED.test(sql)
      const own = tallied(isCounted)
      for await (const lines of session.lines(sql)) {
        own.add(lines)
        yield lines
      }
      const again = tallied(isCounted)
      if (isCounted) for await (const lines of session.lines(sql)) again.add(lines)
      const expected = isCounted ? again.count() : await countOf(session, `(${sql})`)
      if (own.count() !== expected || own.sum() !== again.sum())
        throw new CutShort(sql, expected, own.count())
    },
  }
}

const INSERT = /^insert into (\S+) (select .*|values .*)$/s
const COUNTED = /\bgroup by\b|\bcount\(/

async function countOf(session: Session, rows: string): Promise<number> {
  const sql = `select toString(count()) as line from ${rows}`
  const lines = await allLines(session, sql)
  if (lines.length !== 1) throw new CutShort(sql, 1, lines.length)
  return Number(lines[0])
}

/** How many lines pass, and a number that other lines have another of, whatever their order; nought where nobody asks for it. */
function tallied(isAsked: boolean) {
  let count = 0
  let sum = 0
  return {
    add(lines: readonly string[]): void {
      count += lines.length
      if (isAsked)
        for (const line of lines)
          sum = (sum + createHash('sha256').update(line).digest().readUIntBE(0, 6)) % 2 ** 48
    },
    count: () => count,
    sum: () => sum,
  }
}
