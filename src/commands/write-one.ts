import { UserError } from '../core/reason.ts'
import { contextOf } from '../core/registry/context.ts'
import { type Gathered, gather } from '../core/registry/findings.ts'
import { type Column, laterHeading } from '../core/registry/headings.ts'
import type { Issue } from '../core/registry/issue.ts'
import type { Library } from '../core/registry/library.ts'
import { nearest } from '../core/registry/nearest.ts'
import { type Row, rowReader } from '../core/registry/row.ts'
import type { Store } from '../store/open.ts'
import { factsFor } from '../store/registry.ts'
import type { Desk } from '../terminal/desk.ts'
import { issueSentence } from '../terminal/import-report.ts'

/**
 * One record from texts by field name or heading, read by the same rules as a row of a file. The first Issue ends it
 * as a Reason.
 */
export function readOne(
  desk: Desk,
  store: Store,
  of: Library,
  texts: ReadonlyMap<string, string>,
): { row: Row; columns: Column[]; gathered: Gathered } {
  const columns: Column[] = []
  const cells: string[] = []
  for (const [name, value] of texts) {
    const field = of.fields.findIndex(
      candidate => candidate.name === name || candidate.headings.includes(name),
    )
    const later = field < 0 ? laterHeading(of, name) : null
    if (field < 0 && !of.extras) {
      const known = of.fields.flatMap(candidate => candidate.headings)
      throw new UserError('record-none', { library: of.name, id: name, nearest: nearest(name, known) })
    }
    columns.push(
      field < 0
        ? { kind: 'extra', heading: later ?? name, nearest: null }
        : { kind: 'field', heading: of.fields[field]!.headings[0], field },
    )
    cells.push(value)
  }
  const gathered = gather()
  const row = rowReader(of, columns, contextOf(factsFor(store, of)), gathered)(cells, 1)
  const [issue] = gathered.issues
  if (row === null || issue !== undefined) throw faultOf(desk, of, issue!)
  return { row, columns, gathered }
}

/** The Issue of the one record as the Reason that ends the run. */
export function faultOf(desk: Desk, of: Library, issue: Issue): UserError {
  return new UserError('value-bad', {
    library: of.name,
    heading: issue.heading ?? '',
    value: issue.value,
    sentence: issueSentence(desk.say, issue),
  })
}
