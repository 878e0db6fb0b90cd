import type { EntryNumber } from '../../core/ids.ts'
import type { LedgerEntry } from '../../core/ledger.ts'
import type { DatabaseReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { entryAfter } from '../entry.ts'
import type { Store } from '../open.ts'

const refuse = refusal<DatabaseReasons>()

/** All entries of the ledger, oldest first, as they are asked for. */
export function* ledger(store: Store): Generator<LedgerEntry> {
  const rows = store.sql<Omit<LedgerEntry, 'subject' | 'rows'> & { subject: string; rows: string }>(
    `select number, at, actor, action, subject, rows, previous, digest
     from entry join seal on seal.entry = entry.number order by number`,
  )
  for (const row of rows.iterate()) {
    try {
      yield { ...row, subject: JSON.parse(row.subject), rows: JSON.parse(row.rows) }
    } catch {
      throw refuse('unreadable-entry', { entry: row.number })
    }
  }
}

type Sealing = Pick<LedgerEntry, 'at' | 'actor' | 'digest'>

/** When an entry was written, by whom, and the digest that seals it. */
export function entryAt(store: Store, entry: EntryNumber): Sealing {
  return store
    .sql<Sealing>(
      'select at, actor, digest from entry join seal on seal.entry = entry.number where number = ?',
    )
    .get(entry)!
}

/** The time of the last entry that is sealed, which one that is being written is not yet; null where there is none. */
export function lastTime(store: Store): string | null {
  const at = store
    .sql<string>('select at from entry join seal on seal.entry = entry.number order by number desc limit 1')
    .pluck()
    .get()
  return at ?? null
}

/** The number of the last entry; 0 where there is none. */
export function lastEntry(store: Store): EntryNumber {
  return store.sql<EntryNumber>('select coalesce(max(number), 0) from entry').pluck().get()!
}

/** The entry that would be written next: before it stands all that is there now. */
export function nextEntry(store: Store): EntryNumber {
  return entryAfter(lastEntry(store))
}

/** The entry with this number; null where the ledger does not go so far. */
export function entryNumbered(store: Store, number: number): EntryNumber | null {
  return number > lastEntry(store) ? null : (number as EntryNumber)
}

/** How many entries there are, whatever state they are in. */
export function entryCount(store: Store): number {
  return store.sql<number>('select count(*) from entry').pluck().get()!
}
