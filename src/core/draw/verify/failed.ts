import type { DepartmentCode, Digest } from '../../ids.ts'
import type { Commitment } from '../commitment/commitment.ts'
import type { OpenFolder } from '../folder/content.ts'
import { RECORD_FILE, recordIn } from '../folder/record-file.ts'
import { ASSIGNMENT, POOL, RECUSALS, SELECTION, SUBSTITUTIONS } from '../folder/tables.ts'
import { SEED_FILE } from '../seed/seed-file.ts'
import type { Basis, Part } from './basis.ts'
import { type Differs, differs } from './difference.ts'
import type { TeamsAgain } from './drawn-again.ts'

/** A folder whose seed finds no teams, as it says itself (draw-2.md, section 8): the commitment is used up. */
export interface Failed extends Basis {
  readonly kind: 'failed'
  readonly digest: Digest
  /** The first department that cannot be matched. */
  readonly department: DepartmentCode
  readonly targets: number
  readonly shown: readonly Part[]
  readonly notShown: readonly Part[]
}

/** Whether a folder says that its seed finds no teams, and shows what that follows from and nothing else. */
export function saysNoTeams(folder: OpenFolder, { spec }: Commitment): boolean {
  return (
    spec !== 'ssj-draw/1' &&
    [SEED_FILE, POOL.file, RECUSALS.file].every(file => folder.has(file)) &&
    ![SELECTION.file, ASSIGNMENT.file, SUBSTITUTIONS.file].some(file => folder.has(file)) &&
    recordIn(folder).outcome === 'no-teams'
  )
}

/** The department without teams; a difference where there are teams after all. */
export function departmentWithout(teams: TeamsAgain | undefined): DepartmentCode | Differs {
  return teams?.kind === 'infeasible'
    ? teams.department
    : differs({ file: RECORD_FILE, check: 'teams-exist', column: 'outcome', found: 'no-teams' })
}
