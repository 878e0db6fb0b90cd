import type { FilePath } from '../../core/file-path.ts'
import type { FileReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { contextOf, type Facts, type Strictness } from '../../core/registry/cells/context.ts'
import type { Issue } from '../../core/registry/cells/issue.ts'
import { changesOnly, namesOnly } from '../../core/registry/columns/changes-only.ts'
import type { Column } from '../../core/registry/columns/column.ts'
import { findHeadings, type Headings } from '../../core/registry/columns/headings.ts'
import type { ImportReport } from '../../core/registry/import-report.ts'
import type { Library, LibraryName } from '../../core/registry/libraries/field.ts'
import { library } from '../../core/registry/libraries/library.ts'
import type { RecordCells } from '../../core/registry/libraries/record-cells.ts'
import { sourceOf } from './content.ts'
import { type ForeignReader, foreignRows } from './foreign-rows.ts'
import { lossOf, type RecordBatch } from './records-reader.ts'
import type { FileFacts, Piece, RowBatch, Stopped } from './row-batch.ts'
import { type ReadOptions, readRows } from './rows.ts'
import { aheadTerms } from './rows-ahead.ts'
import { isLarge, readRowsInThread } from './rows-thread.ts'
import { noteAbove, sheetsReader } from './sheets-reader.ts'

const refuse = refusal<FileReasons>()

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
  /** What is taken and what is refused, where offices differ. */
  readonly strictness: Strictness
  readonly options: ReadOptions
  /** No row meets a record or a row before it, so that none is refused when it has been read. */
  readonly meetsNothing?: boolean
  /** Makes rows of another system ours; a file of ours needs none. */
  readonly foreign?: ForeignReader | undefined
}

/** Opens a file of a library: finds its headings, then gives its rows as records. What is wrong goes to `report`. */
export async function openRegistryFile(
  { path, library: name, facts, standing, foreign, strictness, options, ...said }: FileRequest,
  report: ImportReport,
): Promise<RegistryFile> {
  const of = library(name)
  const translated = foreign === undefined ? null : foreignRows(foreign, said.headerRow)
  const ahead: ReadOptions['ahead'] = { read: () => {} }
  const written = piecesOf(path, { ...options, ahead })
  const pieces = translated === null ? written : translated.pieces(written)
  const about = (await pieces.next()).value as FileFacts
  const { sha256 } = about
  const dateSystem = about.format === 'xlsx' ? about.system : 1900
  const context = contextOf(facts, { ...strictness, dateSystem })
  const met = () => context.met
  if (about.format === 'xlsx') {
    report.sheets.push({ name: about.sheet, after: 0, hiddenColumns: about.hiddenColumns })
    for (const other of about.others) report.unread.push({ ...other, otherHeadings: false })
  }
  const top = ((await pieces.next()).value as RowBatch | undefined) ?? null
  const { renamed, headerRow } = translated?.said() ?? said
  const found = headingsIn(of, top, translated?.said() === null ? null : { renamed, headerRow })
  if (found === null || top === null) {
    await pieces.return(undefined)
    report.issue(noHeadings(foreign?.expected ?? expectedOf(of), top?.rows[0] ?? [], about))
    return { headings: [], columns: [], noRows: true, batches: nothing, close: async () => {}, sha256, met }
  }
  const { row: headingRow, names, columns } = found
  const damaged = top.notes.filter(({ row, note }) => row === headingRow && typeof note !== 'string')
  const byName = facts.called !== undefined && namesOnly(of, found)
  const completes = standing !== null && (changesOnly(of, found) || byName) ? standing : null
  const issues = [
    ...(completes === null ? found.issues : []),
    ...damaged.map(note => lossOf(note, of, columns, names)),
  ]
  for (const issue of issues) report.issue(issue)
  noteAbove(report, top, headingRow)
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
      const terms = said.meetsNothing && completes === null ? aheadTerms(of, found, facts, strictness) : null
      if (terms !== null && translated === null) ahead.read(terms)
      const read = sheetsReader(of, found, { renamed, headerRow, standing: completes }, context, report)
      yield { ...read(top)!, ...doneWith(top) }
      for (let next = await pieces.next(); !next.done; next = await pieces.next()) {
        const records = next.value.kind === 'facts' ? null : read(next.value)
        if (records !== null) yield { ...records, ...doneWith(next.value) }
      }
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

function doneWith(piece: Exclude<Piece, Stopped>): Pick<RecordBatch, 'done'> {
  return piece.kind === 'rows' && piece.done !== undefined ? { done: piece.done } : {}
}

async function* nothing(): AsyncGenerator<RecordBatch> {}

/** The headings of a file; null where they are none of ours, or of the other system's where it is of one. */
function headingsIn(
  of: Library,
  top: RowBatch | null,
  said: Pick<FileRequest, 'renamed' | 'headerRow'> | null,
): Headings | null {
  return top === null || said === null ? null : findHeadings(of, top.rows, said.renamed, said.headerRow)
}

function expectedOf(library: Library): readonly string[] {
  return library.fields
    .filter(field => field.column || library.id.includes(field.name))
    .map(field => field.headings[0])
}

function noHeadings(expected: readonly string[], cells: readonly string[], about: FileFacts): Issue {
  const sheets = about.format === 'xlsx' ? about.sheets.filter(sheet => sheet !== about.sheet) : []
  const value = cells.join(',').slice(0, 80)
  return { row: 1, column: null, heading: null, value, code: 'no-headings', details: { expected, sheets } }
}
