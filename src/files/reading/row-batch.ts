import type { Encoding, FileProblem } from '../../core/file-problem.ts'
import type { Issue, Note, NoteCode } from '../../core/registry/cells/issue.ts'
import type { RecordCells } from '../../core/registry/libraries/record-cells.ts'
import type { Digest } from './content.ts'
import type { LineEnd } from './csv/line-ends.ts'
import type { CellNote } from './workbook/cell-note.ts'
import type { DateSystem } from './workbook/serial-date.ts'

/** What a file is; known before its first row. */
export type FileFacts = Digest & { readonly kind: 'facts'; readonly gz: boolean } & (CsvFacts | XlsxFacts)

interface CsvFacts {
  readonly format: 'csv'
  readonly encoding: Encoding
  readonly bom: boolean
  readonly delimiter: string
  readonly lineEnds: readonly LineEnd[]
}

interface XlsxFacts {
  readonly format: 'xlsx'
  /** Which day its serial numbers count from. */
  readonly system: DateSystem
  /** The sheet that is read, or the first of these. */
  readonly sheet: string
  readonly sheets: readonly string[]
  /** The sheets that hold something and are not read. */
  readonly others: readonly OtherSheet[]
  /** Letters of the sheet's columns that hold something and are not shown. */
  readonly hiddenColumns: readonly string[]
}

export interface OtherSheet {
  readonly name: string
  readonly hidden: boolean
}

/** Another sheet of the same workbook begins: its rows are counted on from those of the sheet before. */
export interface SheetStart {
  readonly kind: 'sheet'
  readonly sheet: string
  readonly hiddenColumns: readonly string[]
}

/** Some rows in their order; the first batch holds the first hundred or all there are. */
export interface RowBatch {
  readonly kind: 'rows'
  /** Number of the first row as the spreadsheet counts: blank rows count, quoted line breaks do not. */
  readonly first: number
  readonly rows: string[][]
  readonly notes: readonly CellNote[]
  /** What was wrong before any cell was read, by the row: codes and numbers of another system that nobody knows. */
  readonly issues?: ReadonlyMap<number, readonly Issue[]>
  /** How much of the file is read with it: 1 is all; left out where nobody knows. */
  readonly done?: number
  /** Of each row the record that it is, read beforehand: it has no cells then. Null for rows that are to be read. */
  readonly records?: readonly (RecordCells | null)[]
  /** What there is to tell of these. */
  readonly told?: NotesAhead
  /** Set where a cell may hold U+001F, which otherwise parts cells between threads. */
  readonly holdsMarks?: true
}

/** Notes on rows that were read beforehand. */
export interface NotesAhead {
  /** In the order of their rows; of each kind no more of all batches than are kept to be told. */
  readonly notes: readonly Note[]
  /** How many there are beside them. */
  readonly more: ReadonlyMap<NoteCode, number>
}

/** The reading ended here; rows that came before must not be kept. */
export interface Stopped {
  readonly kind: 'problem'
  readonly problem: FileProblem
}

export const stopped = (problem: FileProblem): Stopped => ({ kind: 'problem', problem })

/** What a reading says: the fact sheet, then rows, between which another sheet may begin; a problem is the last. */
export type Piece = FileFacts | SheetStart | RowBatch | Stopped
