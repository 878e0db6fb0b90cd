import { COMMITMENT_FILE } from '../../core/draw/commitment/commitment.ts'
import type { Fixed } from '../../core/draw/draw.ts'
import type { FrameRow } from '../../core/draw/folder/rows.ts'
import { FRAME, POOL, RECUSALS } from '../../core/draw/folder/tables.ts'
import { type ValuesOnRecord, valuesOnRecord } from '../../core/draw/seed/values-on-record.ts'
import type { FrozenTask } from '../../core/freeze/fix.ts'
import type { Digest, DrawNumber } from '../../core/ids.ts'
import type { Pieces } from '../../core/pieces.ts'
import { fileOf, keptSize, piecesOf } from '../draws/draw-files.ts'
import type { DrawRecord } from '../draws/draw-record.ts'
import { sealedSeedLines } from '../draws/sealed.ts'
import type { Store } from '../open.ts'
import { commitmentIn, rowsOf } from '../views/kept-files.ts'
import { seedsOnRecord } from '../views/seeds-on-record.ts'

/** A frozen draw as it is drawn: what was fixed, and the seed lines that the store keeps under seal. */
export interface ToDraw {
  readonly number: DrawNumber
  readonly attempt: number
  readonly digest: Digest
  readonly fixed: Omit<Fixed, 'frame'>
  readonly frame: FrameToDraw
  readonly sealed: readonly string[]
  /** What draws on record have of public events. */
  readonly recorded: ValuesOnRecord
}

/** The frame that a draw is made from: rows that are at hand, a file that is read as it passes, or nothing where it lies elsewhere. */
export type FrameToDraw =
  | { readonly kind: 'rows'; readonly rows: readonly FrameRow[] }
  | {
      readonly kind: 'file'
      readonly pieces: Pieces
      /** How many bytes it has, where that is known without reading it. */
      readonly size: number | null
      /** It was written just now: nobody can have changed it. */
      readonly isFresh: boolean
    }
  | { readonly kind: 'elsewhere' }

/** Reads what a frozen draw is drawn from; `fresh` is what was fixed within the same entry, if it was. */
export function toDraw(
  store: Store,
  { number, attempt }: Pick<DrawRecord, 'number' | 'attempt'>,
  digest: Digest,
  fresh: FrozenTask | null,
): ToDraw {
  const recorded = valuesOnRecord(seedsOnRecord(store))
  const { frame, ...fixed } = fresh === null ? keptFixed(store, number) : freshFixed(store, number, fresh)
  return { number, attempt, digest, fixed, frame, sealed: sealedSeedLines(store, number), recorded }
}

interface FixedToDraw extends Omit<Fixed, 'frame'> {
  readonly frame: FrameToDraw
}

function keptFixed(store: Store, draw: DrawNumber): FixedToDraw {
  const files = new Map(
    [COMMITMENT_FILE, POOL.file, RECUSALS.file].flatMap(file => [...fileOf(store, draw, file)]),
  )
  return {
    commitment: commitmentIn(files),
    pool: rowsOf(POOL, files),
    recusals: rowsOf(RECUSALS, files),
    frame: keptFrame(store, draw, false),
  }
}

/** Rows that were fixed just now need not be read back, but where they only stand for others. */
function freshFixed(store: Store, draw: DrawNumber, { fixed, frozen, snapshot }: FrozenTask): FixedToDraw {
  const isWhole = frozen.lists === undefined && snapshot === undefined
  if (isWhole) return { ...fixed, frame: { kind: 'rows', rows: fixed.frame } }
  const kept = keptFrame(store, draw, true)
  // Where it was laid before it was kept it is read faster: there it ends with a line wherever a piece does.
  const pieces = frozen.lists?.get(FRAME.file)
  return { ...fixed, frame: kept.kind === 'file' && pieces !== undefined ? { ...kept, pieces } : kept }
}

function keptFrame(store: Store, draw: DrawNumber, isFresh: boolean): FrameToDraw {
  const pieces = piecesOf(store, draw, FRAME.file)
  return pieces === null
    ? { kind: 'elsewhere' }
    : { kind: 'file', pieces, size: keptSize(store, draw, FRAME.file), isFresh }
}
