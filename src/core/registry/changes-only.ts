import type { Headings } from './headings.ts'
import type { Library } from './libraries/field.ts'

/**
 * True where all that these headings lack is needed of new records only: an id, and something to say of it. Such a file
 * (code and class) changes some fields of the targets that stand, and can bring no new ones. Other libraries are small:
 * there a missing heading is a slip.
 */
export function changesOnly(library: Library, { columns, issues }: Headings): boolean {
  const fields = columns.flatMap(column =>
    column.kind === 'field' ? [library.fields[column.field]!.name] : [],
  )
  const named = library.id.filter(name => fields.includes(name)).length
  const isNamed = library.idRule === 'all' ? named === library.id.length : named > 0
  const lacksNeeded = issues.every(({ code }) => code === 'missing-heading')
  const isOfTargets = library.name === 'targets'
  return (
    isOfTargets &&
    issues.length > 0 &&
    lacksNeeded &&
    isNamed &&
    fields.some(name => !library.id.includes(name))
  )
}
