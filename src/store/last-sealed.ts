import type { Digest, EntryNumber } from '../core/ids.ts'
import { CLOCK_CORRECTED, entryTime } from '../core/ledger/entry-time.ts'
import type { LedgerReasons } from '../core/ledger/reasons.ts'
import { refusal } from '../core/refusal.ts'
import type { Store } from './open.ts'

const refuse = refusal<LedgerReasons>()

/** The last entry, which the next one follows on. */
export interface LastSealed {
  readonly entry: EntryNumber
  readonly at: string
  readonly digest: Digest
}

export function lastSealed(store: Store): LastSealed | undefined {
  return store
    .sql<LastSealed>(
      'select entry, at, digest from seal join entry on entry.number = seal.entry order by entry desc limit 1',
    )
    .get()
}

/**
 * The time of an entry at which the clock shows `at`: that of the last one where the clock is a little behind it. Refuses a clock that is
 * far behind, but where it is being corrected.
 */
export function timeAfter(last: LastSealed | undefined, at: string, action: string): string {
  if (last === undefined || action === CLOCK_CORRECTED) return at
  const { kind } = entryTime(at, last.at)
  switch (kind) {
    case 'now':
      return at
    case 'held':
      return last.at
    case 'behind':
      throw refuse('clock-behind', { now: at, last: last.at, entry: last.entry })
    default:
      return kind satisfies never
  }
}
