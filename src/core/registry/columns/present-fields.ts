import type { Library } from '../libraries/field.ts'
import { cellCount, columnOf, extrasColumn, ID } from '../libraries/record-cells.ts'
import type { Column } from './column.ts'

/** For each place of a row, whether the file has it: what it does not have keeps its value. */
export function presentFields(library: Library, columns: readonly Column[]): boolean[] {
  const present = Array<boolean>(cellCount(library)).fill(false)
  present[ID] = true
  for (const column of columns) {
    if (column.kind === 'field') present[column.field + 1] = true
    else if (column.kind === 'compound')
      for (const name of column.compound.fields) present[columnOf(library, name)] = true
  }
  if (library.extras)
    present[extrasColumn(library)] = columns.some(
      column => column.kind === 'extra' || (column.kind === 'compound' && column.compound.whole === null),
    )
  return present
}
