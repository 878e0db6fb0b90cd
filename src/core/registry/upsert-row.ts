import type { FieldDifference, Issue } from './cells/issue.ts'
import { contradictions, differences } from './differences.ts'
import type { Library } from './libraries/field.ts'
import { library } from './libraries/library.ts'
import { ID, idOf, idReader, type RecordCells } from './libraries/record-cells.ts'
import { type Contradiction, type Merge, withMembershipsOf } from './merge.ts'
import { isAnotherFirm, isByCodeAlone, NUMBERS, otherIdentity } from './same-firm.ts'

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

/** Another record in force that has a number of the row: `by` the heading of the number that both have. */
export interface Twin extends Standing {
  readonly by: string
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
  /** A firm that stood under another number: its record becomes what `as` says, and what stood of it beside that ends. */
  | {
      readonly kind: 'joined'
      readonly ends: Standing | null
      readonly as: Extract<RowOutcome, { kind: 'changed' | 'unchanged' }>
      readonly conflict?: Issue
    }
  | { readonly kind: 'refused'; readonly issue: Issue }

/**
 * Decides what becomes of the registry by a row at a line of the file. `found` is the record that stands under the
 * row's id, `twins` are others that have one of its numbers: the same firm under its other number, if nothing says that
 * it is not.
 */
export function upsertRow(
  written: RecordCells,
  line: number,
  found: Standing | null,
  twins: readonly Twin[],
  terms: UpsertTerms,
): RowOutcome {
  const row = withOwnCode(written, found ?? twins[0] ?? null, terms)
  if (twins.length > 0) return meetTwins(row, line, found, twins, terms)
  return putOwn(row, line, found, terms)
}

/** Puts a row in the place of what stands under its own id. */
function putOwn(row: RecordCells, line: number, found: Standing | null, terms: UpsertTerms): RowOutcome {
  if (found !== null && terms.lineOf(found.version) > 0) return sayAgain(row, line, found, terms)
  const merged = terms.merge(found?.row ?? null, row)
  if (Array.isArray(merged)) return putRow(found, merged)
  const issue = contradicts(row, line, merged, terms)
  if (terms.onConflict === 'fail') return { kind: 'refused', issue }
  return { ...putRow(found, merged[terms.onConflict]), conflict: issue }
}

/** A number of the register in the column for codes is no code of the office's own: the firm keeps the one that it has. */
function withOwnCode(row: RecordCells, standing: Standing | null, { library }: UpsertTerms): RecordCells {
  if (library.name !== 'targets' || standing === null || row[NUMBERS.code] === '') return row
  const { row: firm } = standing
  const code = row[NUMBERS.code]
  if (firm[NUMBERS.code] === code || (code !== firm[NUMBERS.uscc] && code !== firm[NUMBERS.registration]))
    return row
  return row.with(NUMBERS.code, firm[NUMBERS.code]!)
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

/** The row has a number of records that stand under another one. */
function meetTwins(
  row: RecordCells,
  line: number,
  found: Standing | null,
  twins: readonly Twin[],
  terms: UpsertTerms,
): RowOutcome {
  const [twin] = twins
  const known = row.map((value, place) => value || (found?.row[place] ?? ''))
  if (twins.length === 1 && !isAnotherFirm(known, twin!.row)) return joinTwin(row, line, found, twin!, terms)
  const fields = twins.length > 1 ? [] : otherIdentity(known, twin!.row)
  const details = {
    ...{ id: idOf(row), twins: twins.map(one => idOf(one.row)), by: twin!.by },
    ...{ other: (twins.length === 1 && terms.lineOf(twin!.version)) || null, fields },
  }
  const heading = twin!.by
  const issue: Issue = {
    row: line,
    column: null,
    heading,
    value: numberUnder(row, heading, terms),
    code: 'shared-number',
    details,
  }
  switch (terms.onConflict) {
    case 'fail':
      return { kind: 'refused', issue }
    case 'newest':
      return settled(
        // Two firms stay two; which of several a row without a number of its own is, no rule can tell.
        twins.length > 1 && found === null && isByCodeAlone(row)
          ? { kind: 'refused', issue }
          : putOwn(row, line, found, terms),
        issue,
      )
    case 'keep':
      return { kind: 'unchanged', seen: found, conflict: issue }
    default:
      return terms.onConflict satisfies never
  }
}

function settled(outcome: RowOutcome, conflict: Issue): RowOutcome {
  return outcome.kind === 'refused' ? outcome : { ...outcome, conflict }
}

function numberUnder(row: RecordCells, heading: string, { library }: UpsertTerms): string {
  const place = library.fields.findIndex(({ headings }) => headings[0] === heading) + 1
  return row[place] || idOf(row)
}

/** The row is a firm that stands under its other number: they become one record, under the strongest number of all. */
function joinTwin(
  row: RecordCells,
  line: number,
  found: Standing | null,
  twin: Twin,
  terms: UpsertTerms,
): RowOutcome {
  const { library } = terms
  const whole = row.map((value, place) => value || found?.row[place] || twin.row[place]!)
  whole[ID] = idReader(library)(whole)
  const [stays, ends] = found !== null && idOf(found.row) === whole[ID] ? [found, twin] : [twin, found]
  const standing = ends === null ? stays.row : withMembershipsOf(stays.row, ends.row)
  const newest = newestOf(terms.merge(standing, whole))
  const joined = { kind: 'joined', ends, as: changeTo(stays, newest) } as const
  const known = row.map((value, place) => value || (found?.row[place] ?? ''))
  const inFile = terms.lineOf(twin.version)
  // By a number of its own an office speaks of the firm as by its id: what it says of it is news.
  const isNews = twin.by === OWN_CODE && inFile === 0
  const fields = isNews ? otherIdentity(known, twin.row) : contradictions(library, twin.row, known)
  if (fields.length === 0) return joined
  const details = { id: idOf(row), twin: idOf(twin.row), by: twin.by, other: inFile || null, fields }
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

const OWN_CODE = library('targets').fields[NUMBERS.code - 1]!.headings[0]

function newestOf(merged: RecordCells | Contradiction): RecordCells {
  return Array.isArray(merged) ? merged : (merged as Contradiction).newest
}

function placeOf(line: number, [first]: readonly FieldDifference[]) {
  return { row: line, column: null, heading: first?.field ?? null, value: first?.becomes ?? '' }
}
