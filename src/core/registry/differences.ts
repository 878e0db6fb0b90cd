import type { FieldDifference } from './cells/issue.ts'
import { extrasOf } from './columns/extra-fields.ts'
import type { Library } from './libraries/field.ts'
import { columnOf, extrasColumn, type RecordCells } from './libraries/record-cells.ts'
import { fieldsOf } from './record.ts'

/** Every field in which two rows differ, in the order of the library; extra fields one by one. */
export function differences(library: Library, was: RecordCells, becomes: RecordCells): FieldDifference[] {
  const found: FieldDifference[] = []
  for (const [{ name, headings }, before] of fieldsOf(library, was)) {
    const after = becomes[columnOf(library, name)]!
    if (before !== after) found.push({ field: headings[0], was: before, becomes: after })
  }
  const extras = extrasColumn(library)
  if (!library.extras || was[extras] === becomes[extras]) return found
  const [before, after] = [extrasOf(library, was), extrasOf(library, becomes)]
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const difference = { field, was: before[field] ?? '', becomes: after[field] ?? '' }
    if (difference.was !== difference.becomes) found.push(difference)
  }
  return found
}

/** The differences where both rows say something: an empty cell contradicts nobody. */
export function contradictions(library: Library, was: RecordCells, becomes: RecordCells): FieldDifference[] {
  return differences(library, was, becomes).filter(one => one.was !== '' && one.becomes !== '')
}
