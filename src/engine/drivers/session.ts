import { faultIn, type LineFault, type Shape } from '../../core/engine/answer-shapes.ts'
import type { AnswerFile } from '../../core/engine/answers.ts'
import type { Dialect, Step } from '../../core/engine/dialects/dialect.ts'

/** An open connection to an engine. Whatever goes wrong with it is an {@link EngineError} that tells the statement. */
export interface Session {
  readonly dialect: Dialect
  /** Does a statement that gives no answer. */
  readonly run: (step: Step) => Promise<void>
  /** The lines of a statement's one column, in batches, as fast as whoever reads takes them. */
  readonly lines: (sql: string) => AsyncIterable<readonly string[]>
  /** Where questions are written down and asked by somebody else: tells one that will follow in any case. */
  readonly ahead?: (sql: string) => void
  /** Where answers stand in a file: the row of a line that answers a statement. */
  readonly rowOf?: (sql: string, line: string) => number | null
  readonly close: () => Promise<void>
}

/** What opens a connection; a password is at hand only here. */
export interface Address {
  readonly url: URL
  /** The URL as the user wrote it, for files. */
  readonly written: string
  readonly password: string | null
  /** The certificates that are trusted instead of those that this machine trusts; null where it is these. */
  readonly ca: string | null
  /** The file that a `duckdb:` URL names, from the folder of the command. */
  readonly file: string
  /** What somebody else was answered, where nobody here can ask; null where nothing was yet. */
  readonly answers: AnswerFile | null
}

/** The server of a URL, an address of IPv6 without its brackets. */
export function hostOf({ hostname }: URL): string {
  return decodeURIComponent(hostname).replace(/^\[(.*)\]$/, '$1')
}

/** Something went wrong in an engine, or on the way to it. */
export class EngineError extends Error {
  readonly statement: string

  constructor(statement: string, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
    this.name = 'EngineError'
    this.statement = statement
  }
}

/** A statement that ended as if it were done, with other rows than there are: it was cancelled, or what it reads changed meanwhile. */
export class CutShort extends EngineError {
  readonly expected: number
  readonly found: number

  constructor(statement: string, expected: number, found: number) {
    super(statement, `${found} of ${expected} rows`)
    this.name = 'CutShort'
    this.expected = expected
    this.found = found
  }
}

/** A line of an answer that is not what was asked for. */
export class AnswerError extends EngineError {
  readonly line: string
  readonly fault: LineFault

  constructor(statement: string, line: string, fault: LineFault) {
    super(statement, `“${line.slice(0, 100)}”: field ${fault.field} should be ${fault.expected}`)
    this.name = 'AnswerError'
    this.line = line
    this.fault = fault
  }
}

/** What is to be asked of an engine before anything can go on: the statements, in their order. */
export class Unanswered extends Error {
  readonly statements: readonly string[]

  constructor(statements: readonly string[]) {
    super('unanswered')
    this.name = 'Unanswered'
    this.statements = statements
  }
}

/** Waits for a statement; what it throws becomes an {@link EngineError}. */
export async function told<T>(statement: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof EngineError ? error : new EngineError(statement, error)
  }
}

/** All lines of an answer, where they are few. */
export async function allLines(session: Session, sql: string): Promise<string[]> {
  const all: string[] = []
  for await (const lines of session.lines(sql)) for (const line of lines) all.push(line)
  return all
}

/** The same, each of whose lines must have a shape. */
export async function shapedLines(session: Session, sql: string, shape: Shape): Promise<string[]> {
  const all: string[] = []
  for await (const line of shaped(session, sql, shape)) all.push(line)
  return all
}

/** The lines of an answer as they pass, each of which must have a shape. */
export async function* shaped(session: Session, sql: string, shape: Shape): AsyncGenerator<string> {
  for await (const lines of session.lines(sql))
    for (const line of lines) {
      const fault = faultIn(line, shape)
      if (fault !== null) throw new AnswerError(sql, line, fault)
      yield line
    }
}
