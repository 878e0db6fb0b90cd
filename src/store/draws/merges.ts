import type { DrawNumber, TargetId } from '../../core/ids.ts'
import type { EntryWriter } from '../entry.ts'
import type { Store } from '../open.ts'
import { MERGED } from '../schema/ledger-tables.ts'
import { AFTER_ALL, fallenOut } from '../standing-seats.ts'

/** One visit for two draws at one target: the guest's people go with the host's, or the host's go for them. */
export interface Merge {
  readonly guest: DrawNumber
  readonly target: TargetId
  readonly host: DrawNumber
  readonly approver: string
  readonly reason: string
}

export function writeMerge(writer: EntryWriter, { guest, target, host, approver, reason }: Merge): void {
  writer.write(MERGED, { guest, target, host, approver, reason })
}

/**
 * Merges that stand, by guest and target; of one draw where it is named. A merge ends when one of its draws becomes void
 * or its target falls out of one.
 */
export function mergesIn(store: Store, draw?: DrawNumber): Merge[] {
  return store
    .sql<Merge>(
      `select guest, target, host, approver, reason from merged
       where guest not in (select draw from void) and host not in (select draw from void)
         and not ${fallenOut('merged.target', 'merged.guest')} and not ${fallenOut('merged.target', 'merged.host')}
         and (@draw is null or @draw in (guest, host)) order by guest, target`,
    )
    .all({ draw: draw ?? null, entry: AFTER_ALL })
}
