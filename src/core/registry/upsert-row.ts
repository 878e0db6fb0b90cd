import type { FieldDifference, Issue } from './cells/issue.ts'
import { contradictions, differences } from './differences.ts'
import type { Library } from './libraries/field.ts'
import { columnOf, ID, idOf, type RecordCells } from './libraries/record-cells.ts'
import type { Contradiction, Merge } from './merge.ts'

/**
 * What an import does where two rows say different things of one record, and it is not simply news (`--on-conflict`):
 * refuse both (an Issue), take the later one, or keep the one that stands. Either way it is told.
 */
export const CONFLICT_RULES = ['fail', 'newest', 'keep'] as const
export type ConflictRule = (typeof CONFLICT_RULES)[number]

/** The version of a record that is in force. */
export interface Standing {
  readonly version: number
  readonly row: RecordCells
}

/** By what a row of a file is judged against the registry. */
export interface UpsertTerms {
  readonly library: Library
  /** How a row of the file and the record that stands become one, or what speaks against it. */
  readonly merge: Merge
  readonly onConflict: ConflictRule
  /** The line of this file that spoke of a version before; 0 where none has. */
  readonly lineOf: (version: number) => number
}

/** What becomes of a record by one row; `conflict` is what was settled by {@link UpsertTerms.onConflict}. */
export type RowOutcome =
  | { readonly kind: 'new'; readonly row: RecordCells; readonly conflict?: Issue }
  /** `seen` has now been spoken of. */
  | { readonly kind: 'unchanged'; readonly seen: Standing | null; readonly conflict?: Issue }
  | {
      readonly kind: 'changed'
      readonly standing: Standing
      readonly row: RecordCells
      readonly conflict?: Issue
    }
  /** A firm that stood under another number: its record becomes what `as` says, and what stood under the row's own id ends. */
  | {
      readonly kind: 'joined'
      readonly ends: Standing | null
      readonly as: Extract<RowOutcome, { kind: 'changed' | 'unchanged' }>
      readonly conflict?: Issue
    }
  | { readonly kind: 'refused'; readonly issue: Issue }

/**
 * Decides what becomes of the registry by a row at a line of the file. `found` is the record that stands under the
 * row's id, `twin` one of the same firm under its other number.
 */
export function upsertRow(
  row: RecordCells,
  line: number,
  found: Standing | null,
  twin: Standing | null,
  terms: UpsertTerms,
): RowOutcome {
  if (twin !== null) return joinTwin(row, line, found, twin, terms)
  if (found !== null && terms.lineOf(found.version) > 0) return sayAgain(row, line, found, terms)
  const merged = terms.merge(found?.row ?? null, row)
  if (Array.isArray(merged)) return putRow(found, merged)
  const issue = contradicts(row, line, merged, terms)
  if (terms.onConflict === 'fail') return { kind: 'refused', issue }
  return { ...putRow(found, merged[terms.onConflict]), conflict: issue }
}

function putRow(
  standing: Standing | null,
  row: RecordCells,
): Exclude<RowOutcome, { kind: 'joined' | 'refused' }> {
  return standing === null ? { kind: 'new', row } : changeTo(standing, row)
}

/** A row takes the place of what stands, unless it says the same. */
function changeTo(
  standing: Standing,
  row: RecordCells,
): Extract<RowOutcome, { kind: 'changed' | 'unchanged' }> {
  if (row.every((value, place) => value === standing.row[place])) return { kind: 'unchanged', seen: standing }
  return { kind: 'changed', standing, row }
}

function contradicts(
  row: RecordCells,
  line: number,
  { departments, newest, keep }: Contradiction,
  { library }: UpsertTerms,
): Issue {
  const fields = differences(library, keep, newest)
  return { ...placeOf(line, fields), code: 'conflict', details: { id: idOf(row), departments, fields } }
}

/** The id stood in an earlier line of this file: the same content is silent. */
function sayAgain(row: RecordCells, line: number, found: Standing, terms: UpsertTerms): RowOutcome {
  const newest = newestOf(terms.merge(found.row, row))
  const fields = differences(terms.library, found.row, newest)
  if (fields.length === 0) return { kind: 'unchanged', seen: null }
  const details = { id: idOf(row), other: terms.lineOf(found.version), fields }
  const issue: Issue = { ...placeOf(line, fields), code: 'duplicate-id', details }
  switch (terms.onConflict) {
    case 'fail':
      return { kind: 'refused', issue }
    case 'newest':
      return { ...putRow(found, newest), conflict: issue }
    case 'keep':
      return { kind: 'unchanged', seen: null, conflict: issue }
    default:
      return terms.onConflict satisfies never
  }
}

/** The row is a firm that stands under its other number: they become one record, under the USCC. */
function joinTwin(
  row: RecordCells,
  line: number,
  found: Standing | null,
  twin: Standing,
  terms: UpsertTerms,
): RowOutcome {
  const { library } = terms
  const whole = row.map((value, place) => value || twin.row[place]!)
  whole[ID] = row[columnOf(library, 'uscc')] === '' ? idOf(twin.row) : idOf(row)
  const newest = newestOf(terms.merge(twin.row, whole))
  const joined = { kind: 'joined', ends: found, as: changeTo(twin, newest) } as const
  const fields = contradictions(library, twin.row, row)
  if (fields.length === 0) return joined
  const details = { id: idOf(row), twin: idOf(twin.row), other: terms.lineOf(twin.version) || null, fields }
  const issue: Issue = { ...placeOf(line, fields), code: 'duplicate-firm', details }
  switch (terms.onConflict) {
    case 'fail':
      return { kind: 'refused', issue }
    case 'newest':
      return { ...joined, conflict: issue }
    case 'keep':
      return { kind: 'unchanged', seen: twin, conflict: issue }
    default:
      return terms.onConflict satisfies never
  }
}

function newestOf(merged: RecordCells | Contradiction): RecordCells {
  return Array.isArray(merged) ? merged : (merged as Contradiction).newest
}

function placeOf(line: number, [first]: readonly FieldDifference[]) {
  return { row: line, column: null, heading: first?.field ?? null, value: first?.becomes ?? '' }
}
