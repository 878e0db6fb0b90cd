import { type Commitment, commitmentDigest } from '../../draw/commitment/commitment.ts'
import { parseCommitment } from '../../draw/commitment/parse-commitment.ts'
import { readTable } from '../../draw/folder/read-table.ts'
import type { ExclusionRow, FrameRow, SelectionRow } from '../../draw/folder/rows.ts'
import type { Folder } from '../../draw/folder/sums.ts'
import type { Table } from '../../draw/folder/table.ts'
import {
  EXCLUSIONS,
  FRAME,
  SELECTION,
  SUBSTITUTIONS,
  type SubstitutionRow,
} from '../../draw/folder/tables.ts'
import { drawKeyOf, type Seed, seedOfLines, selectKeyOf } from '../../draw/seed/seed.ts'
import { normalise } from '../../draw/seed/seed-source.ts'
import { COMMITMENT_FILE } from '../../draw/verify/verify-fixed.ts'
import { SEED_FILE } from '../../draw/verify/verify-seed.ts'

/** A draw's folder as rows and keys, taken at its word: whether it agrees with the law is for `verify` to say. */
export interface OpenedDraw {
  readonly folder: Folder
  readonly commitment: Commitment
  readonly digest: string
  readonly seed: Seed
  readonly drawKey: string
  readonly selectKey: string
  readonly frame: readonly FrameRow[]
  readonly selection: readonly SelectionRow[]
  /** Null where the folder does not show them. */
  readonly exclusions: readonly ExclusionRow[] | null
  readonly substitutions: readonly SubstitutionRow[]
}

/** Reads a folder that holds a draw; null where a file is missing or cannot be read. */
export function openDraw(folder: Folder): OpenedDraw | null {
  const read = parseCommitment(textOf(folder, COMMITMENT_FILE))
  if (read.kind !== 'commitment') return null
  const { commitment } = read
  const seed = seedIn(commitment.seedSources, textOf(folder, SEED_FILE))
  const frame = rowsIn(folder, FRAME)
  const selection = rowsIn(folder, SELECTION)
  if (seed === null || frame === null || selection === null) return null
  const digest = commitmentDigest(commitment)
  const drawKey = drawKeyOf(digest, seed)
  return {
    folder,
    commitment,
    digest,
    seed,
    drawKey,
    selectKey: selectKeyOf(drawKey),
    frame,
    selection,
    exclusions: rowsIn(folder, EXCLUSIONS),
    substitutions: rowsIn(folder, SUBSTITUTIONS) ?? [],
  }
}

function textOf(folder: Folder, file: string): string {
  return new TextDecoder().decode(folder.get(file) ?? new Uint8Array())
}

function rowsIn<Row>(folder: Folder, table: Table<Row>): readonly Row[] | null {
  const bytes = folder.get(table.file)
  const reading = bytes && readTable(table, bytes)
  return reading?.kind === 'rows' ? reading.rows : null
}

function seedIn(sources: readonly string[], text: string): Seed | null {
  const lines = text.split('\n')
  const reading = seedOfLines(
    sources.map(normalise).map((source, i) => ({
      source,
      value: lines[i]?.startsWith(`${source}=`) ? lines[i].slice(source.length + 1) : '',
    })),
  )
  return reading.kind === 'seed' ? reading.seed : null
}
