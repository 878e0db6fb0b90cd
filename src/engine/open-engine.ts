import type { DialectName } from '../core/engine/dialects/dialect.ts'
import type { Engine } from '../core/engine/engine.ts'
import { SCHEMES, writtenDialect } from '../core/engine/engine.ts'
import type { EngineReasons } from '../core/engine/reasons.ts'
import { idOf } from '../core/engine/script.ts'
import { refusal, UserError } from '../core/refusal.ts'
import {
  type Address,
  AnswerError,
  CutShort,
  EngineError,
  type Session,
  Unanswered,
} from './drivers/session.ts'

const refuse = refusal<EngineReasons>()

/** Each driver is loaded when a connection of its kind is opened, and only then. */
const DRIVERS = {
  postgres: {
    driver: 'pg',
    open: async (address: Address) => (await import('./drivers/postgres.ts')).openPostgres(address),
  },
  mysql: {
    driver: 'mysql2',
    open: async (address: Address) => (await import('./drivers/mysql.ts')).openMySql(address),
  },
  clickhouse: {
    driver: null,
    open: async (address: Address) => (await import('./drivers/clickhouse.ts')).openClickHouse(address),
  },
  duckdb: {
    driver: '@duckdb/node-api',
    open: async (address: Address) => (await import('./drivers/duckdb.ts')).openDuckDb(address),
  },
} as const satisfies Partial<
  Record<
    DialectName,
    { readonly driver: string | null; readonly open: (address: Address) => Promise<Session> }
  >
>

/**
 * Works with an engine over one connection, which is closed again. What goes wrong in it is refused with the statement; a
 * driver that is not installed, with the command that installs it.
 */
export async function withEngine<T>(
  engine: Engine,
  secrets: Omit<Address, 'url' | 'written'>,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  let session: Session | null = null
  try {
    session = await opened(engine, secrets)
    return await work(session)
  } catch (error) {
    throw scriptRefusal(engine, secrets, session, error) ?? engineRefusal(engine, error)
  } finally {
    await session?.close().catch(() => {})
  }
}

async function opened(engine: Engine, secrets: Omit<Address, 'url' | 'written'>): Promise<Session> {
  const written = writtenDialect(engine)
  if (written !== null) {
    const { openScript, WRITTEN } = await import('./drivers/script.ts')
    return openScript(WRITTEN[written], secrets.answers)
  }
  const { url, dialect } = spokenTo(engine)
  const { driver, open } = DRIVERS[dialect]
  try {
    return await open({ url, written: engine.url, ...secrets })
  } catch (error) {
    if (driver !== null && isMissing(error))
      throw refuse('driver-missing', { engine: engine.name, driver, command: `npm install ${driver}` })
    throw fileRefusal(engine, error) ?? error
  }
}

/** What keeps a DuckDB file from being opened; null for anything else. */
function fileRefusal({ name, url }: Engine, error: unknown): UserError | null {
  if (!(error instanceof EngineError) || !url.startsWith('duckdb:')) return null
  const problem = FILES.find(([words]) => words.test(error.message))?.[1]
  if (problem === undefined) return null
  const message = short(error.message, 300)
  return refuse('engine-file-open', { engine: name, file: url.slice('duckdb:'.length), problem, message })
}

/** What DuckDB says of them. */
const FILES = [
  [/Could not set lock|being used by another process/, 'held'],
  [/version number \d+, but we can only read|newer version of DuckDB|storage version greater/, 'newer'],
  [/not a valid DuckDB database|Is a directory|Corrupt database file/, 'no-database'],
  [/Permission denied|Read-only file system|Access is denied/, 'forbidden'],
] as const

function spokenTo({ url: written }: Engine): { readonly url: URL; readonly dialect: keyof typeof DRIVERS } {
  // Several servers of a ClickHouse stand in one URL, of which the standard knows the first.
  const url = new URL(written.replace(/^(\w+:\/\/[^/?,]*),[^/?]*/, '$1'))
  return { url, dialect: SCHEMES[url.protocol] as keyof typeof DRIVERS }
}

