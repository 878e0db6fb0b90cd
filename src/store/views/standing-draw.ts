import { commitmentDigest } from '../../core/draw/commitment/commitment.ts'
import type { Content, OpenFolder } from '../../core/draw/folder/content.ts'
import { tableText } from '../../core/draw/folder/table.ts'
import {
  POOL,
  RECUSALS,
  SELECTION,
  SUBSTITUTIONS,
  type SubstitutionRow,
} from '../../core/draw/folder/tables.ts'
import { drawKeyOf } from '../../core/draw/seed/seed.ts'
import { type Draw, type Standing, standingAfter } from '../../core/draw/substitution/standing.ts'
import type { DrawNumber } from '../../core/ids.ts'
import { openFilesOf } from '../draws/draw-files.ts'
import { substitutionsOf } from '../draws/substitutions.ts'
import type { Store } from '../open.ts'
import { seatedOf } from './drawn.ts'
import { commitmentIn, frameRowsOf, rowsOf, seedIn } from './kept-files.ts'

/** What changed in a draw after it was run, and how it stands now. */
export interface Changed {
  readonly changes: readonly SubstitutionRow[]
  readonly standing: Standing
}

export function changedIn(store: Store, draw: DrawNumber): Changed {
  const changes = substitutionsOf(store, draw)
  return { changes, standing: standingAfter(seatedOf(store, draw), changes) }
}

/** A draw with all that a substitution follows from, from the files that were kept of it. */
export function drawFrom(files: OpenFolder): Draw {
  const commitment = commitmentIn(files)
  const [pool, recusals] = [rowsOf(POOL, files), rowsOf(RECUSALS, files)]
  const selection = rowsOf(SELECTION, files)
  const frame = frameRowsOf(files, new Set(selection.map(({ target }) => target)))
  const { teams, avoidSameArea } = commitment
  return {
    spec: commitment.spec,
    selection,
    drawKey: drawKeyOf(commitment.spec, commitmentDigest(commitment), seedIn(files, commitment)),
    layout: { frame, teams },
    staff: { frame, pool, recusals, teams, avoidSameArea },
  }
}

/** The files of a draw's folder, `substitutions.csv` among them where there is something to say. */
export function folderOf(store: Store, draw: DrawNumber): Map<string, Content> {
  const files = openFilesOf(store, draw)
  const changes = substitutionsOf(store, draw)
  if (changes.length > 0)
    files.set(SUBSTITUTIONS.file, new TextEncoder().encode(tableText(SUBSTITUTIONS, changes)))
  return files
}
