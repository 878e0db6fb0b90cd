import { sha256Hex } from '../../hash.ts'
import type { Digest } from '../../ids.ts'
import type { Stratum, Team } from '../folder/rows.ts'
import type { SPEC } from '../folder/spec.ts'

/** Where a draw folder keeps its commitment. */
export const COMMITMENT_FILE = 'commitment.json'

/** What decides a draw, fixed before its seed exists (draw.md, section 3). */
export interface Commitment {
  readonly spec: typeof SPEC
  readonly task: { readonly id: string; readonly name: string }
  readonly frame: FixedFile & { readonly root: Digest }
  readonly exclusions: FixedFile
  readonly pool: FixedFile
  readonly recusals: FixedFile
  readonly strata: readonly Stratum[]
  readonly teams: readonly Team[]
  readonly avoidSameArea: boolean
  readonly seedSources: readonly string[]
}

/** A file's digest and how many data lines it has. */
export interface FixedFile {
  readonly sha256: Digest
  readonly rows: number
}

/** The bytes as published: keys in the order of the law, two-space JSON, last line ended. */
export function commitmentText(commitment: Commitment): string {
  const { spec, task, frame, exclusions, pool, recusals, strata, teams, avoidSameArea, seedSources } =
    commitment
  const inOrder = {
    spec,
    task: { id: task.id, name: task.name },
    frame: { ...fixed(frame), root: frame.root },
    exclusions: fixed(exclusions),
    pool: fixed(pool),
    recusals: fixed(recusals),
    strata: strata.map(({ stratum, size, take, reserve }) => ({ stratum, size, take, reserve })),
    teams: teams.map(({ department, seats }) => ({ department, seats })),
    avoidSameArea,
    seedSources,
  }
  return `${JSON.stringify(inOrder, null, 2)}\n`
}

function fixed({ sha256, rows }: FixedFile): FixedFile {
  return { sha256, rows }
}

/** C, which is published before the seed is known. */
export function commitmentDigest(commitment: Commitment): Digest {
  return sha256Hex(commitmentText(commitment))
}
