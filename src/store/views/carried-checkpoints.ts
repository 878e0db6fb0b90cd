import type { EntryNumber } from '../../core/ids.ts'
import { base64Of } from '../../core/ledger/base64.ts'
import { type CarriedCheckpoint, carried, type Place, toCarry } from '../../core/ledger/carried.ts'
import type { SignedCheckpoint } from '../../core/ledger/checkpoint.ts'
import { checkpointsOn, timeStampsOn } from '../checkpoints.ts'
import type { DrawRecord } from '../draws/draw-record.ts'
import type { Store } from '../open.ts'
import { ledgerRoots } from './ledger-tree.ts'
import { entryAt } from './log.ts'

/** The checkpoints that the papers of a draw carry, those on record and `fresh` ones that only its announcement has. */
export function carriedCheckpoints(
  store: Store,
  { number, digest, since, run }: DrawRecord,
  fresh: readonly SignedCheckpoint[] = [],
): CarriedCheckpoint[] {
  const checkpoints = [...checkpointsOn(store), ...fresh]
  const entries = { frozen: placeOf(store, since), drawn: run && placeOf(store, run.since) }
  return toCarry(checkpoints, { number, digest, last: run?.since ?? since }).map(signed => {
    const stamps = timeStampsOn(store, signed.checkpoint.size).map(base64Of)
    return carried(signed, entries, stamps, ranges => ledgerRoots(store, ranges))
  })
}

function placeOf(store: Store, number: EntryNumber): Place {
  return { number, digest: entryAt(store, number).digest }
}
