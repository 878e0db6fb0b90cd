import type { FilePath } from '../../core/file-path.ts'
import { sourceOf } from './content.ts'
import { readRows } from './rows.ts'

/** The first rows of a table, a hundred at the most; none where it is no table, or cannot be read. */
export async function firstRows(path: FilePath): Promise<readonly (readonly string[])[]> {
  for await (const piece of readRows(sourceOf(path))) {
    if (piece.kind === 'problem') return []
    if (piece.kind === 'rows') return piece.rows
  }
  return []
}
