import type { WaitingDraw } from '../../core/freeze/twins.ts'
import type { DrawNumber } from '../../core/ids.ts'
import { drawsIn } from '../draws/draws.ts'
import type { Store } from '../open.ts'
import { commitmentOf } from '../views/kept-files.ts'

/** The draws that stand frozen and wait for their seed, without the one that a further attempt takes the place of. */
export function* waitingDraws(store: Store, replaced: DrawNumber | null): Generator<WaitingDraw> {
  for (const { number, run, void: voided, detail } of drawsIn(store)) {
    if (run !== null || voided !== null || number === replaced || detail.sources === undefined) continue
    yield { draw: number, frame: commitmentOf(store, number).frame.sha256, sources: detail.sources }
  }
}
