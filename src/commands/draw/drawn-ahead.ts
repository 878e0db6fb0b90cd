import { toDraw } from '../../store/inputs/to-draw.ts'
import type { Store } from '../../store/open.ts'
import type { Desk } from '../../terminal/desk.ts'
import { type DrawnAhead, ticketsOnEngine } from '../engine/drawn-on-engine.ts'
import { keyOfTickets } from './draw-here.ts'
import { frozenFor, type RunOptions, refuseUntimely, seedFor } from './enter-draw.ts'

/**
 * Asks the engine of a draw that stands frozen before the database is taken for writing: whether its snapshot is still what
 * was committed to, and for the lowest tickets, where the seed is known by then. Null where the frame lies here.
 */
export async function drawnAhead(
  desk: Desk,
  store: Store,
  name: string | undefined,
  options: RunOptions,
): Promise<DrawnAhead | null> {
  const waiting = frozenFor(store, desk, name, options)
  if (waiting?.detail.snapshot === undefined) return null
  refuseUntimely(waiting, desk.now)
  const toBeDrawn = toDraw(store, waiting, waiting.digest, null)
  const { number, fixed } = toBeDrawn
  // Chance gives another seed each time it is asked.
  const key =
    options.seedMachine === true
      ? null
      : keyOfTickets(fixed.commitment, (await seedFor(desk, toBeDrawn, options)).seed)
  return ticketsOnEngine(desk, store, { number, snapshot: waiting.detail.snapshot }, fixed.commitment, key)
}
