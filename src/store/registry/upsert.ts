import type { FieldDifference, Issue } from '../../core/registry/cells/issue.ts'
import type { ConflictRule } from '../../core/registry/conflict.ts'
import { contradictions, differences } from '../../core/registry/differences.ts'
import type { Change, Counts } from '../../core/registry/import-outcome.ts'
import type { LargeRemoval } from '../../core/registry/large-removal.ts'
import type { Library } from '../../core/registry/libraries/field.ts'
import { columnOf, type RecordCells } from '../../core/registry/libraries/record-cells.ts'
import type { Contradiction } from '../../core/registry/merge.ts'
import type { EntryWriter } from '../entry.ts'
import type { Store } from '../open.ts'
import { type Standing, standingIn, twinIn, twinsStand } from './current-records.ts'
import { withoutIndexes } from './deferred-indexes.ts'
import { followFirm } from './follow-firm.ts'
import { insertInto } from './registry.ts'
import { type Replace, retireMissing } from './retire-missing.ts'
import { type LineBook, lineBook } from './row-lines.ts'

export interface Terms {
  /** How a row of the file and the record that stands become one, or what speaks against it. */
  readonly merge: (standing: RecordCells | null, row: RecordCells) => RecordCells | Contradiction
  readonly onConflict: ConflictRule
  readonly issue: (issue: Issue) => void
  /** Told of each conflict that `onConflict` settles. */
  readonly settled: (conflict: Issue) => void
  /** Ends what the file does not have; null to leave it. */
  readonly replace: Replace | null
  /** Build the indexes afterwards: much faster on an empty registry, but doubled records are then only found at the end. */
  readonly late: boolean
}

export interface Importer {
  readonly upsert: (row: RecordCells, line: number) => void
  /** Ends what is missing, builds the indexes. `doubled` asks for the import to be done again with `late: false`. */
  readonly finish: () => UpsertResult | 'doubled'
}

export interface UpsertResult {
  readonly counts: Counts
  /** The first changes, in the order of the file. */
  readonly changes: readonly Change[]
  readonly shrinkages: readonly LargeRemoval[]
}

/** How many changes are kept to be shown. */
const CHANGES_KEPT = 10_000

const NO_LINES: LineBook = { set: () => {}, get: () => 0 }

/** Writes the rows of one file into one registry: each is new, changed or as it was. */
export function importer(store: Store, writer: EntryWriter, library: Library, terms: Terms): Importer {
  const { table } = library
  const insert = insertInto(library)
  const counts: Counts = { read: 0, new: 0, changed: 0, unchanged: 0, retired: 0 }
  const changes: Change[] = []
  const late = terms.late && store.sql(`select 1 from ${table} limit 1`).get() === undefined
  // Into an empty registry nothing is looked up, so that nobody asks for lines.
  const lines = late ? NO_LINES : lineBook()
  const buildIndexes = late ? withoutIndexes(store, table) : () => true
  const standing = late ? () => null : standingIn(store, library)
  const twin = library.name === 'targets' && !late ? twinIn(store) : () => null

  function upsert(row: RecordCells, line: number): void {
    counts.read++
    const other = twin(row)
    const found = standing(row[0]!)
    if (other !== null) firmTwice(row, line, other, found)
    else if (found !== null && lines.get(found.version) > 0) idTwice(row, line, found)
    else {
      const merged = terms.merge(found?.row ?? null, row)
      if (Array.isArray(merged)) put(found, merged, line)
      else conflict(contradicts(row, line, merged), rule => put(found, merged[rule], line))
    }
  }

  /** Writes what has become of a record, unless that is what it was. */
  function put(found: Standing | null, row: RecordCells, line: number): void {
    if (found === null) counts.new++
    else {
      if (row.every((value, place) => value === found.row[place])) {
        counts.unchanged++
        lines.set(found.version, line)
        return
      }
      counts.changed++
      if (changes.length < CHANGES_KEPT)
        changes.push({ id: found.row[0]!, line, fields: differences(library, found.row, row) })
      writer.end(table, found.version)
    }
    lines.set(writer.write(table, insert, [writer.entry, ...row]), line)
  }

  /** Tells a conflict: as an Issue, or as one that was settled. */
  function conflict(issue: Issue, settle: (rule: Exclude<ConflictRule, 'fail'>) => void): void {
    if (terms.onConflict === 'fail') {
      terms.issue(issue)
      return
    }
    terms.settled(issue)
    settle(terms.onConflict)
  }

  function contradicts(row: RecordCells, line: number, { departments, newest, keep }: Contradiction): Issue {
    const fields = differences(library, keep, newest)
    return { ...placeOf(line, fields), code: 'conflict', details: { id: row[0]!, departments, fields } }
  }

  /** The id stood in an earlier line of this file: the same content is silent. */
  function idTwice(row: RecordCells, line: number, found: Standing): void {
    const merged = terms.merge(found.row, row)
    const newest = Array.isArray(merged) ? merged : merged.newest
    const fields = differences(library, found.row, newest)
    if (fields.length === 0) {
      counts.unchanged++
      return
    }
    const details = { id: row[0]!, other: lines.get(found.version), fields }
    conflict({ ...placeOf(line, fields), code: 'duplicate-id', details }, rule => {
      if (rule === 'newest') put(found, newest, line)
      else counts.unchanged++
    })
  }

  /** The row is a firm that stands under its other number: they become one record, under the USCC. */
  function firmTwice(row: RecordCells, line: number, other: Standing, found: Standing | null): void {
    const joined = row.map((value, place) => value || other.row[place]!)
    joined[0] = row[columnOf(library, 'uscc')] === '' ? other.row[0]! : row[0]!
    const merged = terms.merge(other.row, joined)
    const newest = Array.isArray(merged) ? merged : merged.newest
    const join = () => {
      if (found !== null) writer.end(table, found.version)
      put(other, newest, line)
      if (newest[0] !== other.row[0]) followFirm(store, writer, other.row[0]!, newest[0]!)
    }
    const fields = contradictions(library, other.row, row)
    if (fields.length === 0) {
      join()
      return
    }
    const details = { id: row[0]!, twin: other.row[0]!, other: lines.get(other.version) || null, fields }
    conflict({ ...placeOf(line, fields), code: 'duplicate-firm', details }, rule => {
      if (rule === 'newest') join()
      else {
        counts.unchanged++
        lines.set(other.version, line)
      }
    })
  }

  function finish(): ReturnType<Importer['finish']> {
    if (!buildIndexes() || (late && library.name === 'targets' && twinsStand(store))) return 'doubled'
    if (terms.replace === null) return { counts, changes, shrinkages: [] }
    const { retired, shrinkages } = retireMissing(store, writer, library, terms.replace, lines)
    return { counts: { ...counts, retired }, changes, shrinkages }
  }

  return { upsert, finish }
}

function placeOf(line: number, [first]: readonly FieldDifference[]) {
  return { row: line, column: null, heading: first?.field ?? null, value: first?.becomes ?? '' }
}
