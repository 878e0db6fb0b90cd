import type { SideRow } from '../../core/exchange/difference.ts'
import { openDatabase } from '../sqlite.ts'

/** Rows put in any order and given back in byte order of their keys; they lie on the disk, in a file that is gone when it is closed. */
export interface SortedRows {
  readonly put: (row: SideRow) => void
  readonly rows: () => Generator<SideRow>
  readonly close: () => void
}

export function sortedRows(): SortedRows {
  // A database without a name is a temporary file of SQLite's.
  const db = openDatabase('')
  db.exec('pragma journal_mode = off; create table side (key text, at text, cells text); begin')
  const insert = db.prepare('insert into side (key, at, cells) values (?, ?, ?)')
  return {
    put({ key, at, cells }) {
      insert.run(key, at, JSON.stringify(cells))
    },
    *rows() {
      const all = db.prepare<unknown[], [string, string, string]>(
        'select key, at, cells from side order by key, rowid',
      )
      for (const [key, at, cells] of all.raw().iterate() as IterableIterator<[string, string, string]>)
        yield { key, at, cells: JSON.parse(cells) as string[] }
    },
    close: () => db.close(),
  }
}
