import type Database from 'better-sqlite3'
import { createStore, type Store } from '../../src/store/open.ts'

/** A new database, in memory. */
export function emptyStore(): Store {
  return createStore({ written: ':memory:', full: ':memory:' }, 0)
}

/** What SQLite keeps of the schema's text, statement by statement in the order in which they came. */
export function schemaOf(db: Database.Database): string {
  const statements = db.prepare('select sql from sqlite_schema where sql is not null order by rowid').pluck()
  return statements
    .all()
    .map(sql => `${sql};\n`)
    .join('')
}
