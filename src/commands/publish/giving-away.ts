import type { DrawNumber } from '../../core/ids.ts'
import type { PublicationReasons } from '../../core/publication/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import type { DrawRecord } from '../../store/draws/draw-record.ts'
import type { Store } from '../../store/open.ts'
import { sealedSeenBy } from '../../store/views/under-seal.ts'

const refuse = refusal<PublicationReasons>()

/**
 * Refuses to publish the result of a draw that would give a sealed one away: a drawn folder cannot leave its frame out
 * (draw-2.md, section 8), and tickets would tell who is missing in it.
 */
export function refuseGivingAway(store: Store, draw: DrawRecord): void {
  const sealed = sealedSeenBy(store, draw)
  if (sealed.length > 0) throw refuse('gives-away-sealed', { draw: draw.number, sealed })
}

/** The sealed draws for which an announcement leaves out its frame, which it would have shown. */
export function frameWithheldFor(store: Store, draw: DrawRecord): readonly DrawNumber[] {
  return draw.detail.publishList ? sealedSeenBy(store, draw) : []
}
