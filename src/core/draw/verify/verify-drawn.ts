import type { Pieces } from '../../pieces.ts'
import type { OpenFolder } from '../folder/content.ts'
import { ASSIGNMENT, SELECTION } from '../folder/tables.ts'
import { type Differs, differs, lineDiffers } from './difference.ts'
import type { TeamsAgain } from './drawn-again.ts'
import { readRows } from './read-parts.ts'
import { type Sums, sumDiffers } from './read-sums.ts'

/** Whether `selection.csv` is what section 5 gives. */
export function selectionDiffers(folder: OpenFolder, sums: Sums, selection: Pieces): Differs | undefined {
  const { file } = SELECTION
  const bytes = folder.get(file)
  if (!bytes) return differs({ file, check: 'absent' })
  return lineDiffers(file, selection, bytes) ?? sumDiffers(sums, file, 'proven')
}

/** Whether `assignment.csv`, where it is shown, is what section 6 gives; without the staff, whether it is canonical. */
export function assignmentDiffers(
  folder: OpenFolder,
  sums: Sums,
  teams: TeamsAgain | undefined,
): Differs | undefined {
  const { file } = ASSIGNMENT
  if (teams?.kind === 'infeasible') return differs({ file, check: 'infeasible', column: teams.department })
  const bytes = folder.get(file)
  if (!bytes) return undefined
  if (teams) {
    return lineDiffers(file, teams.file, bytes) ?? sumDiffers(sums, file, 'proven')
  }
  const reading = readRows(folder, ASSIGNMENT)
  return reading.kind === 'differs' ? reading : sumDiffers(sums, file, 'unproven')
}
