import { createRequire } from 'node:module'
import type BetterSqlite3 from 'better-sqlite3'

export type Database = BetterSqlite3.Database
export type Statement = BetterSqlite3.Statement<unknown[]>

/**
 * No one major of better-sqlite3 works on Node 20 and on current Node 24 (docs/decisions.md): where Node-API 10 is
 * there, the newer one is taken under its alias, else, or where it was not installed, the one for Node 20.
 */
export function openDatabase(path: string, options: BetterSqlite3.Options): Database {
  opened ??= load()
  return new opened(path, options)
}

let opened: typeof BetterSqlite3 | undefined

function load(): typeof BetterSqlite3 {
  const require = createRequire(import.meta.url)
  if (Number(process.versions.napi) >= 10) {
    try {
      return require('better-sqlite3-napi')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error
    }
  }
  return require('better-sqlite3')
}
