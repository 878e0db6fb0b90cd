import type { Commitment } from '../../core/draw/commitment/commitment.ts'
import type { Fixed } from '../../core/draw/draw.ts'
import type { SelectionRow } from '../../core/draw/folder/rows.ts'
import { sortRows } from '../../core/draw/folder/table.ts'
import { FRAME } from '../../core/draw/folder/tables.ts'
import { recordReader } from '../../core/engine/read-answers.ts'
import type { Snapshot } from '../../core/freeze/fix.ts'
import type { Digest, DrawNumber } from '../../core/ids.ts'
import { type DrawnRow, lowestTickets, refuseChanged } from '../../engine/tickets.ts'
import { drawnText } from '../../store/draws/engine-files.ts'
import type { Store } from '../../store/open.ts'
import type { Desk } from '../../terminal/desk.ts'
import { progressOf } from '../../terminal/progress.ts'
import { rowHashing } from '../row-hashing.ts'
import { engineNamed } from './engine-named.ts'
import { withEngineOf } from './with-engine-of.ts'

/** A draw as it was fixed, with the rows of its frame that its seed may draw, and what to keep of those that it does. */
export interface FixedOnEngine {
  readonly fixed: Fixed
  readonly kept: (selection: readonly SelectionRow[]) => ReadonlyMap<string, Uint8Array>
}

/** What an engine said of a draw: that its snapshot is what was committed to, and its lowest tickets, where they were asked for. */
export interface DrawnAhead {
  readonly tickets: { readonly selectKey: Digest; readonly rows: readonly DrawnRow[] } | null
}

/** A snapshot that was read just now. */
export const UNCHANGED: DrawnAhead = { tickets: null }

/** Asks the engine that a frame lies in whether it is still what was committed to, and for the lowest tickets by a key. */
export async function ticketsOnEngine(
  desk: Desk,
  store: Store,
  { number: draw, snapshot }: { readonly number: DrawNumber; readonly snapshot: Snapshot },
  commitment: Commitment,
  selectKey: Digest | null,
): Promise<DrawnAhead> {
  const engine = engineNamed(store, snapshot.engine)
  const { frame, exclusions } = commitment
  return withEngineOf(desk, engine, async session => {
    const progress = progressOf(desk, desk.say.common.reading, frame.rows + exclusions.rows)
    const reading = { hashing: rowHashing(desk), progress: progress.at }
    await refuseChanged(session, { engine, draw, snapshot, commitment, selectKey, reading })
    progress.end()
    if (selectKey === null) return UNCHANGED
    return {
      tickets: { selectKey, rows: await lowestTickets(session, engine, snapshot, commitment, selectKey) },
    }
  })
}

/** Finds out whom a seed draws of a frame that lies in an engine, which must still be what was committed to. */
export async function drawnOnEngine(
  desk: Desk,
  store: Store,
  draw: DrawNumber,
  snapshot: Snapshot,
  fixed: Fixed,
  selectKey: Digest,
  ahead: DrawnAhead | null,
): Promise<FixedOnEngine> {
  const engine = engineNamed(store, snapshot.engine)
  const { commitment } = fixed
  const rows = await rowsFor()
  const read = recordReader(engine)
  return {
    fixed: {
      ...fixed,
      frame: sortRows(
        FRAME,
        rows.map(({ row }) => row),
      ),
    },
    kept: selection => keptOf(rows, selection, read),
  }

  async function rowsFor(): Promise<readonly DrawnRow[]> {
    if (ahead?.tickets?.selectKey === selectKey) return ahead.tickets.rows
    if (ahead !== null)
      return withEngineOf(desk, engine, session =>
        lowestTickets(session, engine, snapshot, commitment, selectKey),
      )
    return (await ticketsOnEngine(desk, store, { number: draw, snapshot }, commitment, selectKey)).tickets!
      .rows
  }
}

function keptOf(
  rows: readonly DrawnRow[],
  selection: readonly SelectionRow[],
  read: ReturnType<typeof recordReader>,
): ReadonlyMap<string, Uint8Array> {
  const drawn = new Set(selection.map(({ target }) => target))
  const own = rows.filter(({ row }) => drawn.has(row.target))
  const frame = sortRows(
    FRAME,
    own.map(({ row }) => row),
  )
  const cells = new Map(own.map(({ row, cells }) => [row.target, cells]))
  return drawnText(
    frame,
    frame.map(({ target }) => read(cells.get(target)!)),
  )
}
