import { existsSync, lstatSync, statfsSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname } from 'node:path'
import type { FilePath } from '../core/file-path.ts'
import type { DatabaseReasons, RoomNeeded } from '../core/reasons.ts'
import { refusal } from '../core/refusal.ts'
import { MIGRATIONS } from './schema/migrations/migrations.ts'
import { type Database, openDatabase, type Statement } from './sqlite.ts'

const refuse = refusal<DatabaseReasons>()

/** `ssj1` as a big-endian number: says in the file's header whose it is. */
const APPLICATION_ID = 0x73736a31

/** An open database with each statement prepared once and kept (on Node 24 that also avoids an abort, see decisions). */
export interface Store {
  /** As the user wrote it. */
  readonly path: string
  readonly db: Database
  /** The statement with this text; who asks says what its rows are. */
  readonly sql: <Row>(text: string) => Statement<Row>
  readonly close: () => void
  /** Has something done when the database is closed. */
  readonly whenClosed: (work: () => void) => void
}

/** As many KB of pages are held: what passes once is as quick with them as with four times as many (docs/performance.md). */
const HELD = 16_384

/** Holds more pages, for whoever writes rows whose places in the indexes lie in no order. */
export function holdMorePages({ db }: Store): void {
  db.pragma(`cache_size = -${4 * HELD}`)
}

/** Creates a database, which waits `patience` milliseconds for whoever writes. Refuses a path where something stands. */
export function createStore(at: FilePath, patience: number): Store {
  const { written: path, full } = at
  if (existsSync(full)) throw refuse('database-exists', { path })
  return guarded(at, () => {
    const store = connect(path, full, { timeout: patience })
    store.db.pragma(`application_id = ${APPLICATION_ID}`)
    migrate(store)
    return store
  })
}

/** Opens a database, bringing an older one up to this program. Refuses what is not ours or is newer. */
export function openStore(at: FilePath, patience: number): Store {
  const { written: path, full } = at
  refuseOther(at)
  return guarded(at, () => {
    const store = connect(path, full, { timeout: patience, fileMustExist: true })
    if (store.db.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
      throw refuse('foreign-database', { path })
    }
    const version = store.db.pragma('user_version', { simple: true }) as number
    if (version > MIGRATIONS.length)
      throw refuse('newer-database', { path, version, known: MIGRATIONS.length })
    if (version < MIGRATIONS.length) migrate(store)
    return store
  })
}

/** Refuses what is no file: SQLite would wait for a pipe, and call a folder missing. */
function refuseOther({ written: path, full }: FilePath): void {
  try {
    const there = statSync(full)
    if (there.isDirectory()) throw refuse('database-is-folder', { path })
    if (!there.isFile()) throw refuse('foreign-database', { path })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    throw refuse(code === 'ENOENT' && !isLink(full) ? 'no-such-database' : 'database-unreachable', { path })
  }
}

/** A link that leads nowhere stands for a database on a disk that is not there: a new one would be another. */
function isLink(full: string): boolean {
  return lstatSync(full, { throwIfNoEntry: false })?.isSymbolicLink() === true
}

/** Turns SQLite's own refusals into ours. */
export function guarded<T>(at: FilePath, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw storeError(at, error)
  }
}

/** Where a database that is open lies. */
export const placeOf = ({ path, db }: Store): FilePath => ({ written: path, full: db.name })

/**
 * The Reason behind an error of SQLite; any other error as it is. `needs` is the room that its work needs, where somebody
 * knows: what was written is taken back by now, so that the room that is there does not suffice.
 */
export function storeError({ written: path, full }: FilePath, error: unknown, needs?: RoomNeeded): unknown {
  const code = (error as { code?: string }).code ?? ''
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return refuse('database-locked', { path })
  if (code === 'SQLITE_NOTADB') return refuse('foreign-database', { path })
  if (code.startsWith('SQLITE_CORRUPT') || isMisbuilt(code, error))
    return refuse('database-damaged', { path })
  if (code === 'SQLITE_FULL') return fullDisk({ written: path, full }, needs)
  if (code.startsWith('SQLITE_IOERR')) return refuse('write-failed', { path, message: code })
  if (code.startsWith('SQLITE_READONLY')) return refuse('database-read-only', { path })
  if (code.startsWith('SQLITE_CANTOPEN')) return refuse('database-unreachable', { path })
  if (/directory does not exist/.test(String(error))) return refuse('database-unreachable', { path })
  return error
}

/** What SQLite sorts lies in a folder of the system, which may be full while there is room for the database. */
function fullDisk({ written: path, full }: FilePath, needs: RoomNeeded | undefined): unknown {
  const free = freeAt(full) ?? freeAt(dirname(full))
  const aside = freeAt(tmpdir())
  if (needs === undefined && free !== null && aside !== null && aside < free)
    return refuse('disk-full', { path: tmpdir(), free: aside, needs: null })
  return refuse('disk-full', { path, free, needs: needs ?? null })
}

/** How many bytes this user may still write where a path leads; null where the system does not say. */
function freeAt(full: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(full)
    return bavail * bsize
  } catch {
    return null
  }
}

/** A table or column that the program knows is not there, or one that it makes is there already: the schema was changed. */
function isMisbuilt(code: string, error: unknown): boolean {
  return code === 'SQLITE_ERROR' && /no such (table|column)|already exists/.test((error as Error).message)
}

function connect(path: string, full: string, options: { timeout: number; fileMustExist?: boolean }): Store {
  const db = openDatabase(full, options)
  const statements = new Map<string, Statement>()
  const last: (() => void)[] = []
  try {
    db.pragma('foreign_keys = on')
    db.pragma(`cache_size = -${HELD}`)
  } catch (error) {
    db.close()
    throw error
  }
  return {
    path,
    db,
    sql<Row>(text: string) {
      let statement = statements.get(text)
      if (statement === undefined) {
        statement = db.prepare(text)
        statements.set(text, statement)
      }
      return statement as Statement<Row>
    },
    close() {
      db.close()
      for (const work of last.splice(0)) work()
    },
    whenClosed: work => {
      last.push(work)
    },
  }
}

function migrate({ db }: Store): void {
  db.exec('begin immediate')
  try {
    const version = db.pragma('user_version', { simple: true }) as number
    for (const sql of MIGRATIONS.slice(version)) db.exec(sql)
    db.pragma(`user_version = ${MIGRATIONS.length}`)
    db.exec('commit')
  } catch (error) {
    if (db.inTransaction) db.exec('rollback')
    throw error
  }
}
