import { clean } from '../cells/clean.ts'
import type { Library } from '../libraries/field.ts'
import type { Column } from './column.ts'
import { cellUnder } from './headings.ts'

/** Where a target's code has lost its digits, the name in the row is what is left to know it by. */
export function withNameBeside<T extends { readonly code: string; readonly details: object }>(
  fault: T,
  library: Library,
  columns: readonly Column[],
  cells: readonly string[],
): T {
  if (library.name !== 'targets' || !CUT_CODES.has(fault.code)) return fault
  const name = clean(cellUnder(library, columns, cells, 'name')).text
  return { ...fault, details: { ...fault.details, name } }
}

const CUT_CODES: ReadonlySet<string> = new Set(['rounded-code', 'code-as-exponent', 'code-as-number'])
