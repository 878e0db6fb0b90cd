import { targetsIn } from '../../core/draw/folder/lines-in.ts'
import { FRAME } from '../../core/draw/folder/tables.ts'
import type { WaitingDraw } from '../../core/freeze/twins.ts'
import type { DrawNumber } from '../../core/ids.ts'
import { piecesOf } from '../draws/draw-files.ts'
import { waitingDraws as draws } from '../draws/draws.ts'
import type { Store } from '../open.ts'
import { commitmentOf } from '../views/kept-files.ts'

/** The draws that stand frozen and wait for their seed, without the one that a further attempt takes the place of. */
export function* waitingDraws(store: Store, replaced: DrawNumber | null): Generator<WaitingDraw> {
  for (const { number, detail } of draws(store)) {
    if (number === replaced || detail.sources === undefined) continue
    const { teams, frame } = commitmentOf(store, number)
    yield {
      draw: number,
      sources: detail.sources,
      departments: teams.map(({ department }) => department),
      size: frame.rows,
      targets: () => targetsIn(piecesOf(store, number, FRAME.file) ?? []),
    }
  }
}
