import { readCell } from './cells/cell.ts'
import { type CellResult, invalid } from './cells/cell-result.ts'
import type { Context } from './cells/context.ts'
import { saysNothing } from './cells/lost-text.ts'
import { type Column, writtenHeading } from './columns/column.ts'
import type { CellType, Library } from './libraries/field.ts'
import { cellCount } from './libraries/record-cells.ts'

/** How the cells of one column of a file are read, and where they go. */
export interface ColumnReader {
  /** Null for columns in which any text may stand, and for those that are passed over. */
  readonly read: ((cell: string) => QuickResult) | null
  /** The place among the cells of the record; fields that came later are read beyond their end. */
  readonly place: number
  readonly heading: string | null
}

/** A cell that is as it should be is its text; what was changed or is wrong is told. */
export type QuickResult = string | CellResult

/** The readers of a file's columns. */
export function columnReaders(
  library: Library,
  columns: readonly Column[],
  context: Context,
): readonly ColumnReader[] {
  return columns.map((column, i) => {
    const type = typeOf(library, column)
    const needed = column.kind === 'field' && library.fields[column.field]!.needed === true
    return {
      read: type === null ? null : memoised(cell => strictly(readCell(type, cell, context), needed, context)),
      place: column.kind === 'field' ? column.field + 1 : cellCount(library) + i,
      heading: writtenHeading(column),
    }
  })
}

/** A value that was lost is an Issue where it is needed; a doubt, where the office refuses it. */
function strictly(result: CellResult, needed: boolean, { refusedDoubts }: Context): CellResult {
  if (!('value' in result)) return result
  const { note, doubt } = result
  if (needed && (note === 'lost-value' || saysNothing(result.value))) return invalid('error-cell', {})
  return doubt && refusedDoubts.has(doubt) ? invalid('doubtful-value', { doubt }) : result
}

/** The type of a column's cells; null where any text may stand. */
function typeOf({ fields, later }: Library, column: Column): CellType | null {
  if (column.kind === 'field') return fields[column.field]!.type
  if (column.kind !== 'extra') return null
  return later?.find(({ headings }) => headings[0] === column.heading)?.type ?? null
}

/** Most columns have few different values: those are read once. A column whose values do not repeat is not kept. */
function memoised(read: (cell: string) => CellResult): (cell: string) => QuickResult {
  const known = new Map<string, QuickResult>()
  let repeating = true
  const quick = (cell: string): QuickResult => {
    const result = read(cell)
    return 'value' in result && result.note === null && !result.doubt ? result.value : result
  }
  return cell => {
    if (!repeating) return quick(cell)
    const found = known.get(cell)
    if (found !== undefined) return found
    const result = quick(cell)
    known.set(cell, result)
    if (known.size >= MOST_KNOWN) {
      repeating = false
      known.clear()
    }
    return result
  }
}

/** More different values than this, and a column is taken for one that does not repeat. */
const MOST_KNOWN = 20_000
