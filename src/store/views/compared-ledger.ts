import type { Digest } from '../../core/ids.ts'
import type { ComparedLedger } from '../../core/ledger/compare.ts'
import type { Store } from '../open.ts'
import { ledgerRoots } from './ledger-tree.ts'
import { lastEntry } from './log.ts'

/** The ledger of a database, to be compared with what was published of it. */
export function comparedLedger(store: Store): ComparedLedger {
  return {
    count: lastEntry(store),
    rootsOf: ranges => ledgerRoots(store, ranges),
    digestAt: number =>
      store.sql<Digest>('select digest from seal where entry = ?').pluck().get(number) ?? null,
    placeOf: (text, number) => placeOf(store, text, number),
  }
}

/** By time, actor, action and subject: the digests of its rows tell its number too, which is another one now. */
function placeOf(store: Store, text: string, number: number): number | null {
  const [, at, actor, action, subject] = JSON.parse(text.slice(text.indexOf('\n') + 1))
  const places = store
    .sql<number>(
      `select number from entry join seal on seal.entry = entry.number
       where at = ? and actor = ? and action = ? and subject = ?
       order by abs(number - ?) limit 1`,
    )
    .pluck()
  return places.get(at, actor, action, subject, number) ?? null
}
