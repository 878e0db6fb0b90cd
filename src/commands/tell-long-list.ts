import { keptText } from '../files/kept-text.ts'
import type { Store } from '../store/open.ts'
import type { Desk } from '../terminal/desk.ts'
import { type Around, type LongList, longList } from '../terminal/reports/long-list.ts'
import { inOneState } from './session.ts'

/**
 * Tells a list that may be longer than the memory: laid ready while the database is read, and given to whoever reads it
 * when that is over, so that nobody who reads at leisure keeps others from writing.
 */
export async function tellLongList<Item>(
  desk: Desk,
  gather: (store: Store) => { readonly list: LongList<Item>; readonly around: Around },
): Promise<void> {
  const kept = await inOneState(desk, store => {
    const { list, around } = gather(store)
    return keptText(longList(desk, list, around))
  })
  await desk.resultPieces(kept.pieces())
}
