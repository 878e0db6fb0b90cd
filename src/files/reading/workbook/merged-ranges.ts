import type { CellNote } from './cell-note.ts'
import { placeOf } from './cell-place.ts'
import type { SheetRow } from './filled-rows.ts'
import { beyond, LIMITS } from './limits.ts'
import type { Package } from './package-parts.ts'
import { readXml } from './read-xml.ts'

/** Cells merged over several rows of their first column; a title merged over the columns of its row is none. */
export interface MergedRange {
  readonly column: number
  readonly to: number
}

/** The merged ranges of a sheet by their first row. They stand below its rows, so that a sheet that has any is read twice. */
export async function mergedRanges(
  parts: Package,
  path: string,
): Promise<ReadonlyMap<number, readonly MergedRange[]>> {
  const ranges = new Map<number, MergedRange[]>()
  if (!(await speaksOf(parts, path, 'mergeCell'))) return ranges
  let count = 0
  await readXml(parts, path, {
    open(name, attributes) {
      if (name !== 'mergeCell') return
      if (++count > LIMITS.merged) throw beyond('merged', path)
      const [from, to] = (attributes.ref ?? '').split(':').map(placeOf)
      if (!from || !to || to.row <= from.row) return
      const here = ranges.get(from.row)
      const range = { column: from.column, to: to.row }
      if (here === undefined) ranges.set(from.row, [range])
      else here.push(range)
    },
  })
  return ranges
}

async function speaksOf(parts: Package, path: string, word: string): Promise<boolean> {
  let end = ''
  for await (const chunk of parts.read(path)) {
    const text = end + chunk
    if (text.includes(word)) return true
    end = text.slice(1 - word.length)
  }
  return false
}

/** Fills rows, in their order, with what the cells merged over them say: one range for a column at a time. */
export function mergedFiller(
  ranges: ReadonlyMap<number, readonly MergedRange[]>,
  count: (steps: number) => void,
): (row: SheetRow) => readonly CellNote[] {
  const open = new Map<number, { readonly to: number; readonly text: string }>()
  return row => {
    const begun = ranges.get(row.row) ?? []
    count(open.size + begun.length)
    const notes: CellNote[] = []
    for (const [column, { to, text }] of open) {
      if (row.row > to) open.delete(column)
      else if (fillIn(row.cells, column, text)) notes.push({ row: row.row, column, note: 'merged' })
    }
    for (const { column, to } of begun) {
      const text = row.cells[column - 1] ?? ''
      if (text !== '' && to > (open.get(column)?.to ?? 0)) open.set(column, { to, text })
    }
    return notes
  }
}

function fillIn(cells: string[], column: number, text: string): boolean {
  if ((cells[column - 1] ?? '') !== '') return false
  while (cells.length < column) cells.push('')
  cells[column - 1] = text
  return true
}
