import type { FilePath } from '../../core/file-path.ts'
import { sourceOf } from './content.ts'
import { readRows } from './rows.ts'

/** The first rows of a table, or of one sheet of a workbook, a hundred at the most; none where it is no table, or cannot be read. */
export async function firstRows(path: FilePath, sheet?: string): Promise<readonly (readonly string[])[]> {
  for await (const piece of readRows(sourceOf(path), { sheet })) {
    if (piece.kind === 'problem') return []
    if (piece.kind === 'rows') return piece.rows
  }
  return []
}

/** The sheets of a workbook in their order; none of any other file. */
export async function sheetsOf(path: FilePath): Promise<readonly string[]> {
  for await (const piece of readRows(sourceOf(path)))
    return piece.kind === 'facts' && piece.format === 'xlsx' ? piece.sheets : []
  return []
}
