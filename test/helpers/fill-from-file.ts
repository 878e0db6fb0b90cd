import { chmodSync, closeSync, createReadStream, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Session } from '../../src/engine/drivers/session.ts'
import { fillRegistry } from './on-engine.ts'

/**
 * A file of rows without tabs, line ends and backslashes, for engines to read: made once for all of them, where every server may read
 * it. It goes when it is removed.
 */
export function rowsFile(rows: Iterable<readonly string[]>): {
  readonly file: string
  readonly remove: () => void
} {
  const folder = mkdtempSync(join(tmpdir(), 'ssj-rows-'))
  chmodSync(folder, 0o755)
  const file = join(folder, 'rows.tsv')
  writeLines(file, joined(rows))
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/**
 * Makes a large registry of an engine out of a file of rows: by the engine's own reading of a file where it has one. A million rows as
 * statements take an hour in some.
 */
export async function fillFromFile(session: Session, url: string, file: string): Promise<void> {
  await fillRegistry(session, [])
  const load = LOADS[url.slice(0, url.indexOf(':'))]
  if (load === undefined) return fillByBodies(session, file)
  await session.run({ sql: load(file) })
}

/** ClickHouse reads rows behind the statement, of which each is a body of some megabytes. */
async function fillByBodies(session: Session, file: string): Promise<void> {
  const put = (lines: string) => session.run({ sql: `insert into registry format TabSeparated\n${lines}` })
  let rest = ''
  for await (const piece of createReadStream(file, { encoding: 'utf8', highWaterMark: BODY })) {
    const text = rest + (piece as string)
    const end = text.lastIndexOf('\n') + 1
    rest = text.slice(end)
    if (end > 0) await put(text.slice(0, end))
  }
  if (rest !== '') await put(rest)
}

const BODY = 8 << 20

const LOADS: Readonly<Record<string, (file: string) => string>> = {
  duckdb: file =>
    `copy registry from '${file}' (delimiter '\t', quote '', escape '', header false, nullstr '\\N')`,
  postgres: file =>
    `copy registry from '${file}' with (format csv, delimiter e'\\t', quote e'\\b', null '\\N')`,
  mysql: file =>
    `load data infile '${file}' into table registry character set utf8mb4 fields terminated by '\\t' escaped by '' lines terminated by '\\n'`,
}

function* joined(rows: Iterable<readonly string[]>): Generator<string> {
  for (const row of rows) yield row.join('\t')
}

/** Writes lines to a file as they come. */
export function writeLines(file: string, lines: Iterable<string>): void {
  const descriptor = openSync(file, 'w', 0o644)
  let text = ''
  for (const line of lines) {
    text += `${line}\n`
    if (text.length < 1 << 20) continue
    writeSync(descriptor, text)
    text = ''
  }
  writeSync(descriptor, text)
  closeSync(descriptor)
}
