import type { Digest } from '../../ids.ts'
import { isObject } from '../../json.ts'
import { sumOf } from '../../tally.ts'
import { type Commitment, commitmentDigest } from '../commitment/commitment.ts'
import type { OpenFolder } from '../folder/content.ts'
import { recordIn } from '../folder/record-file.ts'
import { ASSIGNMENT, EXCLUSIONS, FRAME, POOL, RECUSALS, SELECTION, SUBSTITUTIONS } from '../folder/tables.ts'
import { nameOfSource } from '../seed/announced-source.ts'
import { SEED_FILE } from '../seed/seed-file.ts'
import { type Basis, basisOf } from './basis.ts'
import type { Differs } from './difference.ts'
import { readCommitment } from './read-parts.ts'
import type { SumsReading } from './read-sums.ts'
import { verifiedRows } from './verify-fixed.ts'
import { exclusionsDiffer, verifiedLists } from './verify-lists.ts'

/** What a folder proves that fixes a draw without showing anything its seed decided. */
export interface Committed extends Basis {
  readonly kind: 'committed'
  /** No seed has been used yet, or one has and part of it is under seal (draw.md, section 4). */
  readonly state: 'announced' | 'sealed'
  /** C, which the later folder of the draw must match. */
  readonly digest: Digest
  readonly targets: number
  readonly take: number
  readonly reserve: number
  readonly sources: readonly string[]
  readonly shown: readonly FixedPart[]
  readonly notShown: readonly FixedPart[]
}

export type FixedPart = 'frame' | 'exclusions' | 'pool' | 'recusals'

/**
 * Checks a folder that only commits: the commitment, and those of the fixed files that are shown, with their digests,
 * rows, root and strata. Undefined for a folder that shows a draw, or whose record says that one was made in the open.
 */
export function committed(
  folder: OpenFolder,
  { sums, passedOver }: SumsReading,
): Committed | Differs | undefined {
  if (DECIDED.some(file => folder.has(file))) return undefined
  const read = readCommitment(folder)
  if (read.kind === 'differs') return read
  const { commitment } = read
  const state = stateOf(folder, commitment)
  if (state === undefined) return undefined
  const { strata } = commitment
  const sources = commitment.seedSources.map(nameOfSource)
  const lists = folder.has(FRAME.file)
    ? verifiedLists(folder, sums, commitment)
    : exclusionsDiffer(folder, sums, commitment)
  if (lists?.kind === 'differs') return lists
  for (const reading of [
    verifiedRows(folder, sums, POOL, commitment.pool),
    verifiedRows(folder, sums, RECUSALS, commitment.recusals),
  ])
    if (reading.kind === 'differs') return reading
  return {
    kind: 'committed',
    ...basisOf(commitment, passedOver),
    state,
    digest: commitmentDigest(commitment),
    targets: commitment.frame.rows,
    take: sumOf(strata, 'take'),
    reserve: sumOf(strata, 'reserve'),
    sources,
    shown: FIXED.filter(([, file]) => folder.has(file)).map(([part]) => part),
    notShown: FIXED.filter(([, file]) => !folder.has(file)).map(([part]) => part),
  }
}

/** Files that only a seed makes. */
const DECIDED: readonly string[] = [SEED_FILE, SELECTION.file, ASSIGNMENT.file, SUBSTITUTIONS.file]

const FIXED: readonly (readonly [FixedPart, string])[] = [
  ['frame', FRAME.file],
  ['exclusions', EXCLUSIONS.file],
  ['pool', POOL.file],
  ['recusals', RECUSALS.file],
]

/**
 * Going by the record: not drawn yet, or drawn under the seal of an announced source. Otherwise files were taken away,
 * which version 1 finds; under version 2 the record decides nothing.
 */
function stateOf(folder: OpenFolder, { spec, seedSources }: Commitment): Committed['state'] | undefined {
  const { drawn, sealed } = recordIn(folder)
  const names = seedSources.map(nameOfSource)
  const isSealed = isObject(sealed) && sealed.revealed === null && names.includes(String(sealed.source))
  if (spec !== 'ssj-draw/1') return isSealed ? 'sealed' : 'announced'
  if (!isObject(drawn)) return 'announced'
  return isSealed ? 'sealed' : undefined
}
