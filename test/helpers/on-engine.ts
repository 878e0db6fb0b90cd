import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { library } from '../../src/core/registry/libraries/library.ts'
import { openDuckDb } from '../../src/engine/drivers/duckdb.ts'
import type { Session } from '../../src/engine/drivers/session.ts'
import { withEngine } from '../../src/engine/open-engine.ts'
import { openDatabase } from '../../src/store/sqlite.ts'
import type { Office } from './ssj.ts'

/** The fields of targets that a registry of an engine has in these tests, and extra ones. */
export const COLUMNS = library('targets').fields.map(({ name }) => name)

/** Opens an engine by its URL, for tests. */
export function onEngine<T>(
  url: string,
  work: (session: Session) => Promise<T>,
  ca: string | null = null,
): Promise<T> {
  const engine = { name: 'test', url, registry: 'registry', columns: new Map<string, string>(), password: '' }
  const file = url.startsWith('duckdb:') ? url.slice('duckdb:'.length) : ''
  return withEngine(engine, { password: null, ca, file, answers: null }, work)
}

/** A DuckDB in memory, for tests that ask it themselves. */
export function inMemory(): Promise<Session> {
  return openDuckDb({
    ...{ url: new URL('duckdb:'), written: '', password: null, ca: null, file: '', answers: null },
  })
}

/** The rows of an office's own registry of targets, in the order of {@link COLUMNS} and then of the extras. */
export function targetRows(office: Office, extras: readonly string[] = []): string[][] {
  const db = openDatabase(office.db, { fileMustExist: true })
  try {
    const rows = db
      .prepare(`select ${COLUMNS.join(', ')}, extra from target where until is null order by id`)
      .raw()
      .all() as string[][]
    return rows.map(row => {
      const extra = row.at(-1) === '' ? {} : (JSON.parse(row.at(-1)!) as Record<string, string>)
      return [...row.slice(0, -1), ...extras.map(heading => extra[heading] ?? '')]
    })
  } finally {
    db.close()
  }
}

/** Makes a registry of an engine out of these rows. */
export async function fillRegistry(
  session: Session,
  rows: Iterable<readonly string[]>,
  extras: readonly string[] = [],
  atOnce = 500,
  table = 'registry',
): Promise<void> {
  const { dialect } = session
  for (const step of dialect.drop(table)) await session.run(step)
  const columns = [...COLUMNS, ...extras.map((_, i) => `x${i}`)].map(name => ({
    name: dialect.named(name),
    kind: 'text' as const,
  }))
  for (const step of dialect.create(table, columns, [dialect.named('uscc')])) await session.run(step)
  let values: string[] = []
  const put = async () => {
    if (values.length > 0) await session.run({ sql: `insert into ${table} values ${values.join(', ')}` })
    values = []
  }
  for (const row of rows) {
    values.push(`(${row.map(dialect.text).join(', ')})`)
    if (values.length === atOnce) await put()
  }
  await put()
}

/** The words by which an engine of these tests is named to an office. */
export function engineWords(name: string, url: string, extras: readonly string[] = []): string[] {
  const pairs = [
    ...COLUMNS.map(field => `${field}=${field}`),
    ...extras.map((heading, i) => `${heading}=x${i}`),
  ]
  return ['engine', 'add', name, url, '--registry', 'registry', ...pairs.flatMap(pair => ['--column', pair])]
}

/** Every file of a folder with its bytes as text. */
export function filesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
  return Object.fromEntries(
    names
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .sort()
      .map(path => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  )
}

/**
 * The same files, byte for byte; tells the first that is not. Two ledgers have digests of their own: these, what is made
 * of files that hold them, and the page that shows the files, are no part of the draw.
 */
export async function expectSameFolder(name: string, one: Office, other: Office): Promise<void> {
  const [some, wanted] = [await told(one, name), await told(other, name)]
  expect(Object.keys(some)).toEqual(Object.keys(wanted))
  for (const [file, text] of Object.entries(wanted))
    expect(some[file] === text ? '' : `${file}: ${firstOther(some[file]!, text)}`).toBe('')
}

async function told(office: Office, name: string): Promise<Record<string, string>> {
  const { entries } = await office.done('log')
  const digests: readonly { readonly entry: number; readonly digest: string }[] = entries
  const files = Object.entries(filesIn(office.path(name))).filter(([file]) => !MADE_OF_FILES.test(file))
  const plain = (text: string) =>
    digests.reduce((all, { entry, digest }) => all.replaceAll(digest, `<digest of ${entry}>`), text)
  return Object.fromEntries(files.map(([file, text]) => [file, plain(text)]))
}

const MADE_OF_FILES =
  /(?:SHA256SUMS|manifest-sha256.txt|tagmanifest-sha256.txt|bag-info.txt|ledger.json|verify.html|\.html)$/

function firstOther(a: string, b: string): string {
  const [x, y] = [a.split('\n'), b.split('\n')]
  const at = x.findIndex((line, i) => line !== y[i])
  return `${at + 1}: ${x[at]?.slice(0, 300)} ≠ ${y[at]?.slice(0, 300)}`
}
