import { clean } from '../../core/registry/cells/clean.ts'
import type { Context } from '../../core/registry/cells/context.ts'
import { type Issue, type Note, wholeRow } from '../../core/registry/cells/issue.ts'
import { type Column, writtenHeading } from '../../core/registry/columns/column.ts'
import type { Headings } from '../../core/registry/columns/headings.ts'
import { withNameBeside } from '../../core/registry/columns/name-beside.ts'
import { presentFields } from '../../core/registry/columns/present-fields.ts'
import { countNotes, type ImportReport, noteSkipped } from '../../core/registry/import-report.ts'
import type { Library } from '../../core/registry/libraries/field.ts'
import { idOf, type RecordCells } from '../../core/registry/libraries/record-cells.ts'
import { mergeInto } from '../../core/registry/merge.ts'
import { cutCandidates } from '../../core/registry/numbers/uscc.ts'
import { rowReader } from '../../core/registry/row.ts'
import { repeats, skipReason } from '../../core/registry/skipped-row.ts'
import type { RowBatch } from './row-batch.ts'
import type { CellNote } from './workbook/cell-note.ts'

/** A row of a file that cannot be a record. */
export interface Refused {
  readonly line: number
  readonly cells: readonly string[]
  readonly issues: readonly Issue[]
}

/** Records of one piece of a file. `cells(i)` are those of the i-th record as they were written. */
export interface RecordBatch {
  readonly rows: readonly RecordCells[]
  readonly lines: ArrayLike<number>
  readonly cells: (i: number) => readonly string[]
  readonly refused: readonly Refused[]
  /** How much of the file is read with it, as a row batch says. */
  readonly done?: number
}

/** The record that stands under an id; null where rows are whole by themselves. */
export type Standing = ((id: string) => RecordCells | null) | null

export type RecordsReader = (batch: RowBatch) => RecordBatch

/** Reads batches of rows under these headings; rows down to these are no records. */
export function recordsReader(
  library: Library,
  { row: headingRow, names, rows: headingRows, columns }: Headings,
  context: Context,
  report: ImportReport,
  standing: Standing,
): RecordsReader {
  const faults: Issue[] = []
  const issue = (found: Issue) => {
    report.issue(found)
    faults.push(found)
  }
  /** The headings again, on what was the next page of a print. */
  const isRepeated = repeats([names, ...headingRows])
  const tellNotes = (notes: readonly CellNote[], cells: readonly string[], line: number) => {
    for (const note of notes) {
      if (note.row !== line) continue
      if (note.note === 'merged') report.note(fillingOf(note, columns, cells))
      else if (note.note === 'hidden-row')
        report.note({
          ...wholeRow(line),
          code: 'hidden-row',
          value: cells.find(cell => cell !== '') ?? '',
          read: '',
        })
      else issue(lossOf(note, library, columns, cells))
    }
  }
  const read = rowReader(
    library,
    columns,
    context,
    { note: report.note, issue },
    completing(library, columns, standing),
  )
  /** The record of a row as it was written; null where it is none, or refused. */
  function readWritten(batch: RowBatch, i: number, refused: Refused[]): RecordCells | null {
    const cells = batch.rows[i]!
    const line = batch.first + i
    const aside = skipReason(cells, line - headingRow) ?? (isRepeated(cells) ? 'headings' : null)
    if (aside !== null) {
      noteSkipped(report, aside, line)
      return null
    }
    tellNotes(batch.notes, cells, line)
    for (const found of batch.issues?.get(line) ?? []) issue(found)
    const row = faults.length > 0 ? null : read(cells, line)
    if (row === null) refused.push({ line, cells, issues: faults.splice(0) })
    return row
  }
  return batch => {
    const rows: RecordCells[] = []
    const lines: number[] = []
    const places: number[] = []
    const refused: Refused[] = []
    const tell = tellingOf(batch, report)
    for (let i = Math.max(0, headingRow + 1 - batch.first); i < batch.rows.length; i++) {
      const row = batch.records?.[i] ?? readWritten(batch, i, refused)
      tell.at(batch.first + i)
      if (row === null) continue
      rows.push(row)
      lines.push(batch.first + i)
      places.push(i)
    }
    tell.rest()
    return { rows, lines, cells: i => cellsOf(batch, places[i]!), refused }
  }
}

/** Tells the notes on rows that were read beforehand, each at its row. */
function tellingOf({ told }: RowBatch, report: ImportReport) {
  const notes = told?.notes ?? []
  let next = 0
  return {
    at(line: number) {
      while (next < notes.length && notes[next]!.row === line) report.note(notes[next++]!)
    },
    rest() {
      for (const [code, count] of told?.more ?? []) countNotes(report, code, count)
    },
  }
}

function cellsOf({ first, rows, records }: RowBatch, i: number): readonly string[] {
  if (records?.[i] != null)
    throw new RangeError(`row ${first + i} was read beforehand, as one that nobody refuses`)
  return rows[i]!
}

/** A heading however it is spaced. */
export const withoutSpaces = (text: string) => clean(text).text.replaceAll(' ', '')

/** Puts a row that says only some things into the record that stands; undefined where rows are whole by themselves. */
function completing(library: Library, columns: readonly Column[], standing: Standing) {
  if (standing === null) return undefined
  const merge = mergeInto(library, presentFields(library, columns))
  return (row: RecordCells) => {
    const there = standing(idOf(row))
    return there === null ? null : (merge(there, row) as RecordCells)
  }
}

/** A cell left empty by merging was given the text of the cell above. */
function fillingOf({ row, column }: CellNote, columns: readonly Column[], cells: readonly string[]): Note {
  const known = columns[column - 1]
  const heading = writtenHeading(known)
  return { row, column, heading, code: 'merged', value: '', read: cells[column - 1] ?? '' }
}

/** What a workbook has lost of a cell before anybody could read it. */
export function lossOf(
  { row, column, note }: CellNote,
  library: Library,
  columns: readonly Column[],
  cells: readonly string[],
): Issue {
  const known = columns[column - 1]
  const heading = writtenHeading(known)
  const value = cells[column - 1] ?? ''
  const place = { row, column, heading, value }
  if (typeof note !== 'string') return { ...place, code: 'undecodable-bytes', details: note }
  if (note === 'formula-without-value') return { ...place, code: 'formula-without-value', details: {} }
  if (note !== 'rounded-number') return { ...place, code: 'error-cell', details: {} }
  const fault: Issue = { ...place, code: 'code-as-number', details: { candidates: cutCandidates(value) } }
  return withNameBeside(fault, library, columns, cells)
}
