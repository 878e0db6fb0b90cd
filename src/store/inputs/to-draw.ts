import type { Fixed } from '../../core/draw/draw.ts'
import { type ValuesOnRecord, valuesOnRecord } from '../../core/draw/seed/values-on-record.ts'
import type { Digest, DrawNumber } from '../../core/ids.ts'
import { allFilesOf } from '../draws/draw-files.ts'
import type { DrawRecord } from '../draws/draw-record.ts'
import { sealedSeedLines } from '../draws/sealed.ts'
import type { Store } from '../open.ts'
import { fixedFrom } from '../views/kept-files.ts'
import { seedsOnRecord } from '../views/seeds-on-record.ts'

/** A frozen draw as it is drawn: what was fixed, and the seed lines that the store keeps under seal. */
export interface ToDraw {
  readonly number: DrawNumber
  readonly attempt: number
  readonly digest: Digest
  readonly fixed: Fixed
  readonly sealed: readonly string[]
  /** What draws on record have of public events. */
  readonly recorded: ValuesOnRecord
}

/** Reads what a frozen draw is drawn from; `fresh` is what was fixed within the same entry, if it was. */
export function toDraw(
  store: Store,
  { number, attempt }: Pick<DrawRecord, 'number' | 'attempt'>,
  digest: Digest,
  fresh: Fixed | null,
): ToDraw {
  const fixed = fresh ?? fixedFrom(allFilesOf(store, number))
  const recorded = valuesOnRecord(seedsOnRecord(store))
  return { number, attempt, digest, fixed, sealed: sealedSeedLines(store, number), recorded }
}
