import type { FilePath } from '../../core/file-path.ts'
import type { FileReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import type { Issue } from '../../core/registry/cells/issue.ts'
import { skipReason } from '../../core/registry/skipped-row.ts'
import { sourceOf } from './content.ts'
import type { Piece, RowBatch, Stopped } from './row-batch.ts'
import { type ReadOptions, readRows } from './rows.ts'

const refuse = refusal<FileReasons>()

/** Makes rows of another system ours (`core/exchange/incoming`). */
export interface ForeignReader {
  /** Understands the headings among the first rows, or in the row that is named; null where they are none of the layout's. */
  readonly understand: (rows: readonly (readonly string[])[], headerRow?: number) => ForeignFile | null
  /** Headings of which the file must have some. */
  readonly expected: readonly string[]
}

export interface ForeignFile {
  /** The row of the headings, from 1. */
  readonly row: number
  /** The headings as the import is to see them. */
  readonly headings: readonly string[]
  /** Which field each of them is. */
  readonly renamed: ReadonlyMap<string, string>
  /** A row below them as ours, in the same places. */
  readonly turned: (cells: readonly string[], row: number) => { cells: string[]; issues: readonly Issue[] }
}

/** The pieces of a file with the rows of another system made ours, each in its place; what was understood is known with the first rows. */
export function foreignRows(reader: ForeignReader, headerRow: number | undefined) {
  let file: ForeignFile | null | undefined
  const turn = (batch: RowBatch): RowBatch => {
    if (file === undefined) file = reader.understand(batch.rows, headerRow)
    if (file === null) return batch
    const issues = new Map<number, readonly Issue[]>()
    const rows = batch.rows.map((cells, i) => {
      const row = batch.first + i
      if (row < file!.row) return cells
      if (row === file!.row) return [...file!.headings]
      const turned = file!.turned(cells, row)
      if (turned.issues.length > 0) issues.set(row, turned.issues)
      return turned.cells
    })
    return { ...batch, rows, ...(issues.size === 0 ? {} : { issues }) }
  }
  return {
    /** The field of each heading and the row in which they stand; null where the file is none of the layout's. */
    said: () => (file == null ? null : { renamed: file.renamed, headerRow: file.row as number | undefined }),
    async *pieces(
      pieces: AsyncGenerator<Exclude<Piece, Stopped>, undefined>,
    ): AsyncGenerator<Exclude<Piece, Stopped>, undefined> {
      for await (const piece of pieces) yield piece.kind === 'rows' ? turn(piece) : piece
      return undefined
    },
  }
}

/** The rows of a file below headings that `understand` finds, as they stand; null is what it gives where it finds none. */
export async function* rowsBelow(
  path: FilePath,
  options: ReadOptions,
  understand: (rows: readonly (readonly string[])[]) => number | null,
): AsyncGenerator<{ readonly row: number; readonly cells: readonly string[] }> {
  let headings: number | null | undefined
  for await (const piece of readRows(sourceOf(path), options)) {
    if (piece.kind === 'problem') throw refuse('invalid-file', { path: path.written, problem: piece.problem })
    if (piece.kind !== 'rows') continue
    if (headings === undefined) headings = understand(piece.rows)
    if (headings === null) return
    for (const [i, cells] of piece.rows.entries()) {
      const row = piece.first + i
      if (row > headings && skipReason(cells, row - headings) === null) yield { row, cells }
    }
  }
}
