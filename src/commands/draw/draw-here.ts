import type { Commitment } from '../../core/draw/commitment/commitment.ts'
import { commitmentDigest } from '../../core/draw/commitment/commitment.ts'
import { draw, type Fixed } from '../../core/draw/draw.ts'
import { countedRows, type Outcome } from '../../core/draw/drawn-rows.ts'
import { FRAME } from '../../core/draw/folder/tables.ts'
import type { DrawReasons } from '../../core/draw/reasons.ts'
import { drawKeyOf, type Seed, selectKeyOf } from '../../core/draw/seed/seed.ts'
import type { Digest } from '../../core/ids.ts'
import { drawPacked } from '../../core/packed/drawing/draw-packed.ts'
import { lowestRows } from '../../core/packed/lowest.ts'
import { whole } from '../../core/pieces.ts'
import { refusal } from '../../core/refusal.ts'
import type { FrameToDraw } from '../../store/inputs/to-draw.ts'
import type { Store } from '../../store/open.ts'
import { rowsOf } from '../../store/views/kept-files.ts'
import type { Desk } from '../../terminal/desk.ts'
import { progressOf, underWay } from '../../terminal/progress.ts'
import { hashingFor, rowLoops } from '../row-hashing.ts'
import { passesAsBytes } from './packing.ts'

const refuse = refusal<DrawReasons>()

/** A draw whose frame this database keeps: of a large one only the rows pass that can be drawn or be reserves, as bytes. */
export function drawHere(
  desk: Desk,
  store: Store,
  fixed: Omit<Fixed, 'frame'>,
  frame: FrameToDraw,
  seed: Seed,
): Outcome {
  switch (frame.kind) {
    case 'rows':
      return countedRows(draw({ ...fixed, frame: frame.rows }, seed))
    case 'elsewhere':
      return countedRows(draw({ ...fixed, frame: [] }, seed))
    case 'file': {
      if (passesAsBytes(desk, store)) return drawnAsBytes(desk, store, fixed, frame, seed)
      const rows = rowsOf(FRAME, new Map([[FRAME.file, whole(frame.pieces)]]))
      return countedRows(draw({ ...fixed, frame: rows }, seed))
    }
    default:
      return frame satisfies never
  }
}

/** What every ticket of a draw begins with. */
export function keyOfTickets(commitment: Commitment, seed: Seed): Digest {
  return selectKeyOf(drawKeyOf(commitment.spec, commitmentDigest(commitment), seed))
}

function drawnAsBytes(
  desk: Desk,
  store: Store,
  fixed: Omit<Fixed, 'frame'>,
  { pieces, size, isFresh }: Extract<FrameToDraw, { kind: 'file' }>,
  seed: Seed,
): Outcome {
  const { commitment } = fixed
  const hashing = hashingFor(desk, store, commitment.frame.rows)
  const progress = progressOf(desk, desk.say.common.reading, size ?? undefined)
  const key = keyOfTickets(commitment, seed)
  const { lines, sha256 } = lowestRows(pieces, commitment.strata, key, hashing, {
    isFresh,
    progress: progress.at,
    loops: rowLoops(desk),
  })
  progress.end()
  if (!isFresh && sha256 !== commitment.frame.sha256) throw refuse('kept-file-damaged', { file: FRAME.file })
  const matched = underWay(desk, desk.say.common.matching)
  const outcome = drawPacked(fixed, lines, seed, hashing)
  matched()
  return outcome
}
