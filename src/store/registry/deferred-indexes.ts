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
    try {
      for (const { sql } of indexes) store.db.exec(sql)
      return true
    } catch (error) {
      if ((error as { code?: string }).code === 'SQLITE_CONSTRAINT_UNIQUE') return false
      throw error
    }
  }
}
