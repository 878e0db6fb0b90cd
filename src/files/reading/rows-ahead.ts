import { contextOf, type Facts, NOTHING_KNOWN, type Strictness } from '../../core/registry/cells/context.ts'
import type { Note, NoteCode } from '../../core/registry/cells/issue.ts'
import type { Headings } from '../../core/registry/columns/headings.ts'
import { examplesKept } from '../../core/registry/import-report.ts'
import type { Library, LibraryName } from '../../core/registry/libraries/field.ts'
import { library } from '../../core/registry/libraries/library.ts'
import type { RecordCells } from '../../core/registry/libraries/record-cells.ts'
import { rowReader } from '../../core/registry/row.ts'
import { repeats, skipReason } from '../../core/registry/skipped-row.ts'
import { addOne } from '../../core/tally.ts'
import type { NotesAhead, RowBatch } from './row-batch.ts'

/** By what rows are read beforehand: what can be told to another thread. */
export interface AheadTerms {
  readonly library: LibraryName
  readonly headings: Pick<Headings, 'row' | 'names' | 'rows' | 'columns'>
  readonly facts: Pick<Facts, 'departments' | 'doubled' | 'zeroed'>
  readonly strictness: Strictness
}

/** The terms for a file of targets; null where its rows ask for more than another thread can be told. */
export function aheadTerms(
  { name }: Library,
  { row, names, rows, columns }: Headings,
  { departments, doubled, departmentsOpen, zeroed }: Facts,
  strictness: Strictness,
): AheadTerms | null {
  const isPlain = columns.every(({ kind }) => kind !== 'compound')
  if (name !== 'targets' || departmentsOpen || !isPlain) return null
  const headings = { row, names, rows, columns }
  return { library: name, headings, facts: { departments, doubled, zeroed }, strictness }
}

/**
 * Reads the rows of which neither an Issue nor a question to the registry comes. What is left, whoever reads the file reads, in its
 * order; where that is most of the rows, all are left from then on.
 */
export function rowsAhead(terms: AheadTerms): (batch: RowBatch) => RowBatch {
  const recordOf = recordReader(terms)
  const kept = noteKeeper()
  let isWorthwhile = true
  return batch => {
    if (!isWorthwhile) return batch
    const records = batch.rows.map((cells, i) => {
      const { record, notes } = recordOf(cells, batch.first + i)
      if (record !== null) for (const note of notes) kept.take(note)
      return record
    })
    isWorthwhile = records.filter(record => record === null).length * 2 <= records.length
    const rows = batch.rows.map((cells, i) => (records[i] === null ? cells : []))
    return { ...batch, rows, records, told: kept.give() }
  }
}

/** Reads a row, and what there is to note of it; null where that is not all. */
function recordReader({ library: name, headings, facts, strictness }: AheadTerms) {
  const { row: headingRow, names, rows: headingRows, columns } = headings
  const notes: Note[] = []
  let isWhole = true
  const leave = () => {
    isWhole = false
  }
  const stands = () => {
    leave()
    return false
  }
  const known = { ...NOTHING_KNOWN, ...facts, departmentsOpen: false, stands }
  const report = { note: (note: Note) => void notes.push(note), issue: leave }
  const read = rowReader(library(name), columns, contextOf(known, strictness), report)
  const isRepeated = repeats([names, ...headingRows])
  return (cells: readonly string[], line: number): { record: RecordCells | null; notes: readonly Note[] } => {
    notes.length = 0
    isWhole = skipReason(cells, line - headingRow) === null && !isRepeated(cells)
    const record = isWhole ? read(cells, line) : null
    return { record: isWhole ? record : null, notes }
  }
}

/** Keeps as many notes of each kind as are to be told, and counts the others. */
function noteKeeper() {
  const sent = new Map<NoteCode, number>()
  let notes: Note[] = []
  let more = new Map<NoteCode, number>()
  return {
    take(note: Note) {
      const before = sent.get(note.code) ?? 0
      if (before === examplesKept(note.code)) addOne(more, note.code)
      else {
        sent.set(note.code, before + 1)
        notes.push(note)
      }
    },
    give(): NotesAhead {
      const given = { notes, more }
      notes = []
      more = new Map()
      return given
    },
  }
}
