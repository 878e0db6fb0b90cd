import type { Difference } from '../core/draw/verify/difference.ts'
import type { Desk } from './desk.ts'
import { inert } from './table.ts'

/** The first difference: file, line, what is checked, expected, found. */
export function differenceText(
  { say }: Desk,
  { file, line, check, column, expected, found }: Difference,
): string {
  const place = say.differencePlace(inert(file), line ?? null, column === undefined ? null : inert(column))
  return `  ${place}${say.between}${say.checks[check]}${expected === '' && found === '' ? '' : say.expectedFound(inert(expected), inert(found))}`
}
