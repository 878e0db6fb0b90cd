import type { DepartmentCode } from '../ids.ts'
import type { Column } from './columns/column.ts'
import { presentFields } from './columns/present-fields.ts'
import { yearOfHolidays } from './holiday-spans.ts'
import type { Counts, Imported } from './import-outcome.ts'
import type { ImportReport } from './import-report.ts'
import type { LargeChange } from './large-change.ts'
import type { Library } from './libraries/field.ts'
import { idOf, type RecordCells } from './libraries/record-cells.ts'
import { type Merge, mergeForDepartment, mergeInto, withoutDepartment } from './merge.ts'
import { yearOfTask } from './task-id.ts'

/** How a file under these headings becomes part of its registry; a department speaks for its own memberships only. */
export function mergeOf(
  library: Library,
  columns: readonly Column[],
  department: DepartmentCode | null,
): Merge {
  const present = presentFields(library, columns)
  return department === null ? mergeInto(library, present) : mergeForDepartment(department, present)
}

/**
 * What `--replace` leaves of a record that the file does not have: null ends it. A plan is that of its `years`, and
 * ad-hoc tasks are in no plan; so is a table of holidays.
 */
export function withoutOf(
  { name }: Library,
  department: DepartmentCode | null,
  years: ReadonlySet<string>,
  adHoc: ReadonlySet<string>,
): (standing: RecordCells) => RecordCells | null | 'keep' {
  if (name === 'plan')
    return row => (years.has(yearOfTask(idOf(row))) && !adHoc.has(idOf(row)) ? null : 'keep')
  if (name === 'holidays') return row => (years.has(yearOfHolidays(row)) ? null : 'keep')
  return department === null ? () => null : row => withoutDepartment(row, department)
}

/** The year that a row of a registry of years is of; null for a row of any other. */
export function yearOfRow({ name }: Library, row: RecordCells): string | null {
  if (name === 'plan') return yearOfTask(idOf(row))
  return name === 'holidays' ? yearOfHolidays(row) : null
}

/** True for a file of targets that could have said which department each belongs to, and has no column for it. */
export function saysNoDepartment(library: Library, columns: readonly Column[]): boolean {
  const says = columns.some(
    column => column.kind === 'field' && library.fields[column.field]!.name === 'departments',
  )
  return library.name === 'targets' && !says
}

/** How many numbers were taken without a check because the user had said so, as the ledger keeps it. */
export function takenAsRegistered({ notes }: ImportReport): { readonly asRegistered?: number } {
  const count = notes.get('as-registered')?.count ?? 0
  return count === 0 ? {} : { asRegistered: count }
}

/** How many firms went from the office's own code to another number, as the ledger keeps it: what was drawn before follows them. */
export function renumberedIn({ renumbered }: { readonly renumbered: number }): {
  readonly renumbered?: number
} {
  return renumbered === 0 ? {} : { renumbered }
}

/** Headings that `--map` renames and the file does not have. */
export function unusedPairs(
  pairs: readonly (readonly [heading: string, field: string])[],
  headings: readonly string[],
): string[] {
  return pairs.flatMap(([heading]) => (headings.includes(heading) ? [] : [heading]))
}

/** What was found when a file had been read to its end, and what was wished. */
export interface ReadToTheEnd {
  readonly issues: number
  /** The issues are of the headings: there is no row to skip. */
  readonly noRows: boolean
  readonly shrinkages: readonly LargeChange[]
  readonly skipBad: boolean
  /** A large change was agreed to. */
  readonly agreed: boolean
  readonly dryRun: boolean
}

/** Whether an import stays, and if not, why: its file is wrong, a large change must be agreed to, it was only tried. */
export function importStays(read: ReadToTheEnd): 'stays' | 'refused' | 'shrinks' | 'dry-run' {
  if (read.noRows || (read.issues > 0 && !read.skipBad)) return 'refused'
  if (read.dryRun) return 'dry-run'
  return read.shrinkages.length > 0 && !read.agreed ? 'shrinks' : 'stays'
}

/** What became of a file, `written` telling whether there was anything to write. */
export function outcomeOf(stays: ReturnType<typeof importStays>, written: boolean): Imported['outcome'] {
  if (stays !== 'stays') return stays
  return written ? 'written' : 'nothing'
}

/** The counts as they are told: a file with issues leaves nothing in the registry. */
export function countsTold(counts: Counts, stays: ReturnType<typeof importStays>): Counts {
  return stays === 'refused' ? { ...counts, new: 0, changed: 0, unchanged: 0, retired: 0 } : counts
}
