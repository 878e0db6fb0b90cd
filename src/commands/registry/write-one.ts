import { refusal, type UserError } from '../../core/refusal.ts'
import { contextOf } from '../../core/registry/cells/context.ts'
import type { Issue } from '../../core/registry/cells/issue.ts'
import type { Column } from '../../core/registry/columns/column.ts'
import { columnNamed } from '../../core/registry/columns/headings.ts'
import { presentFields } from '../../core/registry/columns/present-fields.ts'
import { type ImportReport, newReport } from '../../core/registry/import-report.ts'
import type { Library } from '../../core/registry/libraries/field.ts'
import { idOf, type RecordCells } from '../../core/registry/libraries/record-cells.ts'
import { mergeInto } from '../../core/registry/merge.ts'
import type { RegistryReasons } from '../../core/registry/reasons.ts'
import { rowReader } from '../../core/registry/row.ts'
import { rulesOf } from '../../core/rules/rules.ts'
import type { Store } from '../../store/open.ts'
import { factsFor } from '../../store/registry/facts.ts'
import { ruleValues } from '../../store/rules.ts'
import type { Desk } from '../../terminal/desk.ts'
import { issueSentence } from '../../terminal/reports/issue.ts'
import { officeYear } from '../office-today.ts'

const refuse = refusal<RegistryReasons>()

/**
 * One record from texts by field name or heading, read by the same rules as a row of a file. The first Issue ends it
 * as a Reason, which `fault` words. What is not given keeps the value it has in the record `standing` finds.
 */
export function readOne(
  desk: Desk,
  store: Store,
  library: Library,
  texts: ReadonlyMap<string, string>,
  standing: (id: string) => RecordCells | null = () => null,
  asRegistered = false,
  fault: (issue: Issue) => UserError = issue => faultOf(desk, library, issue),
): { row: RecordCells; columns: Column[]; report: ImportReport } {
  const columns: Exclude<Column, { kind: 'empty' }>[] = []
  const cells: string[] = []
  for (const [name, value] of texts) {
    const column = columnNamed(library, name)
    if (column.kind === 'unknown')
      throw refuse('no-such-field', { library: library.name, field: name, nearest: column.nearest })
    if (columns.some(other => other.heading === column.heading))
      throw refuse('duplicate-field', { field: name, heading: column.heading })
    columns.push(column)
    cells.push(value)
  }
  const report = newReport()
  const merge = mergeInto(library, presentFields(library, columns))
  const complete = (row: RecordCells) => merge(standing(idOf(row)), row) as RecordCells
  const context = contextOf(factsFor(store, library), {
    asRegistered,
    year: officeYear(desk, store),
    refusedDoubts: rulesOf(ruleValues(store)).refusedDoubts,
  })
  const row = rowReader(library, columns, context, report, complete)(cells, 1)
  const [issue] = report.issues
  if (row === null || issue !== undefined) throw fault(issue!)
  return { row, columns, report }
}

/** The Issue of the one record as the Reason that ends the run. */
export function faultOf(desk: Desk, library: Library, issue: Issue): UserError {
  return refuse('invalid-value', {
    library: library.name,
    heading: issue.heading ?? '',
    value: issue.value,
    sentence: issueSentence(desk.say, issue),
  })
}
