import { createRequire } from 'node:module'
import type BetterSqlite3 from 'better-sqlite3'
import type { DatabaseReasons } from '../core/reasons.ts'
import { refusal } from '../core/refusal.ts'

export type Database = BetterSqlite3.Database
/** A prepared statement; `Row` is what its columns make, which SQLite cannot tell. */
export type Statement<Row = unknown> = BetterSqlite3.Statement<unknown[], Row>

const refuse = refusal<DatabaseReasons>()

/**
 * Opens a SQLite file with the driver that this Node can run: no one major of better-sqlite3 works on Node 20 and on
 * current Node 24, and npm installs only the fitting one (docs/decisions.md).
 */
export function openDatabase(path: string, options: BetterSqlite3.Options = {}): Database {
  driver ??= load()
  try {
    return new driver(path, options)
  } catch (error) {
    throw isUnbuilt(error) ? noDriver() : error
  }
}

let driver: typeof BetterSqlite3 | undefined

function load(): typeof BetterSqlite3 {
  const name = Number(process.versions.napi) >= 10 ? 'better-sqlite3' : 'better-sqlite3-for-node-20'
  try {
    return createRequire(import.meta.url)(name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error
    throw noDriver()
  }
}

/** The package is there and what was to be compiled of it is not, or is of another Node: it was installed without its scripts. */
function isUnbuilt(error: unknown): boolean {
  const { code = '' } = error as NodeJS.ErrnoException
  return ['MODULE_NOT_FOUND', 'ERR_DLOPEN_FAILED'].includes(code) || 'tries' in (error as object)
}

function noDriver() {
  return refuse('no-database-driver', { node: process.versions.node })
}
