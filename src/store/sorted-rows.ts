import { openDatabase } from './sqlite.ts'

/** Rows in an order of their own, however many: gone through as often as one likes, until they are let go of. */
export interface SortedRows {
  readonly rows: () => Iterable<readonly string[]>
  readonly close: () => void
}

/**
 * Puts rows in byte order of a text of each, in a database that SQLite keeps for this connection alone and on the disk
 * where it is large. Rows without that text stand last, equal ones as they came.
 */
export function sortedRows(
  rows: Iterable<readonly string[]>,
  keyOf: (row: readonly string[]) => string,
  direction: 'asc' | 'desc',
): SortedRows {
  const db = openDatabase('')
  db.exec('create table sorted (key text, cells text)')
  const insert = db.prepare('insert into sorted values (?, ?)')
  db.transaction(() => {
    for (const row of rows) insert.run(keyOf(row), JSON.stringify(row))
  })()
  const ordered = db.prepare<[], string>(
    `select cells from sorted order by key = '', key ${direction}, rowid`,
  )
  return {
    *rows() {
      for (const cells of ordered.pluck().iterate()) yield JSON.parse(cells)
    },
    close: () => db.close(),
  }
}
