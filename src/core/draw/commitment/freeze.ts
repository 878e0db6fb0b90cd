import { sortByBytes } from '../../bytes.ts'
import { sha256Hex } from '../../hash.ts'
import type { Digest } from '../../ids.ts'
import { rootOfLines } from '../folder/merkle.ts'
import type { ExclusionRow, FrameRow, PoolRow, RecusalRow, Stratum } from '../folder/rows.ts'
import { rootsOfStrata } from '../folder/strata-roots.ts'
import { sortRows, type Table, tableText } from '../folder/table.ts'
import { EXCLUSIONS, FRAME, POOL, RECUSALS } from '../folder/tables.ts'
import {
  COMMITMENT_FILE,
  type Commitment,
  commitmentText,
  type FirstCommitment,
  type FixedFile,
  type SecondCommitment,
  type Terms,
} from './commitment.ts'

/** All that is fixed before the seed exists, under the version of the law that `spec` names. */
export type Parts = FirstParts | SecondParts

interface CommonParts extends Pick<FirstCommitment, 'task' | 'teams' | 'avoidSameArea'> {
  /** Sorted by (stratum, target). */
  readonly frame: readonly FrameRow[]
  readonly exclusions: readonly ExclusionRow[]
  readonly pool: readonly PoolRow[]
  readonly recusals: readonly RecusalRow[]
  readonly strata: readonly Stratum[]
}

type FirstParts = CommonParts & Pick<FirstCommitment, 'spec' | 'seedSources'>
type SecondParts = CommonParts & Pick<SecondCommitment, 'spec' | 'terms' | 'seedSources'>

export interface Frozen {
  readonly commitment: Commitment
  /** `C`, the digest that is published (section 3). */
  readonly digest: Digest
  /** The four fixed files and `commitment.json`, as their bytes. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

/** Writes the fixed files and the commitment to them (draw.md and draw-2.md, sections 2 and 3). */
export function freezeDraw(parts: Parts): Frozen {
  const bytes = {
    frame: bytesOf(FRAME, parts.frame),
    exclusions: bytesOf(EXCLUSIONS, parts.exclusions),
    pool: bytesOf(POOL, parts.pool),
    recusals: bytesOf(RECUSALS, parts.recusals),
  }
  const commitment = commitmentTo(parts, bytes)
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

type FixedBytes = Readonly<Record<'frame' | 'exclusions' | 'pool' | 'recusals', Uint8Array>>

function commitmentTo(parts: Parts, bytes: FixedBytes): Commitment {
  const { task, strata, teams, avoidSameArea } = parts
  const fixed = (file: keyof FixedBytes): FixedFile => ({
    sha256: sha256Hex(bytes[file]),
    rows: parts[file].length,
  })
  const people = { pool: fixed('pool'), recusals: fixed('recusals'), teams, avoidSameArea }
  switch (parts.spec) {
    case 'ssj-draw/1':
      return {
        spec: parts.spec,
        task,
        frame: { ...fixed('frame'), root: rootOfLines(bytes.frame) },
        exclusions: fixed('exclusions'),
        strata,
        seedSources: parts.seedSources,
        ...people,
      }
    case 'ssj-draw/2': {
      const roots = rootsOfStrata(bytes.frame, sortRows(FRAME, parts.frame))
      return {
        spec: parts.spec,
        task,
        terms: inByteOrder(parts.terms),
        frame: fixed('frame'),
        exclusions: { ...fixed('exclusions'), root: rootOfLines(bytes.exclusions) },
        strata: strata.map(stratum => ({ ...stratum, root: roots.get(stratum.stratum)! })),
        seedSources: parts.seedSources,
        ...people,
      }
    }
    default:
      return parts satisfies never
  }
}

function inByteOrder(terms: Terms): Terms {
  return Object.fromEntries(sortByBytes(Object.keys(terms)).map(key => [key, terms[key]!]))
}

function bytesOf<Row>(table: Table<Row>, rows: readonly Row[]): Uint8Array {
  return new TextEncoder().encode(tableText(table, sortRows(table, rows)))
}
