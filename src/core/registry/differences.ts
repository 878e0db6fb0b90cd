import type { FieldDifference } from './cells/issue.ts'
import type { Library } from './libraries/field.ts'
import type { RecordCells } from './libraries/record-cells.ts'

/** Every field in which two rows differ, in the order of the library; extra fields one by one. */
export function differences(library: Library, was: RecordCells, becomes: RecordCells): FieldDifference[] {
  const found: FieldDifference[] = []
  for (const [i, { headings }] of library.fields.entries()) {
    const [before, after] = [was[i + 1]!, becomes[i + 1]!]
    if (before !== after) found.push({ field: headings[0], was: before, becomes: after })
  }
  if (!library.extras || was.at(-1) === becomes.at(-1)) return found
  const [before, after] = [extraOf(was), extraOf(becomes)]
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

/** The extra fields of a row by heading. */
export function extraOf(row: RecordCells): Record<string, string> {
  return row.at(-1) === '' ? {} : JSON.parse(row.at(-1)!)
}
