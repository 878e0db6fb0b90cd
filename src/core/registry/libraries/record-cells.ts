import type { Library } from './field.ts'
import type { FieldNameIn } from './library.ts'

/**
 * A record as it is kept: the id, one text for each field of the library in its order, and, where the library keeps
 * extra fields, these as one JSON object with its keys in order. Fields the file does not have are `''`.
 */
export type RecordCells = string[]

/** The place of a field's text among the cells of a record. */
export function columnOf<L extends Library>(library: L, field: FieldNameIn<L>): number {
  const place = library.fields.findIndex(({ name }) => name === field)
  if (place < 0) throw new RangeError(`${library.name} has no field “${field}”`)
  return place + 1
}

/** The value of a field that came later (`Library.later`), by its name. */
export function laterIn(library: Library, cells: RecordCells, name: string): string {
  const extra = library.extras ? cells[library.fields.length + 1]! : ''
  const heading = library.later?.find(field => field.name === name)?.headings[0]
  return extra === '' || heading === undefined ? '' : (JSON.parse(extra)[heading] ?? '')
}
