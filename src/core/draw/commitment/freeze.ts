import { sortByBytes } from '../../bytes.ts'
import { sha256Hex } from '../../hash.ts'
import type { Digest } from '../../ids.ts'
import type { Pieces } from '../../pieces.ts'
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
  /** Frame and exclusions where they are too large to be at hand: they are among `files` then no more. */
  readonly lists?: ReadonlyMap<string, Pieces>
}

/** All fixed files, in the order in which they are kept. */
export function fixedFiles({ files, lists }: Frozen): ReadonlyMap<string, Uint8Array | Pieces> {
  const [commitment, ...others] = files
  return lists === undefined
    ? files
    : new Map<string, Uint8Array | Pieces>([commitment!, ...lists, ...others])
}

/** Writes the fixed files and the commitment to them (draw.md and draw-2.md, sections 2 and 3). */
export function freezeDraw(parts: Parts): Frozen {
  const frame = bytesOf(FRAME, parts.frame)
  const exclusions = bytesOf(EXCLUSIONS, parts.exclusions)
  const rows = { frame: parts.frame.length, exclusions: parts.exclusions.length }
  const frozen = freezeLists(parts, {
    frame: { sha256: sha256Hex(frame), rows: rows.frame },
    exclusions: { sha256: sha256Hex(exclusions), rows: rows.exclusions },
    rootOfFrame: () => rootOfLines(frame),
    rootsOfStrata: () => rootsOfStrata(frame, sortRows(FRAME, parts.frame)),
    rootOfExclusions: () => rootOfLines(exclusions),
  })
  const [commitment, ...people] = [...frozen.files]
  const lists = [[FRAME.file, frame] as const, [EXCLUSIONS.file, exclusions] as const]
  return { ...frozen, files: new Map([commitment!, ...lists, ...people]) }
}

/** Frame and exclusions of which only the digests are at hand: their bytes lie elsewhere. */
export interface ListDigests {
  readonly frame: FixedFile
  readonly exclusions: FixedFile
  readonly rootOfFrame: () => Digest
  readonly rootsOfStrata: () => ReadonlyMap<string, Digest>
  readonly rootOfExclusions: () => Digest
}

/** The same without the files of frame and exclusions, of which only digests and strata of `parts` are asked. */
export function freezeLists(parts: Parts, lists: ListDigests): Frozen {
  const pool = bytesOf(POOL, parts.pool)
  const recusals = bytesOf(RECUSALS, parts.recusals)
  const commitment = commitmentTo(parts, lists, pool, recusals)
  const text = commitmentText(commitment)
  const files = new Map([
    [COMMITMENT_FILE, new TextEncoder().encode(text)],
    [POOL.file, pool],
    [RECUSALS.file, recusals],
  ])
  return { commitment, digest: sha256Hex(text), files }
}

function commitmentTo(parts: Parts, lists: ListDigests, pool: Uint8Array, recusals: Uint8Array): Commitment {
  const { task, strata, teams, avoidSameArea } = parts
  const { frame, exclusions } = lists
  const people = {
    pool: { sha256: sha256Hex(pool), rows: parts.pool.length },
    recusals: { sha256: sha256Hex(recusals), rows: parts.recusals.length },
    teams,
    avoidSameArea,
  }
  switch (parts.spec) {
    case 'ssj-draw/1':
      return {
        spec: parts.spec,
        task,
        frame: { ...frame, root: lists.rootOfFrame() },
        exclusions,
        strata,
        seedSources: parts.seedSources,
        ...people,
      }
    case 'ssj-draw/2': {
      const roots = lists.rootsOfStrata()
      return {
        spec: parts.spec,
        task,
        terms: inByteOrder(parts.terms),
        frame,
        exclusions: { ...exclusions, root: lists.rootOfExclusions() },
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
