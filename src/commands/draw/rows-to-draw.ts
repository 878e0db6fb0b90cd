import type { Commitment } from '../../core/draw/commitment/commitment.ts'
import type { FrameRow } from '../../core/draw/folder/rows.ts'
import { FRAME } from '../../core/draw/folder/tables.ts'
import type { DrawReasons } from '../../core/draw/reasons.ts'
import type { Digest } from '../../core/ids.ts'
import { lowestRows } from '../../core/packed/lowest.ts'
import { whole } from '../../core/pieces.ts'
import { refusal } from '../../core/refusal.ts'
import type { FrameToDraw } from '../../store/inputs/to-draw.ts'
import type { Store } from '../../store/open.ts'
import { rowsOf } from '../../store/views/kept-files.ts'
import type { Desk } from '../../terminal/desk.ts'
import { progressOf } from '../../terminal/progress.ts'
import { rowHashing } from '../row-hashing.ts'
import { passesAsBytes } from './packing.ts'

const refuse = refusal<DrawReasons>()

/** The rows of a frame that a draw is made from: all, or of a large one those that can be drawn or be reserves. */
export function rowsToDraw(
  desk: Desk,
  store: Store,
  frame: FrameToDraw,
  { strata, frame: fixed }: Commitment,
  selectKey: Digest,
): readonly FrameRow[] {
  switch (frame.kind) {
    case 'rows':
      return frame.rows
    case 'elsewhere':
      return []
    case 'file': {
      if (!passesAsBytes(desk, store)) return rowsIn(whole(frame.pieces))
      const progress = progressOf(desk, desk.say.common.reading, frame.size ?? undefined)
      const { isFresh } = frame
      const { file, sha256 } = lowestRows(frame.pieces, strata, selectKey, rowHashing(desk), {
        isFresh,
        progress: progress.at,
      })
      progress.end()
      if (!isFresh && sha256 !== fixed.sha256) throw refuse('kept-file-damaged', { file: FRAME.file })
      return rowsIn(file)
    }
    default:
      return frame satisfies never
  }
}

function rowsIn(file: Uint8Array): readonly FrameRow[] {
  return rowsOf(FRAME, new Map([[FRAME.file, file]]))
}
