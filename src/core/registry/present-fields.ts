import type { Column } from './headings.ts'
import type { Library } from './libraries/field.ts'
import { cellCount, extrasColumn, ID } from './libraries/record-cells.ts'

/** For each place of a row, whether the file has it: what it does not have keeps its value. */
export function presentFields(library: Library, columns: readonly Column[]): boolean[] {
  const present = Array<boolean>(cellCount(library)).fill(false)
  present[ID] = true
  for (const column of columns) if (column.kind === 'field') present[column.field + 1] = true
  if (library.extras) present[extrasColumn(library)] = columns.some(column => column.kind === 'extra')
  return present
}
