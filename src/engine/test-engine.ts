import { KEPT, type Probe, probes, type Trap } from '../core/engine/self-test.ts'
import { allLines, EngineError, type Session } from './drivers/session.ts'

/** What an engine does otherwise than the law. */
export interface Found {
  readonly trap: Trap
  readonly expected: string
  readonly found: string
}

/** Asks an engine for everything that a draw depends on: each trap once, with what was expected and what came out. */
export async function testEngine(session: Session, table: string): Promise<readonly Found[]> {
  const faults = new Map<Trap, Found>()
  for (const probe of probes(session.dialect)) {
    const found = await outcome(session, probe)
    if (found !== probe.expected && !faults.has(probe.trap))
      faults.set(probe.trap, { trap: probe.trap, expected: shown(probe.expected), found: shown(found) })
  }
  const kept = await keptRows(session, table)
  const at = KEPT.findIndex((value, i) => kept[i] !== value)
  if (at >= 0 || kept.length !== KEPT.length) {
    const trap =
      kept.length === KEPT.length && KEPT.every(value => kept.includes(value)) ? 'byte-order' : 'kept'
    const [expected, found] = [KEPT[Math.max(0, at)] ?? '', kept[Math.max(0, at)] ?? '∅']
    faults.set(trap, faults.get(trap) ?? { trap, expected: shown(expected), found: shown(found) })
  }
  return [...faults.values()]
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

/** A server that is not there, or a ClickHouse that misses one of the others. */
const GONE = /\bE[A-Z]{6,}\b|PROTOCOL_CONNECTION_LOST|All connection tries failed/

/** What comes back of rows that are written, grouped and sorted as those of a frame are. */
async function keptRows(session: Session, table: string): Promise<readonly string[]> {
  const { dialect } = session
  try {
    for (const step of dialect.create(table, [{ name: 'v', kind: 'id' }], ['v'])) await session.run(step)
    const values = KEPT.toReversed()
      .map(value => `(${dialect.text(value)})`)
      .join(', ')
    await session.run({ sql: `insert into ${table} values ${values}` })
    const rows = await allLines(
      session,
      `select ${dialect.joined(dialect.text('='), 'v')} as line from (select v from ${table} group by v) t order by ${dialect.key('v')}`,
    )
    return rows.map(line => line.slice(1))
  } catch (error) {
    return [await saidInstead(session, error)]
  } finally {
    for (const step of dialect.drop(table)) await session.run(step).catch(() => {})
  }
}

function shown(text: string): string {
  return JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}…` : text)
}

/** What the names of tables begin with that nobody else has; of a draw its number too. */
export function tableName(chance: Uint8Array, draw = ''): string {
  return `ssj_${draw === '' ? '' : `${draw.replaceAll('-', '_')}_`}${Array.from(chance, byte => byte.toString(16).padStart(2, '0')).join('')}`
}
