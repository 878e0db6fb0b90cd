import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Session } from '../../src/engine/drivers/session.ts'
import { fillRegistry } from './on-engine.ts'

/**
 * Makes a large registry of an engine out of rows without tabs, line ends and backslashes: by the engine's own reading of a
 * file where it has one. A million rows as statements take an hour in some.
 */
export async function fillFromFile(
  session: Session,
  url: string,
  rows: Iterable<readonly string[]>,
): Promise<void> {
  const load = LOADS[url.slice(0, url.indexOf(':'))]
  if (load === undefined) return fillByBodies(session, rows)
  const folder = mkdtempSync(join(tmpdir(), 'ssj-rows-'))
  chmodSync(folder, 0o755)
  try {
    const file = join(folder, 'rows.tsv')
    writeLines(file, joined(rows))
    await fillRegistry(session, [])
    await session.run({ sql: load(file) })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** ClickHouse reads rows behind the statement, of which each is a body of some megabytes. */
async function fillByBodies(session: Session, rows: Iterable<readonly string[]>): Promise<void> {
  await fillRegistry(session, [])
  let lines: string[] = []
  const put = async () => {
    if (lines.length > 0)
      await session.run({ sql: `insert into registry format TabSeparated\n${lines.join('\n')}\n` })
    lines = []
  }
  for (const line of joined(rows)) if (lines.push(line) === BODY) await put()
  await put()
}

const BODY = 50_000

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
