import type { OpenFolder } from '../folder/content.ts'
import type { AssignmentRow } from '../folder/rows.ts'
import type { Spec } from '../folder/spec.ts'
import { headingOf, lineWriter } from '../folder/table.ts'
import { SUBSTITUTIONS, SUBSTITUTIONS_OF, type SubstitutionRow } from '../folder/tables.ts'
import { type Draw, standingAfter } from '../substitution/standing.ts'
import { type Differs, differs, lineDiffers } from './difference.ts'
import { readRows } from './read-parts.ts'
import { type Sums, sumDiffers } from './read-sums.ts'
import { replayFirst } from './replay-first.ts'
import { hidesPeople, replaySecond } from './replay-second.ts'
import type { Numbered } from './replayed.ts'

/**
 * Whether `substitutions.csv`, if there is one, is what section 7 gives, number by number. Where the staff is not shown,
 * or the file hides people, the rest is made again.
 */
export function substitutionsDiffer(
  folder: OpenFolder,
  sums: Sums,
  draw: Draw,
  assignment: readonly AssignmentRow[],
): Differs | undefined {
  const table = SUBSTITUTIONS_OF[draw.spec]
  const { file } = table
  const bytes = folder.get(file)
  if (!bytes) return undefined
  const reading = readRows(folder, table)
  if (reading.kind === 'differs') return reading
  const line = lineWriter(table)
  const hidden = draw.spec !== 'ssj-draw/1' && hidesPeople(reading.rows)
  const isNumbered = draw.spec !== 'ssj-draw/1' || draw.staff !== undefined
  let standing = standingAfter(assignment, [])
  let text = headingOf(table)
  for (const [i, rows] of byNumber(reading.rows).entries()) {
    const [{ number, out, reason }] = rows
    const place = { file, line: text.split('\n').length }
    const expected = String(i + 1)
    if (isNumbered && String(number) !== expected)
      return differs({ ...place, check: 'order', expected, found: String(number) })
    const replayed =
      draw.spec === 'ssj-draw/1'
        ? replayFirst(draw, standing, rows)
        : replaySecond(draw, standing, rows, hidden)
    if (replayed.kind !== 'lines') {
      const { kind: check } = replayed
      return differs({ ...place, check, found: check === 'reason' ? reason : out })
    }
    for (const row of replayed.rows) text += line(row)
    standing = replayed.standing
  }
  return lineDiffers(file, text, bytes) ?? sumDiffers(sums, file, 'unproven')
}

function byNumber(rows: readonly SubstitutionRow[]): readonly Numbered[] {
  const numbers = [...new Set(rows.map(({ number }) => number))]
  return numbers.map(
    number => rows.filter(row => row.number === number) as [SubstitutionRow, ...SubstitutionRow[]],
  )
}

/** Under version 2, whether the substitutions name people; undefined where the version or the folder has none. */
export function showsSubstitutes(folder: OpenFolder, spec: Spec): boolean | undefined {
  if (spec === 'ssj-draw/1' || !folder.has(SUBSTITUTIONS.file)) return undefined
  const reading = readRows(folder, SUBSTITUTIONS_OF[spec])
  return reading.kind === 'rows' && !hidesPeople(reading.rows)
}
