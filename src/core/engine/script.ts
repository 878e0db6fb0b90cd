import { sha256Hex } from '../hash.ts'
import type { Dialect, Step } from './dialects/dialect.ts'

/**
 * A conversation with an engine that nobody here can speak to: what is to be asked is printed, whoever can asks it, and the
 * lines that come back stand in a file. Each line begins with the eight digits of its statement, and a line with a point
 * says that a statement was done.
 */
export interface Script {
  /** The lines that answer a statement; null where it has not been asked. */
  readonly answer: (sql: string) => readonly string[] | null
  readonly isDone: (step: Step) => boolean
}

/** The answers in a file, which may hold those of several sittings, in any order. */
export function scriptOf(text: string): Script {
  const answers = new Map<string, string[]>()
  const done = new Set<string>()
  for (const line of text.split(/\r?\n/)) {
    const [, id, rest] = /^([0-9a-f]{8})\t(.*)$/s.exec(line) ?? []
    if (id === undefined) continue
    if (rest === '.') done.add(id)
    else answers.set(id, [...(answers.get(id) ?? []), rest!])
  }
  return {
    answer: sql => (done.has(idOf(sql)) ? (answers.get(idOf(sql)) ?? []) : null),
    isDone: ({ sql }) => done.has(idOf(sql)),
  }
}

/** What a statement goes by in the file of answers. */
export function idOf(sql: string): string {
  return sha256Hex(sql).slice(0, 8)
}

/** A question as it is printed: every line of its answer begins with its digits. */
export function askedAs(dialect: Dialect, sql: string): string {
  const { text, joined } = dialect
  const id = `${idOf(sql)}\t`
  const [plain] = sql.split(/ order by (?!.* from )/)
  return `select ${joined(text(id), 'line')} as line from (${plain}) answer union all select ${text(`${id}.`)} as line;`
}

/** A statement without an answer as it is printed. */
export function doneAs({ text }: Dialect, { sql }: Step): string {
  return `${sql};\nselect ${text(`${idOf(sql)}\t.`)} as line;`
}
