import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { main } from '../../src/main.ts'
import { type Database, openDatabase } from '../../src/store/sqlite.ts'
import { answered } from './answers.ts'
import { freshFolder, refuseBeforeTests } from './scratch.ts'

declare global {
  interface ImportMeta {
    /** Vite's, which replaces the call by what it finds. */
    readonly glob: (names: readonly string[], options: { readonly eager: true }) => unknown
  }
}

// What the program loads only when it is asked for is here before any test asks: a load that is under way when a file of
// tests ends is broken off, and stays broken for every file that shares the process.
import.meta.glob(['../../src/terminal/sentences/{zh,en}.ts', '../../src/commands/**/*.ts'], { eager: true })

/** What one run of `ssj` gave. `json` is stdout as a document; asking for it where there is none fails. */
export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
  // biome-ignore lint/suspicious/noExplicitAny: the documents have as many shapes as there are commands
  readonly json: any
}

/** A database in a folder of its own, and the hand that runs `ssj` on it, in this process. */
export interface Office {
  readonly folder: string
  readonly db: string
  readonly ssj: (...argv: string[]) => Promise<Ran>
  /** The same, in the world with these differences. */
  readonly ssjIn: (
    world: {
      readonly now?: string
      readonly env?: Record<string, string>
      readonly cwd?: string
      /** What chance gives begins here. */
      readonly chance?: number
      readonly stdin?: string
      /** How long to wait for another command, in milliseconds. */
      readonly patience?: number
      /** Which streams are a terminal. */
      readonly terminal?: readonly ('stdout' | 'stderr')[]
      /** How many columns a terminal has. */
      readonly columns?: number
    },
    ...argv: string[]
  ) => Promise<Ran>
  /** The same, expecting exit code 0; gives the JSON document. */
  readonly done: (...argv: string[]) => Promise<Ran['json']>
  readonly path: (name: string) => string
  /** Writes a file into the folder and gives its path. */
  readonly file: (name: string, content: string | Uint8Array) => string
  /** A copy of the database in a folder of its own. */
  readonly copy: () => Office
}

export const NOW = '2026-02-03T04:05:06Z'
const ROOT = fileURLToPath(new URL('../../', import.meta.url))
export const DISTRICT = join(ROOT, 'fixtures/district')
export const BIN = join(ROOT, 'bin/ssj.js')
export const LIBRARIES = ['departments', 'items', 'targets', 'inspectors', 'recusals', 'plan'] as const

/** `SSJ_ROWS=bytes npx vitest run` takes the way of large registries wherever a test freezes or draws. */
const ROWS = process.env.SSJ_ROWS === undefined ? {} : { SSJ_ROWS: process.env.SSJ_ROWS }

/** An office whose clock shows `now`. */
export function office(now = NOW): Office {
  const folder = freshFolder()
  const db = join(folder, 'ssj.db')
  const once: Office['ssjIn'] = async (world, ...argv) => {
    refuseBeforeTests()
    const out = sink()
    const err = sink()
    const code = await main(argv, {
      stdin: Readable.from(world.stdin === undefined ? [] : [Buffer.from(world.stdin)]),
      stdout: Object.assign(out.stream, {
        isTTY: world.terminal?.includes('stdout') ?? false,
        ...(world.columns === undefined ? {} : { columns: world.columns }),
      }),
      stderr: Object.assign(err.stream, { isTTY: world.terminal?.includes('stderr') ?? false }),
      cwd: world.cwd ?? folder,
      patience: world.patience ?? 100,
      env: { SSJ_DB: db, SSJ_ACTOR: '测试员', ...ROWS, ...world.env },
      now: () => world.now ?? now,
      randomBytes: count => Uint8Array.from({ length: count }, (_, i) => (world.chance ?? 0) + i),
      systemUser: () => 'nobody',
    })
    return {
      code,
      out: out.text(),
      err: err.text(),
      get json() {
        return answered(JSON.parse(out.text()))
      },
    }
  }
  /** A test that is not about seeds need not announce one: the office then has usual dice, and any text stands for their throw. */
  const ssjIn: Office['ssjIn'] = async (world, ...argv) => {
    const ran = await once(world, ...argv)
    if (ran.code !== 2 || argv[0] !== 'draw') return ran
    const told = ran.out + ran.err
    if (argv[1] === 'freeze' && told.includes('usual-sources') && !argv.includes('--source')) {
      await once(
        { now: world.now ?? now },
        'rules',
        'set',
        'usual-sources',
        '骰子/30',
        '--reason',
        '各任务通用',
      )
      return once(world, ...argv)
    }
    const dice = /骰子 \d{4}-\d{4}/.exec(told)?.[0]
    const at = argv.indexOf('--seed') + 1
    const isBare = at > 0 && !argv[at]!.includes('=')
    if (argv[1] !== 'run' || dice === undefined || !isBare) return ran
    return once(world, ...argv.with(at, `${dice}=${throwFor(argv[at]!)}`))
  }
  const ssj: Office['ssj'] = (...argv) => ssjIn({}, ...argv)
  return {
    folder,
    db,
    ssj,
    ssjIn,
    async done(...argv) {
      const ran = await ssj(...argv, '--json')
      expect(ran.err + (ran.code === 0 ? '' : ran.out)).toBe('')
      expect(ran.code).toBe(0)
      return ran.json
    },
    path: name => join(folder, name),
    file(name, content) {
      const path = join(folder, name)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, content)
      return path
    },
    copy() {
      const other = office(now)
      copyFileSync(db, other.db)
      return other
    },
  }
}

