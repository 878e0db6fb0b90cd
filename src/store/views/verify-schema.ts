import type { Store } from '../open.ts'
import { MIGRATIONS } from '../schema/migrations/migrations.ts'
import { type Database, openDatabase } from '../sqlite.ts'

/** Where a database is not built as ssj builds it. */
export type Misbuilt =
  | { readonly problem: 'schema'; readonly object: string; readonly how: 'missing' | 'changed' | 'strange' }
  | { readonly problem: 'integrity'; readonly message: string }

/**
 * Digests tell of rows as the tables have them. Indexes, by which most commands find them, and triggers, which keep the
 * tables from being changed, are told by their text, and by SQLite, which compares every index with its table.
 */
export function verifySchema({ db }: Store): Misbuilt | null {
  const built = objectsOf(db)
  const meant = objectsOf(newDatabase())
  for (const [object, sql] of meant) {
    const found = built.get(object)
    if (found === undefined) return { problem: 'schema', object, how: 'missing' }
    if (found !== sql) return { problem: 'schema', object, how: 'changed' }
  }
  for (const object of built.keys())
    if (!meant.has(object)) return { problem: 'schema', object, how: 'strange' }
  const message = String(db.pragma('integrity_check(1)', { simple: true }))
  return message === 'ok' ? null : { problem: 'integrity', message }
}

/** Tables, indexes, triggers and views with the table that each belongs to, by kind and name; what ANALYZE counts is no part of it. */
function objectsOf(db: Database): Map<string, string> {
  const rows = db
    .prepare<unknown[], { object: string; text: string }>(
      `select type || ' ' || name as object, tbl_name || char(10) || coalesce(sql, '') as text from sqlite_schema
       where name not like 'sqlite_stat%' order by rowid`,
    )
    .all()
  return new Map(rows.map(({ object, text }) => [object, text]))
}

function newDatabase(): Database {
  const db = openDatabase(':memory:')
  for (const sql of MIGRATIONS) db.exec(sql)
  return db
}
