import type { Digest } from '../../core/ids.ts'
import type { LedgerOfResults } from '../../core/report/ties.ts'
import type { Store } from '../open.ts'
import { lastEntry } from '../views/log.ts'

/** What the seals of all entries say that was written and ended of results, beside what the table holds. */
export function ledgerOfResults(store: Store): LedgerOfResults {
  const [written, ended] = store
    .sql<[number, number]>(
      `select coalesce(sum(json_extract(one.value, '$.written')), 0), coalesce(sum(json_extract(one.value, '$.ended')), 0)
       from seal, json_each(seal.rows) as one where json_extract(one.value, '$.table') = 'result'`,
    )
    .raw()
    .get()!
  const standing = store.sql<number>('select count(*) from result where until is null').pluck().get()!
  const entry = lastEntry(store)
  const digest = store.sql<Digest>('select digest from seal where entry = ?').pluck().get(entry)!
  return { entry, digest, written, ended, standing }
}
