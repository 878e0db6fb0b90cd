import type { Issue } from '../../core/registry/cells/issue.ts'
import { differences } from '../../core/registry/differences.ts'
import type { Change, Counts } from '../../core/registry/import-outcome.ts'
import { type LargeChange, largeTurnsOf } from '../../core/registry/large-change.ts'
import { columnOf, idOf, type RecordCells } from '../../core/registry/libraries/record-cells.ts'
import { type RowOutcome, type UpsertTerms, upsertRow } from '../../core/registry/upsert-row.ts'
import type { EntryWriter } from '../entry.ts'
import type { Store } from '../open.ts'
import { standingIn, twinIn, twinsStand } from './current-records.ts'
import { withoutIndexes } from './deferred-indexes.ts'
import { followFirm } from './follow-firm.ts'
import { endRecord, standingBefore, writeRecord } from './registry.ts'
import { type Replace, retireMissing } from './retire-missing.ts'
import { type RowLines, rowLines } from './row-lines.ts'

export interface ImportTerms extends Omit<UpsertTerms, 'lineOf'> {
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
  readonly shrinkages: readonly LargeChange[]
  /** Targets of the file that stand in no department's library. */
  readonly unclaimed: number
}

/** How many changes are kept to be shown. */
const CHANGES_KEPT = 10_000

const NO_LINES: RowLines = { set: () => {}, get: () => 0 }

/** Writes the rows of one file into one registry, as `upsertRow` decides of each. */
export function importer(store: Store, writer: EntryWriter, terms: ImportTerms): Importer {
  const { library, replace } = terms
  const { table } = library
  const counts: Counts = { read: 0, new: 0, changed: 0, unchanged: 0, retired: 0 }
  const changes: Change[] = []
  let unclaimed = 0
  const claims = library.name === 'targets' ? columnOf(library, 'departments') : null
  const noteClaim = (row: RecordCells) => {
    if (claims !== null && row[claims] === '') unclaimed++
  }
  const late = terms.late && store.sql(`select 1 from ${table} limit 1`).get() === undefined
  // Into an empty registry nothing is looked up, so that nobody asks for lines.
  const lines = late ? NO_LINES : rowLines()
  const buildIndexes = late ? withoutIndexes(store, table) : () => true
  const standing = late ? () => null : standingIn(store, library)
  const twin = library.name === 'targets' && !late ? twinIn(store) : () => null
  const turns = largeTurnsOf(library, replace?.department ?? null)
  const decided: UpsertTerms = { ...terms, lineOf: lines.get }

  function upsert(row: RecordCells, line: number): void {
    counts.read++
    const outcome = upsertRow(row, line, standing(idOf(row)), twin(row), decided)
    if (outcome.kind === 'refused') terms.issue(outcome.issue)
    else {
      if (outcome.conflict !== undefined) terms.settled(outcome.conflict)
      write(outcome, line)
    }
  }

  function write(outcome: Exclude<RowOutcome, { kind: 'refused' }>, line: number): void {
    switch (outcome.kind) {
      case 'new':
        counts.new++
        put(outcome.row, line)
        return
      case 'unchanged':
        counts.unchanged++
        if (outcome.seen === null) return
        // A row that is in the file twice is one target.
        if (lines.get(outcome.seen.version) === 0) noteClaim(outcome.seen.row)
        lines.set(outcome.seen.version, line)
        return
      case 'changed':
        change(outcome, line)
        return
      case 'joined':
        join(outcome, line)
        return
      default:
        outcome satisfies never
    }
  }

  /** Ends the version that stands, and writes what it has become. */
  function change({ standing, row }: Extract<RowOutcome, { kind: 'changed' }>, line: number): void {
    counts.changed++
    turns.count(standing.row, row)
    if (changes.length < CHANGES_KEPT)
      changes.push({ id: idOf(standing.row), line, fields: differences(library, standing.row, row) })
    endRecord(writer, library, standing.version)
    const counted = claims !== null && standing.row[claims] === '' && lines.get(standing.version) !== 0
    if (counted) unclaimed--
    put(row, line)
  }

  /** What speaks of a firm by its old number follows it to the new one. */
  function join({ ends, as }: Extract<RowOutcome, { kind: 'joined' }>, line: number): void {
    if (ends !== null) endRecord(writer, library, ends.version)
    write(as, line)
    if (as.kind === 'changed' && idOf(as.row) !== idOf(as.standing.row))
      followFirm(store, writer, idOf(as.standing.row), idOf(as.row))
  }

  function put(row: RecordCells, line: number): void {
    noteClaim(row)
    lines.set(writeRecord(writer, library, row), line)
  }

  function finish(): ReturnType<Importer['finish']> {
    if (!buildIndexes() || (late && library.name === 'targets' && twinsStand(store))) return 'doubled'
    const turned = turns.large(() => standingBefore(store, library, writer.entry))
    if (replace === null) return { counts, changes, shrinkages: turned, unclaimed }
    const { retired, shrinkages } = retireMissing(store, writer, library, replace, lines)
    return { counts: { ...counts, retired }, changes, shrinkages: [...shrinkages, ...turned], unclaimed }
  }

  return { upsert, finish }
}
