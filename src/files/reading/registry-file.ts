import type { FilePath } from '../../core/file-path.ts'
import type { FileReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { type Context, contextOf, type Facts } from '../../core/registry/cells/context.ts'
import { type Issue, type Note, wholeRow } from '../../core/registry/cells/issue.ts'
import { cutCandidates } from '../../core/registry/cells/uscc.ts'
import { changesOnly } from '../../core/registry/changes-only.ts'
import { type Column, findHeadings, type Headings, repeats } from '../../core/registry/headings.ts'
import { type ImportReport, noteSkipped } from '../../core/registry/import-report.ts'
import type { Library, LibraryName } from '../../core/registry/libraries/field.ts'
import { library } from '../../core/registry/libraries/library.ts'
import { idOf, type RecordCells } from '../../core/registry/libraries/record-cells.ts'
import { mergeInto } from '../../core/registry/merge.ts'
import { withNameBeside } from '../../core/registry/name-beside.ts'
import { presentFields } from '../../core/registry/present-fields.ts'
import { rowReader } from '../../core/registry/row.ts'
import { skipReason } from '../../core/registry/skipped-row.ts'
import { sourceOf } from './content.ts'
import type { FileFacts, Piece, RowBatch, Stopped } from './row-batch.ts'
import { type ReadOptions, readRows } from './rows.ts'
import { isLarge, readRowsInThread } from './rows-thread.ts'
import type { CellNote } from './workbook/cell-note.ts'

const refuse = refusal<FileReasons>()

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
}

export interface RegistryFile {
  readonly headings: readonly string[]
  readonly columns: readonly Column[]
  /** Its headings have issues, so that none of its rows can be read. */
  readonly noRows: boolean
  readonly batches: () => AsyncGenerator<RecordBatch>
  /** For whoever does not read the batches. */
  readonly close: () => Promise<void>
  /** Digest of the file's bytes. */
  readonly sha256: string
  /** Names that became departments, known when all batches were read. */
  readonly met: () => ReadonlySet<string>
}

/** Which file is to be read, and as what. */
export interface FileRequest {
  readonly path: FilePath
  readonly library: LibraryName
  readonly facts: Facts
  /** The record that stands under an id; null where the registry is empty, so that all records are new. */
  readonly standing: ((id: string) => RecordCells | null) | null
  /** Headings of the file, and the fields they are (`--map`). */
  readonly renamed: ReadonlyMap<string, string>
  /** The row of the headings, where the user names it. */
  readonly headerRow?: number | undefined
  readonly options: ReadOptions
}

/** Opens a file of a library: finds its headings, then gives its rows as records. What is wrong goes to `report`. */
export async function openRegistryFile(
  { path, library: name, facts, standing, renamed, headerRow, options }: FileRequest,
  report: ImportReport,
): Promise<RegistryFile> {
  const of = library(name)
  const context = contextOf(facts)
  const met = () => context.met
  const pieces = piecesOf(path, options)
  const about = (await pieces.next()).value as FileFacts
  const { sha256 } = about
  const top = ((await pieces.next()).value as RowBatch | undefined) ?? null
  const found = top === null ? null : findHeadings(of, top.rows, renamed, headerRow)
  if (found === null || top === null) {
    await pieces.return(undefined)
    report.issue(noHeadings(of, top?.rows[0] ?? [], about))
    return { headings: [], columns: [], noRows: true, batches: nothing, close: async () => {}, sha256, met }
  }
  const { row: headingRow, names, columns } = found
  const damaged = top.notes.filter(({ row, note }) => row === headingRow && typeof note !== 'string')
  const completes = standing !== null && changesOnly(of, found) ? standing : null
  const issues = [
    ...(completes === null ? found.issues : []),
    ...damaged.map(note => lossOf(note, of, columns, names)),
  ]
  for (const issue of issues) report.issue(issue)
  for (let row = 1; row < headingRow; row++) {
    noteSkipped(report, top.rows[row - 1]!.every(cell => cell === '') ? 'blank' : 'above', row)
  }
  const close = async () => {
    await pieces.return(undefined)
  }
  return {
    headings: names,
    columns,
    noRows: issues.length > 0,
    sha256,
    met,
    close,
    async *batches() {
      if (issues.length > 0) return close()
      const read = recordsReader(of, found, context, report, completes)
      yield read(top, headingRow)
      for (let next = await pieces.next(); !next.done; next = await pieces.next())
        yield read(next.value as RowBatch, 0)
    },
  }
}

