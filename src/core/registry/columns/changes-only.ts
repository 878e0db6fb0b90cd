import type { Library } from '../libraries/field.ts'
import type { Headings } from './headings.ts'

/**
 * True where all that these headings lack is needed of new records only: an id, and something to say of it. Such a file
 * (code and class, number and end of a certificate) changes some fields of the records that stand, and can bring no new
 * ones.
 */
export function changesOnly(library: Library, { columns, issues }: Headings): boolean {
  const fields = columns.flatMap(column => {
    if (column.kind === 'field') return [library.fields[column.field]!.name]
    return column.kind === 'compound' ? column.compound.fields : []
  })
  const named = library.id.filter(name => fields.includes(name)).length
  const isNamed = library.idRule === 'all' ? named === library.id.length : named > 0
  const lacksNeeded = issues.every(({ code }) => code === 'missing-heading')
  const saysMore =
    fields.some(name => !library.id.includes(name)) ||
    columns.some(column => column.kind === 'extra' && column.known === true)
  return issues.length > 0 && lacksNeeded && isNamed && saysMore
}

/** True for a list of targets by their names alone, as some drawn lists are published: each is a firm that stands, or none. */
export function namesOnly(library: Library, { columns, issues }: Headings): boolean {
  const fields = columns.flatMap(column =>
    column.kind === 'field' ? [library.fields[column.field]!.name] : [],
  )
  return (
    library.name === 'targets' &&
    fields.includes('name') &&
    !columns.some(({ kind }) => kind === 'compound') &&
    issues.every(({ code }) => code === 'missing-heading') &&
    !library.id.some(name => fields.includes(name))
  )
}
