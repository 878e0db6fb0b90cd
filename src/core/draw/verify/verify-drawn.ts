import type { OpenFolder } from '../folder/content.ts'
import type { SelectionRow } from '../folder/rows.ts'
import { tablePieces } from '../folder/table.ts'
import { ASSIGNMENT, SELECTION } from '../folder/tables.ts'
import type { TeamsOutcome } from '../teams.ts'
import { type Differs, differs, lineDiffers } from './difference.ts'
import { readRows } from './read-parts.ts'
import { type Sums, sumDiffers } from './read-sums.ts'

/** Whether `selection.csv` is what section 5 gives. */
export function selectionDiffers(
  folder: OpenFolder,
  sums: Sums,
  selection: readonly SelectionRow[],
): Differs | undefined {
  const { file } = SELECTION
  const bytes = folder.get(file)
  if (!bytes) return differs({ file, check: 'absent' })
  return lineDiffers(file, tablePieces(SELECTION, selection), bytes) ?? sumDiffers(sums, file, 'proven')
}

/** Whether `assignment.csv`, where it is shown, is what section 6 gives; without the staff, whether it is canonical. */
export function assignmentDiffers(
  folder: OpenFolder,
  sums: Sums,
  teams: TeamsOutcome | undefined,
): Differs | undefined {
  const { file } = ASSIGNMENT
  if (teams?.kind === 'infeasible') return differs({ file, check: 'infeasible', column: teams.department })
  const bytes = folder.get(file)
  if (!bytes) return undefined
  if (teams) {
    return (
      lineDiffers(file, tablePieces(ASSIGNMENT, teams.assignment), bytes) ?? sumDiffers(sums, file, 'proven')
    )
  }
  const reading = readRows(folder, ASSIGNMENT)
  return reading.kind === 'differs' ? reading : sumDiffers(sums, file, 'unproven')
}