/** The fact sheet, then batches of rows; a problem of the file ends the run. */
async function* piecesOf(
  path: FilePath,
  options: ReadOptions,
): AsyncGenerator<Exclude<Piece, Stopped>, undefined> {
  const source = sourceOf(path)
  const read = isLarge(source) ? readRowsInThread : readRows
  for await (const piece of read(source, options)) {
    if (piece.kind === 'problem') throw refuse('invalid-file', { path: path.written, problem: piece.problem })
    yield piece
  }
}

async function* nothing(): AsyncGenerator<RecordBatch> {}

function noHeadings(library: Library, cells: readonly string[], about: FileFacts): Issue {
  const sheets = about.format === 'xlsx' ? about.sheets.filter(sheet => sheet !== about.sheet) : []
  const expected = library.fields
    .filter(field => field.column || library.id.includes(field.name))
    .map(field => field.headings[0])
  const value = cells.join(',').slice(0, 80)
  return { row: 1, column: null, heading: null, value, code: 'no-headings', details: { expected, sheets } }
}

/** Reads batches of rows under these headings; the first `skip` rows of a batch are no records. */
function recordsReader(
  library: Library,
  { row: headingRow, names, rows: headingRows, columns }: Headings,
  context: Context,
  report: ImportReport,
  standing: FileRequest['standing'],
): (batch: RowBatch, skip: number) => RecordBatch {
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
  return (batch, skip) => {
    const rows: RecordCells[] = []
    const lines: number[] = []
    const places: number[] = []
    const refused: Refused[] = []
    for (let i = skip; i < batch.rows.length; i++) {
      const cells = batch.rows[i]!
      const line = batch.first + i
      const aside = skipReason(cells, line - headingRow) ?? (isRepeated(cells) ? 'headings' : null)
      if (aside !== null) {
        noteSkipped(report, aside, line)
        continue
      }
      tellNotes(batch.notes, cells, line)
      const row = faults.length > 0 ? null : read(cells, line)
      if (row === null) {
        refused.push({ line, cells, issues: faults.splice(0) })
        continue
      }
      rows.push(row)
      lines.push(line)
      places.push(i)
    }
    return { rows, lines, cells: i => batch.rows[places[i]!]!, refused }
  }
}

/** Puts a row that says only some things into the record that stands; undefined where rows are whole by themselves. */
function completing(library: Library, columns: readonly Column[], standing: FileRequest['standing']) {
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
  const heading = known === undefined || known.kind === 'empty' ? null : known.heading
  return { row, column, heading, code: 'merged', value: '', read: cells[column - 1] ?? '' }
}

/** What a workbook has lost of a cell before anybody could read it. */
function lossOf(
  { row, column, note }: CellNote,
  library: Library,
  columns: readonly Column[],
  cells: readonly string[],
): Issue {
  const known = columns[column - 1]
  const heading = known === undefined || known.kind === 'empty' ? null : known.heading
  const value = cells[column - 1] ?? ''
  const place = { row, column, heading, value }
  if (typeof note !== 'string') return { ...place, code: 'undecodable-bytes', details: note }
  if (note === 'formula-without-value') return { ...place, code: 'formula-without-value', details: {} }
  if (note !== 'rounded-number') return { ...place, code: 'error-cell', details: {} }
  const fault: Issue = { ...place, code: 'code-as-number', details: { candidates: cutCandidates(value) } }
  return withNameBeside(fault, library, columns, cells)
}
