import { clean } from '../cells/clean.ts'
import type { Library } from '../libraries/field.ts'
import { type Compound, compoundNamed } from './compound-columns.ts'
import { fieldNamed, laterHeading, plainHeading } from './field-names.ts'
import { insteadOf } from './missing-headings.ts'

/** True for a row of which an id and a name are known, or at least half of the cells, and two of them. */
export function isHeadingRow(
  library: Library,
  row: readonly string[],
  renamed: ReadonlyMap<string, string>,
): boolean {
  const known = row.map(cell => fieldUnder(library, cell, renamed)).filter(field => field >= 0)
  const later = new Set(
    library.instead === undefined ? [] : row.map(cell => laterUnder(library, cell, renamed)),
  )
  const compounds = row.filter(cell => compoundUnder(library, cell, renamed) !== null).length
  const filled = row.filter(cell => plainHeading(cell) !== '').length
  const count = known.length + compounds + [...later].filter(heading => heading !== null).length
  if (count * 2 >= filled && (count >= 2 || (count === 1 && filled === 1))) return true
  const names = new Set(known.map(field => library.fields[field]!.name))
  const hasName = library.fields.some(({ name }) => name === 'name')
    ? names.has('name')
    : library.fields.every(
        ({ name, column }) =>
          column === undefined ||
          names.has(name) ||
          insteadOf(library, name).some(heading => later.has(heading)),
      )
  return (
    hasName && (library.id.some(name => names.has(name)) || (library.ownCodes !== undefined && count > 2))
  )
}

/** True for the headings of a list of names: a name is known, and nothing in the row is longer than headings are. */
export function isNamesRow(
  library: Library,
  row: readonly string[],
  renamed: ReadonlyMap<string, string>,
): boolean {
  return (
    row.some(cell => library.fields[fieldUnder(library, cell, renamed)]?.name === 'name') &&
    row.every(cell => plainHeading(cell).length <= LONGEST_HEADING)
  )
}

const LONGEST_HEADING = 20

/** True for a row with nothing but headings. */
export function isHeadings(
  library: Library,
  cells: readonly string[],
  renamed: ReadonlyMap<string, string>,
): boolean {
  const filled = cells.filter(cell => plainHeading(cell) !== '')
  return filled.length > 1 && filled.every(cell => isKnown(library, cell, renamed))
}

function isKnown(library: Library, cell: string, renamed: ReadonlyMap<string, string>): boolean {
  return fieldUnder(library, cell, renamed) >= 0 || compoundUnder(library, cell, renamed) !== null
}

/** The compound that a heading of a file is, after `--map`. */
export function compoundUnder(
  library: Library,
  cell: string,
  renamed: ReadonlyMap<string, string>,
): Compound | null {
  return compoundNamed(library.name, renamed.get(clean(cell).text) ?? cell)
}

/** The field that came later and that a heading of a file is, after `--map`; null where it is none. */
function laterUnder(library: Library, cell: string, renamed: ReadonlyMap<string, string>): string | null {
  return laterHeading(library, renamed.get(clean(cell).text) ?? cell)
}

/** The place of the field that a heading of a file is, after `--map`; −1 where it is none. */
export function fieldUnder(library: Library, cell: string, renamed: ReadonlyMap<string, string>): number {
  return fieldNamed(library, renamed.get(clean(cell).text) ?? cell)
}
