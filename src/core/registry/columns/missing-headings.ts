import type { Issue } from '../cells/issue.ts'
import type { Library } from '../libraries/field.ts'
import type { Column } from './column.ts'

/** What a file of these columns lacks of the headings that it must have. */
export function missingHeadings(library: Library, columns: readonly Column[], row: number): Issue[] {
  const present = new Set(
    columns.flatMap(column => {
      if (column.kind === 'field') return [library.fields[column.field]!.name]
      return column.kind === 'compound' ? column.compound.fields : []
    }),
  )
  const beside = new Set(columns.flatMap(column => (column.kind === 'extra' ? [column.heading] : [])))
  const absent = library.fields.filter(
    field =>
      field.column &&
      !present.has(field.name) &&
      !isMade(library, field.name, present) &&
      !insteadOf(library, field.name).some(heading => beside.has(heading)),
  )
  const place = { row, column: null, heading: null, value: '' }
  const issues: Issue[] = absent.map(field => ({
    ...place,
    code: 'missing-heading',
    details: { heading: [field.headings[0], ...insteadOf(library, field.name)].join(' / ') },
  }))
  if (library.idRule === 'first' && !library.id.some(name => present.has(name))) {
    issues.push({ ...place, code: 'missing-heading', details: { heading: idHeadings(library).join(' / ') } })
  }
  return issues
}

/** What is made where a list has no column for it: codes of libraries that are published without, and then the names of tasks from their items. */
function isMade(library: Library, name: string, present: ReadonlySet<string>): boolean {
  if (library.ownCodes === undefined) return false
  if (library.id.includes(name)) return present.has('name') || isMade(library, 'name', present)
  return library.name === 'plan' && name === 'name' && present.has('items') && !present.has('code')
}

/** The headings of the fields that may say what a field would: the name of a task or a firm, where a row has no number of it. */
export function insteadOf(library: Library, name: string): readonly string[] {
  const names = library.instead?.[name] ?? []
  return names.map(name => library.later!.find(field => field.name === name)!.headings[0])
}

/** The headings of the fields that an id is made of. */
export function idHeadings(library: Library): string[] {
  return library.id.map(name => library.fields.find(field => field.name === name)!.headings[0])
}
