import type { EntryNumber } from '../../core/ids.ts'
import type { Library } from '../../core/registry/libraries/field.ts'
import type { Store } from '../open.ts'

/** The headings beyond its fields that records of a library have, now or at a ledger entry, in byte order. */
export function extraHeadings(store: Store, { table, extras }: Library, at?: EntryNumber): string[] {
  if (!extras) return []
  const standing = at === undefined ? 'until is null' : 'since <= @at and (until is null or until > @at)'
  return store
    .sql<string>(
      `select distinct key from ${table}, json_each(${table}.extra) where ${standing} and extra <> '' order by key`,
    )
    .pluck()
    .all(...(at === undefined ? [] : [{ at }]))
}
