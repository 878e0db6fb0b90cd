import type { Library } from './field.ts'
import type { FieldNameIn } from './library.ts'

/**
 * A record as it is kept: the id, one text for each field of the library in its order, and, where the library keeps
 * extra fields, these as one JSON object with its keys in order. Fields the file does not have are `''`.
 */
export type RecordCells = string[]

/** The place of the id. */
export const ID = 0

/** The id of a record. */
export function idOf(cells: RecordCells): string {
  return cells[ID]!
}

/** The place of a field's text among the cells of a record. */
export function columnOf<L extends Library>(library: L, field: FieldNameIn<L>): number {
  const place = library.fields.findIndex(({ name }) => name === field)
  if (place < 0) throw new RangeError(`${library.name} has no field “${field}”`)
  return place + 1
}

/** The place of the extra fields in a library that keeps any. */
export function extrasColumn(library: Library): number {
  return library.fields.length + 1
}

/** How many cells a record has. */
export function cellCount(library: Library): number {
  return library.fields.length + 1 + (library.extras ? 1 : 0)
}

/** Finds the id that the fields of a record make; `''` where they make none. */
export function idReader(library: Library): (cells: RecordCells) => string {
  const columns = library.id.map(name => columnOf(library, name))
  if (library.idRule === 'all') return cells => columns.map(column => cells[column]).join('/')
  return cells => {
    for (const column of columns) if (cells[column] !== '') return cells[column]!
    return ''
  }
}
