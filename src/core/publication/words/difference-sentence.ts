import type { Difference } from '../../draw/verify/difference.ts'
import { escapeControls } from '../../escape-controls.ts'
import type { Words } from './words.ts'

/** The first difference in one sentence: file, line, what is wrong, expected and found. */
export function differenceSentence(
  { place, between, checks, expectedFound }: Words,
  { file, line, check, column, expected, found }: Difference,
): string {
  const where = place(
    escapeControls(file),
    line ?? null,
    column === undefined ? null : escapeControls(column),
  )
  const values =
    expected === '' && found === '' ? '' : expectedFound(escapeControls(expected), escapeControls(found))
  return `${where}${between}${checks[check]}${values}`
}
