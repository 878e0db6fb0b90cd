import { clickhouse } from '../../core/engine/dialects/clickhouse.ts'
import type { Dialect } from '../../core/engine/dialects/dialect.ts'
import { duckdb } from '../../core/engine/dialects/duckdb.ts'
import { mysql } from '../../core/engine/dialects/mysql.ts'
import { postgres } from '../../core/engine/dialects/postgres.ts'
import { maxcompute, spark, starrocks } from '../../core/engine/dialects/spark.ts'
import type { DIALECTS } from '../../core/engine/engine.ts'
import { askedAs, doneAs, scriptOf } from '../../core/engine/script.ts'
import type { Session } from './session.ts'

/** The languages that are only written, never spoken. */
export const WRITTEN = {
  spark,
  maxcompute,
  starrocks,
  postgres,
  clickhouse: clickhouse({ cluster: null, hasWindows: true }),
  mysql,
  duckdb,
} as const satisfies Readonly<Record<(typeof DIALECTS)[number], Dialect>>

/** What is to be asked of an engine before anything can go on: the statements, in their order. */
export class Unanswered extends Error {
  readonly statements: readonly string[]

  constructor(statements: readonly string[]) {
    super('unanswered')
    this.name = 'Unanswered'
    this.statements = statements
  }
}

/**
 * A session out of a file of answers. Statements that make something are taken for done; the first question without an
 * answer ends it, with everything that is to be asked by then. `ahead` tells questions that will follow in any case.
 */
export function openScript(dialect: Dialect, answers: string): Session {
  const script = scriptOf(answers)
  const pending: string[] = []
  const ask = (sql: string) => {
    const printed = askedAs(dialect, sql)
    if (script.answer(sql) === null && !pending.includes(printed)) pending.push(printed)
  }
  return {
    dialect,
    async run(step) {
      if (!script.isDone(step)) pending.push(doneAs(dialect, step))
    },
    async *lines(sql) {
      const found = script.answer(sql)
      if (found === null) ask(sql)
      if (pending.length > 0) throw new Unanswered(pending)
      yield inOrder(sql, found!)
    },
    ahead: ask,
    close: async () => {},
  }
}

/** An answer comes in any order; a list is read in that of the law. */
function inOrder(sql: string, lines: readonly string[]): readonly string[] {
  return / order by /.test(sql) ? sorted(lines, / order by stratum, /.test(sql)) : lines
}

function sorted(lines: readonly string[], byStratum: boolean): readonly string[] {
  const keyOf = (line: string) => (byStratum ? line.replace(',', '\u0000') : line).replace(',', '\u0000')
  return lines
    .map(line => [Buffer.from(keyOf(line)), line] as const)
    .sort(([a], [b]) => Buffer.compare(a, b))
    .map(([, line]) => line)
}
