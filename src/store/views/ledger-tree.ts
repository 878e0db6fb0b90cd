import type { Digest } from '../../core/ids.ts'
import { rangeRoots } from '../../core/ledger/range-roots.ts'
import type { Range } from '../../core/ledger/ranges.ts'
import type { Store } from '../open.ts'

/** The hash of each of these parts of the ledger's tree; null for one that goes beyond its last entry. The ledger is read once, as far as they go. */
export function ledgerRoots(store: Store, ranges: readonly Range[]): (Digest | null)[] {
  const last = ranges.reduce((most, { to }) => Math.max(most, to), 0)
  const leaves = store
    .sql<Digest>('select digest from seal where entry <= ? order by entry')
    .pluck()
    .iterate(last)
  return rangeRoots(leaves, ranges)
}
