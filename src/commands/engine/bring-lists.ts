import type { EngineReasons } from '../../core/engine/reasons.ts'
import type { EntryNumber } from '../../core/ids.ts'
import { refusal } from '../../core/refusal.ts'
import { changedFile, listFiles } from '../../engine/lists.ts'
import { withEngine } from '../../engine/open-engine.ts'
import { layFiles } from '../../store/draws/draw-files.ts'
import type { DrawRecord } from '../../store/draws/draw-record.ts'
import { drawsIn } from '../../store/draws/draws.ts'
import { storeSpill } from '../../store/inputs/packed-targets.ts'
import type { Store } from '../../store/open.ts'
import { commitmentOf } from '../../store/views/kept-files.ts'
import type { Desk } from '../../terminal/desk.ts'
import { engineNamed, openedWith } from './engine-named.ts'

const refuse = refusal<EngineReasons>()

/**
 * Brings frame and exclusions of draws from the engines that they lie in, for as long as the store is open. Refuses what is
 * not what was committed to any more. Of draws that are kept here nothing is asked.
 */
export async function bringLists(desk: Desk, store: Store, draws: readonly DrawRecord[]): Promise<void> {
  for (const { number, detail } of draws) {
    const { snapshot } = detail
    if (snapshot === undefined) continue
    const engine = engineNamed(store, snapshot.engine)
    const files = await withEngine(engine, openedWith(desk, engine), session =>
      listFiles(session, snapshot, storeSpill(store)),
    )
    const changed = changedFile(files, commitmentOf(store, number))
    if (changed !== undefined)
      throw refuse('snapshot-changed', {
        engine: engine.name,
        draw: number,
        file: changed.file,
        expected: changed.expected,
        found: changed.sha256,
      })
    layFiles(store, number, new Map(files.map(({ file, content }) => [file, content])))
  }
}

/** The same of a draw whose list may be published before its seed is known. */
export function bringPublicLists(desk: Desk, store: Store, draw: DrawRecord): Promise<void> {
  return bringLists(desk, store, draw.detail.publishList ? [draw] : [])
}

/** The same of draws that waited for their seed when an entry was written: what a freeze may have to count. */
export function bringAwaited(desk: Desk, store: Store, entry: EntryNumber): Promise<void> {
  const waited = drawsIn(store).filter(
    ({ since, run, ended, void: voided }) =>
      since < entry && [run, ended, voided].every(end => end === null || end.since >= entry),
  )
  return bringLists(desk, store, waited)
}
