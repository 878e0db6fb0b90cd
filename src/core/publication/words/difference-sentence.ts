import type { Difference } from '../../draw/verify/difference.ts'
import { visible } from '../../visible.ts'
import type { Words } from './words-zh.ts'

/** The first difference in one sentence: file, line, what is wrong, expected and found. */
export function differenceSentence(
  { place, between, checks, expectedFound }: Words,
  { file, line, check, column, expected, found }: Difference,
): string {
  const where = place(visible(file), line ?? null, column === undefined ? null : visible(column))
  const values = expected === '' && found === '' ? '' : expectedFound(visible(expected), visible(found))
  return `${where}${between}${checks[check]}${values}`
}