function isMissing(error: unknown): boolean {
  const { code } = error as { readonly code?: string }
  return code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND'
}

/** What is to be asked of an engine that is not spoken to from here, or what is wrong with what it was answered; null for anything else. */
function scriptRefusal(
  engine: Engine,
  { answers }: Pick<Address, 'answers'>,
  session: Session | null,
  error: unknown,
): UserError | null {
  const dialect = writtenDialect(engine)
  if (dialect === null) return null
  if (error instanceof Unanswered)
    return refuse('engine-unanswered', { engine: engine.name, dialect, statements: error.statements })
  const row = error instanceof AnswerError ? session?.rowOf?.(error.statement, error.line) : null
  if (!(error instanceof AnswerError) || row === null || row === undefined) return null
  const { field, expected, found } = error.fault
  // Before the first field stand the digits of the statement.
  return refuse('engine-answer-line', {
    ...{ file: answers!.written, row, place: field + 1, statement: idOf(error.statement) },
    ...{ expected, found: found.slice(0, 100) },
  })
}

/** What an engine said, in one line; anything else as it is. */
export function engineRefusal({ name }: Engine, error: unknown): unknown {
  if (!(error instanceof EngineError) || error instanceof UserError) return error
  const gone = goneIn(error)
  if (gone !== null) return refuse('snapshot-gone', { engine: name, ...gone })
  if (error instanceof CutShort) {
    const counts = { expected: String(error.expected), found: String(error.found) }
    return refuse('engine-cut-short', { engine: name, statement: short(error.statement, 120), ...counts })
  }
  const untrusted = certificateProblem(error)
  if (untrusted !== null)
    return refuse('engine-certificate', {
      engine: name,
      problem: untrusted,
      message: short(error.message, 300),
    })
  return refuse('engine-failed', {
    engine: name,
    statement: short(error.statement, 120),
    message: short(error.message || String((error.cause as { code?: string })?.code ?? ''), 300),
  })
}

/** A text on one line. */
function short(text: string, most: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length > most ? `${line.slice(0, most)} …` : line
}

/** What is wrong with the certificate of a server; null for anything else. */
function certificateProblem({
  cause,
  message,
}: EngineError): EngineReasons['engine-certificate']['problem'] | null {
  const said = `${(cause as { readonly code?: string } | undefined)?.code} ${message}`
  return CERTIFICATES.find(([words]) => words.test(said))?.[1] ?? null
}

/** What Node and the drivers say; MySQL's gives messages alone. */
const CERTIFICATES = [
  [/ALTNAME_INVALID|does not match certificate's altnames/, 'other-name'],
  [/CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|certificate (?:has expired|is not yet valid)/, 'not-valid'],
  [
    /SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET_ISSUER)|self-signed certificate|unable to (?:verify|get)/,
    'untrusted',
  ],
  [/does not support SSL connections|does not support secure connection|wrong version number/, 'none'],
] as const

/** The table of a draw that a statement asks for and an engine does not have. */
function goneIn({
  statement,
  message,
}: EngineError): { readonly draw: string; readonly table: string } | null {
  if (!MISSING.test(message)) return null
  const [table, year, number] =
    SNAPSHOT.exec(message) ?? (/^select /.test(statement) ? (SNAPSHOT.exec(statement) ?? []) : [])
  return table === undefined ? null : { draw: `${year}-${number}`, table }
}

/** What PostgreSQL, MariaDB, DuckDB and ClickHouse say of a table that is not there. */
const MISSING = /relation .* does not exist|doesn't exist|Table with name .* does not exist|Code: 60\b/s
const SNAPSHOT = /ssj_(\d{4})_(\d{4,})_[0-9a-f]{8}_(?:frame|excluded)/
