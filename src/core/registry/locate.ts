import type { Issue, Place } from './cells/issue.ts'
import { type Column, writtenHeading } from './columns/column.ts'
import type { Library } from './libraries/field.ts'

/** An issue that names a field of the library, with the column and the heading under which the file has it. */
export function locate(library: Library, columns: readonly Column[], issue: Issue): Issue {
  return { ...issue, ...placeIn(library, columns, issue) }
}

/** The column and heading under which a file has the field that a finding names. */
export function placeIn(
  library: Library,
  columns: readonly Column[],
  { column, heading }: Pick<Place, 'column' | 'heading'>,
): Pick<Place, 'column' | 'heading'> {
  if (column !== null || heading === null) return { column, heading }
  const field = library.fields.findIndex(({ headings }) => headings[0] === heading)
  const place = columns.findIndex(
    column =>
      (column.kind === 'field' && column.field === field) ||
      (column.kind === 'extra' && column.heading === heading),
  )
  const written = writtenHeading(columns[place])
  return written === null ? { column, heading } : { column: place + 1, heading: written }
}

/** Issues by their rows, as a clerk goes through the file. */
export function inOrder(issues: readonly Issue[]): readonly Issue[] {
  return [...issues].sort((a, b) => a.row - b.row)
}
