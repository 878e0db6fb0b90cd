import type { Column } from './headings.ts'
import type { Library } from './libraries/field.ts'

/** For each place of a row, whether the file has it: what it does not have keeps its value. */
export function presentFields(library: Library, columns: readonly Column[]): boolean[] {
  const present = Array<boolean>(library.fields.length + 1 + (library.extras ? 1 : 0)).fill(false)
  present[0] = true
  for (const column of columns) if (column.kind === 'field') present[column.field + 1] = true
  if (library.extras) present[present.length - 1] = columns.some(column => column.kind === 'extra')
  return present
}
