import { sha256Hex } from '../../hash.ts'
import type { Digest } from '../../ids.ts'
import { rootOfLines } from '../folder/merkle.ts'
import type { ExclusionRow, FrameRow, PoolRow, RecusalRow } from '../folder/rows.ts'
import { SPEC } from '../folder/spec.ts'
import { sortRows, type Table, tableText } from '../folder/table.ts'
import { EXCLUSIONS, FRAME, POOL, RECUSALS } from '../folder/tables.ts'
import { COMMITMENT_FILE, type Commitment, commitmentText } from './commitment.ts'

/** All that is fixed before the seed exists. */
export interface Parts
  extends Pick<Commitment, 'task' | 'strata' | 'teams' | 'avoidSameArea' | 'seedSources'> {
  /** Sorted by (stratum, target). */
  readonly frame: readonly FrameRow[]
  readonly exclusions: readonly ExclusionRow[]
  readonly pool: readonly PoolRow[]
  readonly recusals: readonly RecusalRow[]
}

export interface Frozen {
  readonly commitment: Commitment
  /** `C`, the digest that is published (draw.md, section 3). */
  readonly digest: Digest
  /** The four fixed files and `commitment.json`, as their bytes. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

/** Writes the fixed files and the commitment to them (draw.md, sections 2 and 3). */
export function freezeDraw(parts: Parts): Frozen {
  const bytes = {
    frame: bytesOf(FRAME, parts.frame),
    exclusions: bytesOf(EXCLUSIONS, parts.exclusions),
    pool: bytesOf(POOL, parts.pool),
    recusals: bytesOf(RECUSALS, parts.recusals),
  }
  const { task, strata, teams, avoidSameArea, seedSources } = parts
  const commitment: Commitment = {
    spec: SPEC,
    task,
    frame: { sha256: sha256Hex(bytes.frame), rows: parts.frame.length, root: rootOfLines(bytes.frame) },
    exclusions: { sha256: sha256Hex(bytes.exclusions), rows: parts.exclusions.length },
    pool: { sha256: sha256Hex(bytes.pool), rows: parts.pool.length },
    recusals: { sha256: sha256Hex(bytes.recusals), rows: parts.recusals.length },
    strata,
    teams,
    avoidSameArea,
    seedSources,
  }
  const text = commitmentText(commitment)
  const files = new Map([
    [COMMITMENT_FILE, new TextEncoder().encode(text)],
    [FRAME.file, bytes.frame],
    [EXCLUSIONS.file, bytes.exclusions],
    [POOL.file, bytes.pool],
    [RECUSALS.file, bytes.recusals],
  ])
  return { commitment, digest: sha256Hex(text), files }
}

function bytesOf<Row>(table: Table<Row>, rows: readonly Row[]): Uint8Array {
  return new TextEncoder().encode(tableText(table, sortRows(table, rows)))
}
