import type { FilePath } from '../../core/file-path.ts'
import type { FileReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { sourceOf } from './content.ts'
import { type ReadOptions, readRows } from './rows.ts'

const refuse = refusal<FileReasons>()

/** A row of a small file, counted as a spreadsheet does. */
export interface PlainRow {
  readonly row: number
  readonly cells: readonly string[]
}

/** All rows of a small table, in any encoding and dialect that a registry may come in. */
export async function plainRows(path: FilePath, options: ReadOptions): Promise<PlainRow[]> {
  const rows: PlainRow[] = []
  for await (const piece of readRows(sourceOf(path), options)) {
    if (piece.kind === 'problem') throw refuse('invalid-file', { path: path.written, problem: piece.problem })
    if (piece.kind !== 'rows') continue
    for (const [i, cells] of piece.rows.entries()) rows.push({ row: piece.first + i, cells })
  }
  return rows.filter(({ cells }) => cells.some(cell => cell.trim() !== ''))
}
