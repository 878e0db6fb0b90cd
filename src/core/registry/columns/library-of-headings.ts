import { LIBRARIES, type LibraryName } from '../libraries/field.ts'
import { library } from '../libraries/library.ts'
import { findHeadings } from './headings.ts'

/**
 * Which registry the first rows of a file are of: the one that knows most of its headings and misses none that it needs.
 * Null where none does, or several know as many: then only the person can tell.
 */
export function libraryOfHeadings(rows: readonly (readonly string[])[]): LibraryName | null {
  const known = LIBRARIES.map(name => ({ name, share: shareKnown(name, rows) })).filter(
    ({ share }) => share > 0,
  )
  const most = Math.max(0, ...known.map(({ share }) => share))
  const best = known.filter(({ share }) => share === most)
  return best.length === 1 ? best[0]!.name : null
}

/** How many of the headings are fields of the registry; nothing where it could not read the file so. */
function shareKnown(name: LibraryName, rows: readonly (readonly string[])[]): number {
  const found = findHeadings(library(name), rows, new Map())
  if (
    found === null ||
    found.issues.some(({ code }) => code !== 'duplicate-heading' && code !== 'unknown-heading')
  )
    return 0
  const { columns } = found
  return columns.filter(
    column => column.kind === 'field' || (column.kind === 'extra' && column.known === true),
  ).length
}
