import type { Commitment } from '../../core/draw/commitment/commitment.ts'
import { isHeld } from '../../core/draw/folder/content.ts'
import { EXCLUSIONS, FRAME } from '../../core/draw/folder/tables.ts'
import type { Snapshot } from '../../core/freeze/fix.ts'
import type { DrawNumber, EntryNumber } from '../../core/ids.ts'
import { againstCommitted, type ListFile, listFiles } from '../../engine/lists.ts'
import { refuseOther } from '../../engine/snapshot-changed.ts'
import { fileSpill } from '../../files/aside/file-spill.ts'
import { broughtFile, layFiles } from '../../store/draws/draw-files.ts'
import type { DrawRecord } from '../../store/draws/draw-record.ts'
import { drawsIn } from '../../store/draws/draws.ts'
import type { Store } from '../../store/open.ts'
import { commitmentOf } from '../../store/views/kept-files.ts'
import type { Desk } from '../../terminal/desk.ts'
import { engineNamed } from './engine-named.ts'
import type { OnEngine } from './freeze-on-engine.ts'
import { withEngineOf } from './with-engine-of.ts'

/**
 * Brings frame and exclusions of draws from the engines that they lie in, for as long as the store is open. Refuses what is
 * not what was committed to any more. Of draws that are kept here nothing is asked.
 */
export async function bringLists(desk: Desk, store: Store, draws: readonly DrawRecord[]): Promise<void> {
  for (const { number, detail } of draws) {
    const { snapshot } = detail
    if (snapshot === undefined) continue
    const commitment = commitmentOf(store, number)
    if (isBrought(store, number, commitment)) continue
    const files = await filesFrom(desk, store, number, snapshot, commitment)
    layFiles(store, number, new Map(files.map(({ file, content }) => [file, content])))
  }
}

/** Brings the lists of a draw that an engine has made and nobody has written yet, for whoever will publish them. */
export async function bringAhead(
  desk: Desk,
  store: Store,
  { engine, number, tables, digests }: OnEngine,
): Promise<void> {
  const files = await filesFrom(desk, store, number, { engine: engine.name, tables }, digests)
  layFiles(store, number, new Map(files.map(({ file, content }) => [file, content])))
}

type Lists = Pick<Commitment, 'frame' | 'exclusions'>

/** What was brought once does not change; of a draw that came to nothing it is another's. */
function isBrought(store: Store, draw: DrawNumber, { frame, exclusions }: Lists): boolean {
  const is = (file: string, sha256: string) => {
    const content = broughtFile(store, draw, file)
    return content !== undefined && !isHeld(content) && content.sha256() === sha256
  }
  return is(FRAME.file, frame.sha256) && is(EXCLUSIONS.file, exclusions.sha256)
}

async function filesFrom(
  desk: Desk,
  store: Store,
  draw: DrawNumber,
  snapshot: Snapshot,
  lists: Lists,
): Promise<readonly ListFile[]> {
  const engine = engineNamed(store, snapshot.engine)
  const files = await withEngineOf(desk, engine, session =>
    listFiles(session, snapshot, fileSpill(store.whenClosed)),
  )
  for (const { file, expected, sha256 } of againstCommitted(files, lists))
    refuseOther({ engine, draw }, file, expected, sha256)
  return files
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
