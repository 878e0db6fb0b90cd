import type { Digest } from '../../ids.ts'
import { type Commitment, commitmentDigest } from '../commitment/commitment.ts'
import type { OpenFolder } from '../folder/content.ts'
import type { Spec } from '../folder/spec.ts'
import { ASSIGNMENT, EXCLUSIONS, POOL, RECUSALS, SUBSTITUTIONS } from '../folder/tables.ts'
import { drawKeyOf, selectKeyOf } from '../seed/seed.ts'
import { type Basis, basisOf, type Part } from './basis.ts'
import type { Differs } from './difference.ts'
import {
  type DrawnAgain,
  drawnFromRows,
  type LargeDraw,
  type ShownStaff,
  type TeamsAgain,
} from './drawn-again.ts'
import { departmentWithout, type Failed, saysNoTeams } from './failed.ts'
import { readCommitment } from './read-parts.ts'
import type { Sums, SumsReading } from './read-sums.ts'
import { assignmentDiffers, selectionDiffers } from './verify-drawn.ts'
import { verifiedRows } from './verify-fixed.ts'
import { verifiedLists } from './verify-lists.ts'
import { verifiedSeed } from './verify-seed.ts'
import { showsSubstitutes, substitutionsDiffer } from './verify-substitutions.ts'

/**
 * Draws again from a folder alone and compares (draw.md, section 8). Files are read in the order in which each
 * follows from those before it, so that the first difference is the cause of the others. `drawLarge` draws from a frame that is read
 * as it passes; without it, rows are made of what is drawn.
 */
export async function drawAgain(
  folder: OpenFolder,
  { sums, passedOver }: SumsReading,
  begins: Begins,
  drawLarge?: LargeDraw,
): Promise<Agrees | Failed | Differs> {
  begins('commitment')
  const read = readCommitment(folder)
  if (read.kind === 'differs') return read
  const { commitment } = read
  begins('frame')
  const lists = verifiedLists(folder, sums, commitment)
  if (lists.kind === 'differs') return lists
  const people = readStaff(folder, sums, commitment)
  if (people.kind === 'differs') return people
  begins('seed')
  const seeded = await verifiedSeed(folder, sums, commitment.seedSources)
  if (seeded.kind === 'differs') return seeded

  begins('selection')
  const digest = commitmentDigest(commitment)
  const drawKey = drawKeyOf(commitment.spec, digest, seeded.seed)
  const selectKey = selectKeyOf(drawKey)
  const { passing } = lists
  const again =
    passing === null || drawLarge === undefined
      ? drawnFromRows(lists.select(commitment.strata, selectKey), drawKey, people.staff)
      : drawLarge(passing, commitment, drawKey, people.staff)
  const saysNone = saysNoTeams(folder, commitment)
  const wrongSelection = saysNone ? undefined : selectionDiffers(folder, sums, again.selection)
  if (wrongSelection) return wrongSelection
  begins('teams')
  const teams = again.teams()
  const basis = { ...basisOf(commitment, passedOver), digest, targets: lists.targets }
  if (saysNone) {
    const department = departmentWithout(teams)
    return typeof department === 'string'
      ? { kind: 'failed', ...basis, department, ...partsOfFailed(folder) }
      : department
  }
  const made = { again, teams, drawKey, staff: people.staff }
  const wrong = assignmentDiffers(folder, sums, teams) ?? changesDiffer(folder, sums, commitment, made)
  if (wrong) return wrong

  const parts = partsOf(folder, commitment.spec, teams !== undefined)
  return {
    kind: 'agrees',
    ...basis,
    selectKey,
    ...again.counts,
    ...parts,
  }
}

interface Made {
  readonly again: DrawnAgain
  readonly teams: TeamsAgain | undefined
  readonly drawKey: Digest
  readonly staff: ShownStaff
}

/** Whether the substitutions follow from the draw: only where there are any are its rows asked for. */
function changesDiffer(
  folder: OpenFolder,
  sums: Sums,
  { spec, teams: team }: Commitment,
  { again, teams, drawKey, staff }: Made,
): Differs | undefined {
  if (!folder.has(SUBSTITUTIONS.file)) return undefined
  const { selection, frame } = again.rows()
  const draw = {
    ...{ spec, selection, drawKey, layout: { frame, teams: team } },
    staff: staff && { ...staff, frame },
  }
  return substitutionsDiffer(folder, sums, draw, teams?.kind === 'matched' ? teams.rows() : [])
}

/** A folder that agrees with the law, and what it shows. */
export interface Agrees extends Basis {
  readonly kind: 'agrees'
  /** C, to compare with what was published before the seed was known. */
  readonly digest: Digest
  /** The key with which anyone can compute a ticket using `sha256sum`. */
  readonly selectKey: Digest
  readonly targets: number
  readonly drawn: number
  readonly reserves: number
  /** What was verified, and what the folder leaves out. */
  readonly shown: readonly Part[]
  readonly notShown: readonly Part[]
}

/** The steps of a verification, in their order. */
export const STEPS = ['sums', 'commitment', 'frame', 'seed', 'selection', 'teams'] as const
export type Step = (typeof STEPS)[number]
export type Begins = (step: Step) => void

const ALWAYS = ['frame', 'seed', 'selection'] as const
const OPTIONAL = ['exclusions', 'pool', 'recusals', 'assignment'] as const

/** Teams are verified when they are shown together with everything they follow from. */
function partsOf(folder: OpenFolder, spec: Spec, teamsKnown: boolean): Pick<Agrees, 'shown' | 'notShown'> {
  const has: Readonly<Record<(typeof OPTIONAL)[number], boolean>> = {
    exclusions: folder.has(EXCLUSIONS.file),
    pool: folder.has(POOL.file),
    recusals: folder.has(RECUSALS.file),
    assignment: folder.has(ASSIGNMENT.file) && teamsKnown,
  }
  const afterwards = folder.has(SUBSTITUTIONS.file) ? (['substitutions'] as const) : []
  const people = showsSubstitutes(folder, spec)
  const seen = people === undefined ? [] : (['substitutes'] as const)
  const verified = people === true && teamsKnown
  return {
    shown: [...ALWAYS, ...OPTIONAL.filter(part => has[part]), ...afterwards, ...(verified ? seen : [])],
    notShown: [...OPTIONAL.filter(part => !has[part]), ...(verified ? [] : seen)],
  }
}

/** A folder that failed shows the staff; it may leave out the exclusions. */
function partsOfFailed(folder: OpenFolder): Pick<Failed, 'shown' | 'notShown'> {
  const open = folder.has(EXCLUSIONS.file)
  const shown: readonly Part[] = [
    'frame',
    'seed',
    ...(open ? (['exclusions'] as const) : []),
    'pool',
    'recusals',
  ]
  return { shown, notShown: open ? [] : ['exclusions'] }
}

/** Who could be matched, where pool and recusals are both shown. */
function readStaff(
  folder: OpenFolder,
  sums: Sums,
  { pool, recusals, teams, avoidSameArea }: Commitment,
): { readonly kind: 'staff'; readonly staff: ShownStaff } | Differs {
  const people = verifiedRows(folder, sums, POOL, pool)
  if (people.kind === 'differs') return people
  const pairs = verifiedRows(folder, sums, RECUSALS, recusals)
  if (pairs.kind === 'differs') return pairs
  const shown = people.kind === 'rows' && pairs.kind === 'rows'
  return {
    kind: 'staff',
    staff: shown ? { pool: people.rows, recusals: pairs.rows, teams, avoidSameArea } : undefined,
  }
}
