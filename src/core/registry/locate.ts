import type { Issue } from './cells/issue.ts'
import type { Column } from './columns/column.ts'
import type { Library } from './libraries/field.ts'

/** An issue that names a field of the library, with the column and the heading under which the file has it. */
export function locate(library: Library, columns: readonly Column[], issue: Issue): Issue {
  if (issue.column !== null || issue.heading === null) return issue
  const field = library.fields.findIndex(({ headings }) => headings[0] === issue.heading)
  const place = columns.findIndex(column => column.kind === 'field' && column.field === field)
  const column = columns[place]
  if (column === undefined || column.kind === 'empty') return issue
  return { ...issue, column: place + 1, heading: column.heading }
}

/** Issues by their rows, as a clerk goes through the file. */
export function inOrder(issues: readonly Issue[]): readonly Issue[] {
  return [...issues].sort((a, b) => a.row - b.row)
}
