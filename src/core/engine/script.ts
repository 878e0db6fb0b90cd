import { sha256Hex } from '../hash.ts'
import type { Dialect, Step } from './dialects/dialect.ts'

/**
 * A conversation with an engine that nobody here can speak to: what is to be asked is printed, whoever can asks it, and the
 * lines that come back stand in a file. Each line begins with the eight digits of its statement; one with a point says that
 * a statement was done, and of a question how many lines answer it, so that what was lost or came twice is seen.
 */

/** What a statement goes by in the file of answers. */
export function idOf(sql: string): string {
  return sha256Hex(sql).slice(0, 8)
}

/** A question as it is printed: every line of its answer begins with its digits. */
export function askedAs(dialect: Dialect, sql: string): string {
  const { text, joined } = dialect
  const id = idOf(sql)
  const plain = unordered(sql)
  // A text that NULL has swallowed is no line, and not counted as one.
  const count = dialect.digits('count(line)')
  return `select ${joined(text(`${id}\t`), 'line')} as line from (${plain}) answer union all select ${joined(text(`${id}\t${DONE}=`), count)} as line from (${plain}) answer;`
}

/** The lines of an answer come in any order, but for an order that says which rows they are. */
function unordered(sql: string): string {
  const [plain, order = ''] = sql.split(/ order by (?!.* from )/)
  return / (?:limit|offset) /.test(order) ? sql : plain!
}

/** A statement without an answer as it is printed. */
export function doneAs({ text }: Dialect, { sql }: Step): string {
  return `${sql};\nselect ${text(`${idOf(sql)}\t${DONE}`)} as line;`
}

/** What stands on the line that says that a statement was done. */
export const DONE = '.'