/** An office with the six registries of fixtures/district. */
export function district(): Promise<Office> {
  return madeOnce('district', NOW, async made => {
    await made.done('init')
    for (const library of LIBRARIES) await made.done('import', library, join(DISTRICT, `${library}.csv`))
  })
}

/**
 * An office whose clock shows `now`, with a database that `make` makes the first time that it is asked for under this name,
 * and that is copied from then on: files of tests that share a process make it once.
 */
export async function madeOnce(
  name: string,
  now: string,
  make: (made: Office) => Promise<void>,
): Promise<Office> {
  const made = office(now)
  const known = databases.get(name)
  if (known === undefined) {
    await make(made)
    databases.set(name, readFileSync(made.db))
  } else writeFileSync(made.db, known, { mode: 0o600 })
  return made
}

const databases = new Map<string, Uint8Array>()

/** Thirty dice that a text stands for. */
function throwFor(text: string): string {
  const digest = createHash('sha256').update(text).digest()
  return Array.from({ length: 30 }, (_, i) => 1 + (digest[i]! % 6)).join('')
}

function sink() {
  const pieces: string[] = []
  return {
    stream: new Writable({
      write(piece, _encoding, done) {
        pieces.push(String(piece))
        done()
      },
    }),
    text: () => pieces.join(''),
  }
}

/** Lines of CSV of a fixture as cells; quotes are understood, line ends inside them are not in the fixtures. */
export function cellsOf(path: string): string[][] {
  return readFileSync(path, 'utf8')
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/)
    .map(line =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain!,
      ),
    )
}

/** CSV from headings, and rows given by heading; what is left out is empty. */
export function csvOf(
  headings: readonly string[],
  rows: readonly Readonly<Record<string, string>>[],
): string {
  const quote = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  return [headings, ...rows.map(row => headings.map(heading => row[heading] ?? ''))]
    .map(cells => `${cells.map(quote).join(',')}\n`)
    .join('')
}

/** Every file below a folder by its path, its bytes. */
export function filesIn(folder: string): Map<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
  return new Map(names.map(name => [name.slice(folder.length + 1), readFileSync(name)] as const))
}

/** What files hold, as digests: whole files compared byte by byte take an assertion longer than what made them. */
export function digestsOf(files: Iterable<readonly [string, Uint8Array]>): Record<string, string> {
  return Object.fromEntries([...files].map(([name, bytes]) => [name, digestOf(bytes)]))
}

/** The digest of a file's bytes, null where there is none. */
export function digestAt(path: string): string | null {
  return existsSync(path) ? digestOf(readFileSync(path)) : null
}

const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** A connection past the program, for whoever tampers. The triggers stand until they are dropped. */
export function raw(db: string): Database {
  const opened = openDatabase(db)
  opened.pragma('foreign_keys = off')
  opened.pragma('synchronous = off')
  return opened
}

/** All that a database holds: schema, header and every row. The same text means that nothing was written. */
export function contentOf(db: string): string {
  const opened = openDatabase(db, { readonly: true })
  try {
    const tables = opened
      .prepare("select name, sql from sqlite_schema where name not like 'sqlite_%' order by name")
      .all() as { name: string; sql: string }[]
    const rows = tables
      .filter(({ sql }) => sql.startsWith('CREATE TABLE'))
      .map(({ name }) => [name, opened.prepare(`select * from ${name} order by rowid`).raw().all()])
    const header = ['application_id', 'user_version'].map(name => opened.pragma(name, { simple: true }))
    return JSON.stringify([header, tables, rows])
  } finally {
    opened.close()
  }
}
