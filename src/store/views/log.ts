import type { LedgerEntry } from '../../core/ledger.ts'
import type { DatabaseReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import type { Store } from '../open.ts'

const refuse = refusal<DatabaseReasons>()

/** All entries of the ledger, oldest first. */
export function ledger(store: Store): LedgerEntry[] {
  const rows = store
    .sql(
      `select number, at, actor, action, subject, rows, previous, digest
       from entry join seal on seal.entry = entry.number order by number`,
    )
    .all() as (Omit<LedgerEntry, 'subject' | 'rows'> & { subject: string; rows: string })[]
  return rows.map(row => {
    try {
      return { ...row, subject: JSON.parse(row.subject), rows: JSON.parse(row.rows) }
    } catch {
      throw refuse('unreadable-entry', { entry: row.number })
    }
  })
}

/** When an entry was written, by whom, and the digest that seals it. */
export function entryAt(store: Store, entry: number): Pick<LedgerEntry, 'at' | 'actor' | 'digest'> {
  return store
    .sql('select at, actor, digest from entry join seal on seal.entry = entry.number where number = ?')
    .get(entry) as ReturnType<typeof entryAt>
}

export function lastEntry(store: Store): number {
  const { last } = store.sql('select max(number) as last from entry').get() as { last: number | null }
  return last ?? 0
}

/** How many entries there are, whatever state they are in. */
export function entryCount(store: Store): number {
  return (store.sql('select count(*) as count from entry').get() as { count: number }).count
}
