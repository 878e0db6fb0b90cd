import {
  type AnswerFault,
  type AnswerFile,
  answersIn,
  linesOf,
  type Stretch,
} from '../../core/engine/answers.ts'
import { clickhouse } from '../../core/engine/dialects/clickhouse.ts'
import type { Dialect } from '../../core/engine/dialects/dialect.ts'
import { duckdb } from '../../core/engine/dialects/duckdb.ts'
import { mysql } from '../../core/engine/dialects/mysql.ts'
import { postgres } from '../../core/engine/dialects/postgres.ts'
import { maxcompute, spark, starrocks } from '../../core/engine/dialects/spark.ts'
import type { DIALECTS } from '../../core/engine/engine.ts'
import type { EngineReasons } from '../../core/engine/reasons.ts'
import { askedAs, doneAs, idOf } from '../../core/engine/script.ts'
import { refusal } from '../../core/refusal.ts'
import { type Session, Unanswered } from './session.ts'

const refuse = refusal<EngineReasons>()

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

/**
 * A session out of a file of answers. Statements that make something are taken for done where the file says so; the first question
 * without an answer ends it, with everything that is to be asked by then. `ahead` tells questions that will follow in any case.
 * An answer that was cut, came twice or was changed is refused with its row.
 */
export function openScript(dialect: Dialect, file: AnswerFile | null): Session {
  const answers = file === null ? () => ({ kind: 'unasked' }) as const : answersIn(file)
  const pending: string[] = []
  const wrong = (fault: AnswerFault) => refuse('engine-answer', { file: file!.written, ...fault })
  const stretchesOf = (sql: string): readonly Stretch[] | null => {
    const answer = answers(sql)
    switch (answer.kind) {
      case 'unasked':
        return null
      case 'answered':
        return answer.stretches
      case 'fault':
        throw wrong(answer.fault)
      default:
        return answer satisfies never
    }
  }
  const ask = (sql: string) => {
    const printed = askedAs(dialect, sql)
    if (stretchesOf(sql) === null && !pending.includes(printed)) pending.push(printed)
  }
  function* linesIn(sql: string, stretches: readonly Stretch[]): Generator<string> {
    for (const [line, row] of linesOf(file!, stretches)) {
      if (line === null)
        throw wrong({
          ...{ problem: 'encoding', row, place: null },
          ...{ statement: idOf(sql), expected: 'UTF-8', found: '' },
        })
      yield line
    }
  }
  return {
    dialect,
    async run(step) {
      if (stretchesOf(step.sql) === null) pending.push(doneAs(dialect, step))
    },
    async *lines(sql) {
      const stretches = stretchesOf(sql)
      if (stretches === null) ask(sql)
      if (pending.length > 0) throw new Unanswered(pending)
      yield* inBatches(inOrder(sql, linesIn(sql, stretches!)))
    },
    ahead: ask,
    rowOf(sql, wanted) {
      for (const [line, row] of linesOf(file!, stretchesOf(sql) ?? [])) if (line === wanted) return row
      return null
    },
    close: async () => {},
  }
}

const BATCH = 10_000

function* inBatches(lines: Iterable<string>): Generator<readonly string[]> {
  let batch: string[] = []
  for (const line of lines) {
    if (batch.push(line) < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** An answer comes in any order; a list is read in that of the law. */
function inOrder(sql: string, lines: Iterable<string>): Iterable<string> {
  return / order by /.test(sql) ? sorted(lines, / order by stratum, /.test(sql)) : lines
}

/**
 * Lines in the order of their keys, which no comma parts from what follows: it counts as less than any character. Held as one character for
 * each byte, whose order is that of the bytes, in half the memory.
 */
function* sorted(lines: Iterable<string>, byStratum: boolean): Generator<string> {
  const keys: string[] = []
  for (const line of lines) {
    const key = line.replace(',', MARK)
    keys.push(Buffer.from(byStratum ? key.replace(',', MARK) : key).toString('latin1'))
  }
  keys.sort()
  for (const key of keys) yield Buffer.from(key, 'latin1').toString().replaceAll(MARK, ',')
}

/** No line holds one: control characters are refused. */
const MARK = '\u0000'
