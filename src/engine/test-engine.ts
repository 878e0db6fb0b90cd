import { lineSql } from '../core/engine/freeze-sql.ts'
import { KEPT, type Probe, probes, type Trap } from '../core/engine/self-test.ts'
import { hexOfBytes } from '../core/hex.ts'
import { allLines, CutShort, EngineError, type Session } from './drivers/session.ts'

/** What an engine does otherwise than the law. */
export interface Found {
  readonly trap: Trap
  readonly expected: string
  readonly found: string
}

/**
 * Asks an engine for everything that a draw depends on: each trap once, with what was expected and what came out. Its table stands among the made ones
 * until it is taken away again.
 */
export async function testEngine(
  session: Session,
  table: string,
  made: Set<string> = new Set(),
): Promise<readonly Found[]> {
  const faults = new Map<Trap, Found>()
  const all = probes(session.dialect)
  const at = await outcomes(session, all)
  for (const [i, { trap, expected }] of all.entries()) {
    const found = at[i]!
    if (found !== expected && !faults.has(trap))
      faults.set(trap, { trap, expected: shown(expected), found: shown(found) })
  }
  const { rows: kept, many } = await keptRows(session, table, made)
  const other = KEPT.findIndex((value, i) => kept[i] !== value)
  if (other >= 0 || kept.length !== KEPT.length) {
    const trap =
      kept.length === KEPT.length && KEPT.every(value => kept.includes(value)) ? 'byte-order' : 'kept'
    const [expected, found] = [KEPT[Math.max(0, other)] ?? '', kept[Math.max(0, other)] ?? '∅']
    faults.set(trap, faults.get(trap) ?? { trap, expected: shown(expected), found: shown(found) })
  } else if (many !== MANY) faults.set('cut', { trap: 'cut', expected: MANY, found: many })
  return [...faults.values()]
}

/** The rows that are kept are asked for so many times at once. */
const TIMES = 64
const MANY = String(TIMES * KEPT.length)

/** What comes out of each: asked all at once, and one by one where an engine cannot do one of them. */
async function outcomes(session: Session, all: readonly Probe[]): Promise<readonly string[]> {
  const { dialect } = session
  const numbered = all.map(
    ({ sql }, i) => `select ${lineSql(dialect, dialect.text(String(i)), 'line')} as line from (${sql}) p${i}`,
  )
  try {
    // An engine that lets NULL swallow a text gives no line at all.
    const found = (await allLines(session, numbered.join(' union all '))).filter(line => line !== null)
    const lines = new Map(found.map(line => splitAt(line, line.indexOf('\t'))))
    return all.map((_, i) => lines.get(i) ?? '')
  } catch (error) {
    if (!(error instanceof EngineError)) throw error
    // A server that broke off over the question (too long a packet) is told of by this error, and no later one.
    await saidInstead(session, error)
    const found: string[] = []
    for (const probe of all) found.push(await outcome(session, probe))
    return found
  }
}

function splitAt(line: string, at: number): readonly [number: number, rest: string] {
  return [Number(line.slice(0, at)), line.slice(at + 1)]
}

/** An engine that cannot do something says so instead of answering: that is its answer. */
async function outcome(session: Session, { sql }: Probe): Promise<string> {
  try {
    const lines = await allLines(session, sql)
    return lines.length === 1 ? String(lines[0]) : `${lines.length}`
  } catch (error) {
    return saidInstead(session, error)
  }
}

/** What an engine said instead of an answer; an engine that has gone says nothing of itself. */
async function saidInstead(session: Session, error: unknown): Promise<string> {
  if (
    !(error instanceof EngineError) ||
    error instanceof CutShort ||
    GONE.test(`${(error.cause as { code?: string }).code} ${error.message}`)
  )
    throw error
  try {
    await allLines(session, `select ${session.dialect.text('1')} as line`)
  } catch {
    throw error
  }
  return error.message
}

/**
 * A server that is not there or ends, has no room left or cancels the statement (SQLSTATE 08, 53 and 57), or a ClickHouse that misses one of the others,
 * be it in the middle of an answer: nothing of that is how the engine writes or sorts.
 */
const GONE = new RegExp(
  [
    '^(?:08|53|57)[0-9A-Z]{3} ',
    '\\bE[A-Z]{6,}\\b',
    'PROTOCOL_CONNECTION_LOST|All connection tries failed|NetException|NETWORK_ERROR|read after eof',
    'ER_(?:QUERY_INTERRUPTED|STATEMENT_TIMEOUT|QUERY_TIMEOUT|CONNECTION_KILLED|SERVER_SHUTDOWN|DISK_FULL)',
    'Code: (?:159|394)\\b',
  ].join('|'),
)

/** What comes back of rows that are written, grouped and sorted as those of a frame are. */
async function keptRows(
  session: Session,
  table: string,
  made: Set<string>,
): Promise<{ readonly rows: readonly string[]; readonly many: string }> {
  const { dialect } = session
  try {
    const [first, ...more] = dialect.create(table, [{ name: 'v', kind: 'id' }], ['v'])
    await session.run(first!)
    made.add(table)
    for (const step of more) await session.run(step)
    const values = KEPT.toReversed()
      .map(value => `(${dialect.text(value)})`)
      .join(', ')
    await session.run({ sql: `insert into ${table} values ${values}` })
    const rows = await allLines(
      session,
      `select ${dialect.joined(dialect.text('='), 'v')} as line from (select v from ${table} group by v) t order by ${dialect.key('v')}`,
    )
    return { rows: rows.map(line => line.slice(1)), many: await manyRows(session, table) }
  } catch (error) {
    return { rows: [await saidInstead(session, error)], many: '' }
  } finally {
    try {
      for (const step of dialect.drop(table)) await session.run(step)
      made.delete(table)
    } catch {
      // Whoever began takes it away by a connection of its own.
    }
  }
}

/**
 * How many lines come of as many as fill several packets: settings may cut an answer short without a word. A file of answers counts
 * its lines by itself.
 */
async function manyRows(session: Session, table: string): Promise<string> {
  if (session.rowOf !== undefined) return MANY
  try {
    const lines = await allLines(
      session,
      Array(TIMES).fill(`select v as line from ${table}`).join(' union all '),
    )
    return String(lines.length)
  } catch (error) {
    return saidInstead(session, error)
  }
}

function shown(text: string): string {
  return JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}…` : text)
}

/** What the names of tables begin with that nobody else has; of a draw its number too. */
export function tableName(chance: Uint8Array, draw = ''): string {
  return `ssj_${draw === '' ? '' : `${draw.replaceAll('-', '_')}_`}${hexOfBytes(chance)}`
}
