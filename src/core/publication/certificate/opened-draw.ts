import { type Commitment, commitmentDigest } from '../../draw/commitment/commitment.ts'
import type { ExclusionRow, FrameRow, SelectionRow } from '../../draw/folder/rows.ts'
import type { Folder } from '../../draw/folder/sums.ts'
import type { Table } from '../../draw/folder/table.ts'
import {
  EXCLUSIONS_OF,
  FRAME,
  SELECTION,
  SUBSTITUTIONS_OF,
  type SubstitutionRow,
} from '../../draw/folder/tables.ts'
import { drawKeyOf, type Seed, selectKeyOf } from '../../draw/seed/seed.ts'
import { readCommitment, readRows, readSeed } from '../../draw/verify/read-parts.ts'
import type { Digest } from '../../ids.ts'

/** A draw's folder as rows and keys, taken at its word: whether it agrees with the law is for `verify` to say. */
export interface OpenedDraw {
  readonly folder: Folder
  readonly commitment: Commitment
  readonly digest: Digest
  readonly seed: Seed
  readonly drawKey: Digest
  readonly selectKey: Digest
  readonly frame: readonly FrameRow[]
  readonly selection: readonly SelectionRow[]
  /** Null where the folder does not show them. */
  readonly exclusions: readonly ExclusionRow[] | null
  readonly substitutions: readonly SubstitutionRow[]
}

/** Reads a folder that holds a draw; null where a file is missing or is not as the law writes it. */
export function openDraw(folder: Folder): OpenedDraw | null {
  const read = readCommitment(folder)
  if (read.kind === 'differs') return null
  const { commitment } = read
  const seeded = readSeed(folder, commitment.seedSources)
  const frame = rowsIn(folder, FRAME)
  const selection = rowsIn(folder, SELECTION)
  if (seeded.kind === 'differs' || frame === null || selection === null) return null
  const { seed } = seeded
  const digest = commitmentDigest(commitment)
  const drawKey = drawKeyOf(commitment.spec, digest, seed)
  return {
    folder,
    commitment,
    digest,
    seed,
    drawKey,
    selectKey: selectKeyOf(drawKey),
    frame,
    selection,
    exclusions: rowsIn(folder, EXCLUSIONS_OF[commitment.spec]),
    substitutions: rowsIn(folder, SUBSTITUTIONS_OF[commitment.spec]) ?? [],
  }
}

function rowsIn<Row>(folder: Folder, table: Table<Row>): readonly Row[] | null {
  const reading = readRows(folder, table)
  return reading.kind === 'rows' ? reading.rows : null
}
