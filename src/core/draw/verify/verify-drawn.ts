import type { AssignmentRow, SelectionRow } from '../folder/rows.ts'
import type { Folder } from '../folder/sums.ts'
import { headingOf, lineWriter, tableText } from '../folder/table.ts'
import { ASSIGNMENT, SELECTION, SUBSTITUTIONS, type SubstitutionRow } from '../folder/tables.ts'
import type { Draw, Slot, Standing } from '../substitution/standing.ts'
import { replaceInspector, replaceTarget, type Substitution } from '../substitution/substitution.ts'
import type { TeamsOutcome } from '../teams.ts'
import { type Differs, differs, lineDiffers } from './difference.ts'
import { readRows } from './read-parts.ts'
import { type Sums, sumDiffers } from './read-sums.ts'

/** Whether `selection.csv` is what section 5 gives. */
export function selectionDiffers(
  folder: Folder,
  sums: Sums,
  selection: readonly SelectionRow[],
): Differs | undefined {
  const { file } = SELECTION
  const bytes = folder.get(file)
  if (!bytes) return differs({ file, check: 'absent' })
  return lineDiffers(file, tableText(SELECTION, selection), bytes) ?? sumDiffers(sums, file, 'proven')
}

/** Whether `assignment.csv`, where it is shown, is what section 6 gives; without the staff, whether it is canonical. */
export function assignmentDiffers(
  folder: Folder,
  sums: Sums,
  teams: TeamsOutcome | undefined,
): Differs | undefined {
  const { file } = ASSIGNMENT
  if (teams?.kind === 'infeasible') return differs({ file, check: 'infeasible', column: teams.department })
  const bytes = folder.get(file)
  if (!bytes) return undefined
  if (teams) {
    return (
      lineDiffers(file, tableText(ASSIGNMENT, teams.assignment), bytes) ?? sumDiffers(sums, file, 'proven')
    )
  }
  const reading = readRows(folder, ASSIGNMENT)
  return reading.kind === 'differs' ? reading : sumDiffers(sums, file, 'unproven')
}

/**
 * Whether `substitutions.csv`, if there is one, is what section 7 gives, number by number. Where the staff is not shown,
 * only the lines of targets can be made again, and substitutions of inspectors may be left out altogether.
 */
export function substitutionsDiffer(
  folder: Folder,
  sums: Sums,
  draw: Draw,
  assignment: readonly AssignmentRow[],
): Differs | undefined {
  const { file } = SUBSTITUTIONS
  const bytes = folder.get(file)
  if (!bytes) return undefined
  const reading = readRows(folder, SUBSTITUTIONS)
  if (reading.kind === 'differs') return reading
  const line = lineWriter(SUBSTITUTIONS)
  let standing: Standing = { seats: assignment, fallen: [], called: [] }
  let text = headingOf(SUBSTITUTIONS)
  for (const [i, rows] of byNumber(reading.rows).entries()) {
    const [{ number, out, reason, approver, at }] = rows
    const place = { file, line: text.split('\n').length }
    const expected = String(i + 1)
    if (draw.staff && String(number) !== expected)
      return differs({ ...place, check: 'order', expected, found: String(number) })
    const outcome = replay(draw, standing, rows)
    if (outcome.kind !== 'substituted') return differs({ ...place, check: outcome.kind, found: out })
    for (const change of outcome.changes) text += line({ ...change, number, reason, approver, at })
    standing = outcome.standing
  }
  return lineDiffers(file, text, bytes) ?? sumDiffers(sums, file, 'unproven')
}

type Numbered = readonly [SubstitutionRow, ...SubstitutionRow[]]

function byNumber(rows: readonly SubstitutionRow[]): readonly Numbered[] {
  const numbers = [...new Set(rows.map(({ number }) => number))]
  return numbers.map(
    number => rows.filter(row => row.number === number) as [SubstitutionRow, ...SubstitutionRow[]],
  )
}

function replay(draw: Draw, standing: Standing, rows: Numbered): Substitution {
  const [{ kind, number, out }] = rows
  const seats = rows.filter(row => row.kind === 'inspector')
  const asShown = draw.staff ? [] : seats
  if (kind === 'target') {
    const outcome = replaceTarget(draw, standing, number, out)
    return outcome.kind === 'substituted'
      ? { ...outcome, changes: [...outcome.changes, ...asShown] }
      : outcome
  }
  if (!draw.staff) return { kind: 'substituted', changes: asShown, standing }
  const slots = rows.map(({ target, department, seat }): Slot => ({ target, department, seat: seat ?? 0 }))
  return replaceInspector(draw, standing, number, out, slots)
}
