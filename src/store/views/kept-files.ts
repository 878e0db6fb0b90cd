import { COMMITMENT_FILE, type Commitment } from '../../core/draw/commitment/commitment.ts'
import { bytesIn, digestOf, type OpenFolder, piecesOf } from '../../core/draw/folder/content.ts'
import { rowsPassing } from '../../core/draw/folder/read-table.ts'
import { frameRowsPassing } from '../../core/draw/folder/repeats.ts'
import type { FrameRow } from '../../core/draw/folder/rows.ts'
import { rowsOfTargets } from '../../core/draw/folder/rows-of-targets.ts'
import type { Table } from '../../core/draw/folder/table.ts'
import { EXCLUSIONS, FRAME } from '../../core/draw/folder/tables.ts'
import type { DrawReasons } from '../../core/draw/reasons.ts'
import type { Seed } from '../../core/draw/seed/seed.ts'
import type { Differs } from '../../core/draw/verify/difference.ts'
import { readCommitment, readRows, readSeed } from '../../core/draw/verify/read-parts.ts'
import type { DrawNumber } from '../../core/ids.ts'
import type { Pieces } from '../../core/pieces.ts'
import { refusal } from '../../core/refusal.ts'
import { fileOf, piecesOf as keptPieces } from '../draws/draw-files.ts'
import { DRAWN_FRAME } from '../draws/engine-files.ts'
import type { Store } from '../open.ts'

const refuse = refusal<DrawReasons>()

/** The rows of a frame that are at hand: of one that lies elsewhere those that were drawn, or none. */
export function frameIn(files: OpenFolder): readonly FrameRow[] {
  if (files.has(FRAME.file)) return rowsOf(FRAME, files)
  const drawn = bytesIn(files, DRAWN_FRAME)
  return drawn === undefined ? [] : rowsOf(FRAME, new Map([[FRAME.file, drawn]]))
}

/** The rows of a frame in which these targets stand: of one that lies elsewhere those that were drawn. */
export function frameRowsOf(files: OpenFolder, targets: ReadonlySet<string>): readonly FrameRow[] {
  const frame = files.get(FRAME.file)
  if (frame === undefined) return frameIn(files).filter(({ target }) => targets.has(target))
  const rows = rowsOfTargets(piecesOf(frame), targets)
  if (rows === null) throw refuse('kept-file-damaged', { file: FRAME.file })
  return rows
}

/** The commitment of a draw that the store keeps. */
export function commitmentOf(store: Store, draw: DrawNumber): Commitment {
  return commitmentIn(fileOf(store, draw, COMMITMENT_FILE))
}

/** The commitment of a frozen draw. */
export function commitmentIn(files: OpenFolder): Commitment {
  const reading = readCommitment(files)
  return hasOddSource(reading) ? asWritten(files) : undamaged(reading).commitment
}

/**
 * Version 0.1.0 froze draws with sources such as `drand/fastnet/1`, which the law refuses. Such a draw is listed, shown
 * and made void as any other; it is never run, for its source takes no value.
 */
function hasOddSource(reading: ReturnType<typeof readCommitment>): boolean {
  if (!isDiffers(reading)) return false
  const { check, expected } = reading.difference
  return check === 'commitment' && expected === 'source'
}

function asWritten(files: OpenFolder): Commitment {
  return JSON.parse(new TextDecoder().decode(bytesIn(files, COMMITMENT_FILE)!))
}

/** Refuses lists of a draw that are not what was committed to, before anybody publishes them. */
export function refuseDamaged(commitment: Commitment, files: OpenFolder): void {
  for (const [file, { sha256 }] of [
    [FRAME.file, commitment.frame],
    [EXCLUSIONS.file, commitment.exclusions],
  ] as const) {
    const content = files.get(file)
    if (content !== undefined && digestOf(content) !== sha256) throw refuse('kept-file-damaged', { file })
  }
}

/** The seed of a draw that was made. */
export function seedIn(files: OpenFolder, { seedSources }: Commitment): Seed {
  return undamaged(readSeed(files, seedSources)).seed
}

/** The rows of one file of a draw. */
export function rowsOf<Row>(table: Table<Row>, files: OpenFolder): readonly Row[] {
  return undamaged(readRows(files, table)).rows
}

/** The same one after the other as the file passes, none of which is kept; refused where they come to what the law does not write. */
export function* eachRowOf<Row>(table: Table<Row>, pieces: Pieces | null): Generator<Row, void> {
  const isSound = yield* rowsPassing(table, pieces ?? [])
  if (!isSound) throw refuse('kept-file-damaged', { file: table.file })
}

/** The same of the frame of a draw, which may have any length; gone over anew each time. */
export function eachFrameRow(store: Store, draw: DrawNumber): Iterable<FrameRow> {
  return {
    *[Symbol.iterator]() {
      const isSound = yield* frameRowsPassing(keptPieces(store, draw, FRAME.file) ?? [])
      if (!isSound) throw refuse('kept-file-damaged', { file: FRAME.file })
    },
  }
}

/** The store's own files are what the law writes, unless the database was edited. */
function undamaged<Reading extends { readonly kind: string }>(reading: Reading | Differs): Reading {
  if (isDiffers(reading)) throw refuse('kept-file-damaged', { file: reading.difference.file })
  return reading
}

function isDiffers(reading: { readonly kind: string }): reading is Differs {
  return reading.kind === 'differs'
}
