import type { Doubt } from '../../core/registry/cells/doubt.ts'
import type { Issue, RowReport } from '../../core/registry/cells/issue.ts'
import { differences } from '../../core/registry/differences.ts'
import type { Change, Counts } from '../../core/registry/import-outcome.ts'
import { type LargeChange, largeTurnsOf } from '../../core/registry/large-change.ts'
import { columnOf, idOf, type RecordCells } from '../../core/registry/libraries/record-cells.ts'
import { formerQuantity } from '../../core/registry/merge.ts'
import { isByCodeAlone } from '../../core/registry/same-firm.ts'
import { type RowOutcome, type UpsertTerms, upsertRow } from '../../core/registry/upsert-row.ts'
import type { EntryWriter } from '../entry.ts'
import type { Store } from '../open.ts'
import { isEmpty, standingIn } from './current-records.ts'
import { withoutIndexes } from './deferred-indexes.ts'
import { followFirm } from './follow-firm.ts'
import { endRecord, standingBefore, writeRecord } from './registry.ts'
import { type Replace, retireMissing } from './retire-missing.ts'
import { rowLines } from './row-lines.ts'
import { lookalikeIn, lookalikesIn, twinsIn, twinsStand } from './twins.ts'

export interface ImportTerms extends Omit<UpsertTerms, 'lineOf'>, RowReport {
  /** Doubts that the office refuses. */
  readonly refusedDoubts: ReadonlySet<Doubt>
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
  /** How many firms went from the office's own code to a number of the register: what is on record of them follows. */
  readonly renumbered: number
  /** Targets of the file that stand in no department's library. */
  readonly unclaimed: number
}

/** How many changes are kept to be shown. */
const CHANGES_KEPT = 10_000

/** Writes the rows of one file into one registry, as `upsertRow` decides of each. */
export function importer(store: Store, writer: EntryWriter, terms: ImportTerms): Importer {
  const { library, replace } = terms
  const { table } = library
  const counts: Counts = { read: 0, new: 0, changed: 0, unchanged: 0, retired: 0 }
  const changes: Change[] = []
  let unclaimed = 0
  let renumbered = 0
  const claims = library.name === 'targets' ? columnOf(library, 'departments') : null
  const noteClaim = (row: RecordCells) => {
    if (claims !== null && row[claims] === '') unclaimed++
  }
  const late = terms.late && isEmpty(store, library)
  // Into an empty registry nothing is looked up, so that nobody asks for lines before all are written.
  const lines = rowLines()
  const buildIndexes = late ? withoutIndexes(store, table) : () => true
  const standing = late ? () => null : standingIn(store, library)
  const [twins, lookalike] =
    library.name === 'targets' && !late ? [twinsIn(store), lookalikeIn(store)] : [() => [], () => null]
  const turns = largeTurnsOf(library, replace?.department ?? null)
  const decided: UpsertTerms = { ...terms, lineOf: lines.get }

  function upsert(row: RecordCells, line: number): void {
    counts.read++
    const found = standing(idOf(row))
    const outcome = upsertRow(row, line, found, twins(row, found), decided)
    if (outcome.kind === 'refused') terms.issue(outcome.issue)
    else if (outcome.kind !== 'new' || passes(lookalike(row), row, line)) {
      if (outcome.conflict !== undefined) terms.settled(outcome.conflict)
      write(outcome, line)
    }
  }

  /** Tells that a new firm may be one that stands; false where the office refuses that. */
  function passes(other: string | null, row: RecordCells, line: number): boolean {
    if (other === null) return true
    const code = SAME_FIRM
    const value = row[columnOf(library, 'name' as never)]!
    const place = {
      row: line,
      column: null,
      heading: library.fields[columnOf(library, 'name' as never) - 1]!.headings[0],
      value,
    }
    const refused = terms.refusedDoubts.has(code)
    if (refused) terms.issue({ ...place, code: 'doubtful-value', details: { doubt: code } })
    else terms.note({ ...place, code, read: other })
    return !refused
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
    noteFormerQuantity(standing.row, row, line)
    endRecord(writer, library, standing.version)
    const counted = claims !== null && standing.row[claims] === '' && lines.get(standing.version) !== 0
    if (counted) unclaimed--
    put(row, line)
  }

  function noteFormerQuantity(standing: RecordCells, row: RecordCells, line: number): void {
    const former = library.name === 'plan' ? formerQuantity(standing, row) : null
    if (former === null) return
    const { heading, was, becomes } = former
    terms.note({ row: line, column: null, heading, code: 'former-quantity', value: was, read: becomes })
  }

  /** What speaks of a firm by another number follows it to the one that it keeps. */
  function join({ ends, as }: Extract<RowOutcome, { kind: 'joined' }>, line: number): void {
    if (ends !== null) endRecord(writer, library, ends.version)
    write(as, line)
    const [before, now] = as.kind === 'changed' ? [as.standing, idOf(as.row)] : [as.seen, idOf(as.seen!.row)]
    for (const one of [before, ends])
      if (one !== null && idOf(one.row) !== now) {
        followFirm(store, writer, idOf(one.row), now)
        if (isByCodeAlone(one.row)) renumbered++
      }
  }

  function put(row: RecordCells, line: number): void {
    noteClaim(row)
    lines.set(writeRecord(writer, library, row), line)
  }

  function finish(): ReturnType<Importer['finish']> {
    if (!buildIndexes() || (late && library.name === 'targets' && !toldLookalikes())) return 'doubled'
    const turned = turns.large(() => standingBefore(store, library, writer.entry))
    if (replace === null) return { counts, changes, shrinkages: turned, renumbered, unclaimed }
    const { retired, shrinkages } = retireMissing(store, writer, library, replace, lines)
    return {
      counts: { ...counts, retired },
      changes,
      shrinkages: [...shrinkages, ...turned],
      renumbered,
      unclaimed,
    }
  }

  /** Tells of the look-alikes of a load; false where the rows must be looked at one by one. */
  function toldLookalikes(): boolean {
    if (twinsStand(store)) return false
    for (const { version, row, other } of lookalikesIn(store)) {
      if (terms.refusedDoubts.has(SAME_FIRM)) return false
      passes(other, row, lines.get(version))
    }
    return true
  }

  return { upsert, finish }
}

const SAME_FIRM = 'same-firm'
