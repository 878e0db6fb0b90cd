import { openDatabase } from './sqlite.ts'

/** Rows put in any order and given back in an order of their own, as often as one likes, until they are let go of. */
export interface SortedRows<Row> {
  readonly put: (key: string | null, row: Row) => void
  readonly rows: () => Generator<Row>
  readonly close: () => void
}

/**
 * Rows in byte order of their keys, however many: SQLite keeps them for this connection alone, on the disk where they are
 * large. Rows without a key stand last, equal ones as they came; each comes back as JSON keeps it.
 */
export function sortedRows<Row>(direction: 'asc' | 'desc' = 'asc'): SortedRows<Row> {
  // A database without a name is a temporary file of SQLite's.
  const db = openDatabase('')
  db.exec('pragma journal_mode = off; create table sorted (key text, row text); begin')
  const insert = db.prepare('insert into sorted values (?, ?)')
  return {
    put(key, row) {
      insert.run(key, JSON.stringify(row))
    },
    *rows() {
      const ordered = db.prepare<[], string>(
        `select row from sorted order by key is null, key ${direction}, rowid`,
      )
      for (const row of ordered.pluck().iterate()) yield JSON.parse(row) as Row
    },
    close: () => db.close(),
  }
}
