import type { Store } from '../open.ts'

/**
 * Takes the indexes of an empty table away for the length of a load: built afterwards they cost a fraction. Gives the
 * function that builds them again and answers `false` where a unique one cannot be had.
 */
export function withoutIndexes(store: Store, table: string): () => boolean {
  const indexes = store
    .sql<{ name: string; sql: string }>(
      "select name, sql from sqlite_master where type = 'index' and tbl_name = ? and sql is not null",
    )
    .all(table)
  for (const { name } of indexes) store.db.exec(`drop index ${name}`)
  return () => {
    const [cache, threads] = ['cache_size', 'threads'].map(name => store.db.pragma(name, { simple: true }))
    store.db.pragma(`cache_size = ${SORTED_AT_ONCE}`)
    store.db.pragma('threads = 1')
    try {
      for (const { sql } of indexes) store.db.exec(sql)
      return true
    } catch (error) {
      if ((error as { code?: string }).code === 'SQLITE_CONSTRAINT_UNIQUE') return false
      throw error
    } finally {
      store.db.pragma(`cache_size = ${cache}`)
      store.db.pragma(`threads = ${threads}`)
    }
  }
}

/**
 * SQLite sorts as much at once as its cache may hold, in kibibytes: what the processor's own cache holds is sorted in two thirds of
 * the time of 64 MB, and takes 120 MB less. A second thread sorts one part while the next is read.
 */
const SORTED_AT_ONCE = -4096
