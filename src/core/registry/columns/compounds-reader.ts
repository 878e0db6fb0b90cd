import { readCell } from '../cells/cell.ts'
import type { CellResult } from '../cells/cell-result.ts'
import { clean } from '../cells/clean.ts'
import type { Context } from '../cells/context.ts'
import type { Library } from '../libraries/field.ts'
import { columnOf, type RecordCells } from '../libraries/record-cells.ts'
import type { Column } from './column.ts'
import { type Compound, compoundOfField } from './compound-columns.ts'

/** How the compound columns of a file are read. */
export interface CompoundsReader {
  /** The columns that it reads. */
  readonly columns: ReadonlySet<number>
  /** Reads those of a row into a record; gives the columns that were parted, or null where one has an Issue. */
  readonly read: (
    cells: readonly string[],
    record: RecordCells,
    told: (result: CellResult, column: number) => string | null,
  ) => ReadonlySet<number> | null
}

/** The reader of a file's compound columns, or null where it has none. A column of its own says more than a compound. */
export function compoundsReader(
  library: Library,
  columns: readonly Column[],
  context: Context,
): CompoundsReader | null {
  const compounds = new Map<number, Compound>()
  for (const [i, column] of columns.entries()) {
    const compound =
      column.kind === 'compound'
        ? column.compound
        : column.kind === 'field'
          ? compoundOfField(library.name, library.fields[column.field]!.name)
          : null
    if (compound !== null) compounds.set(i, compound)
  }
  if (compounds.size === 0) return null
  const place = (name: string) => columnOf(library, name as never)
  const typeAt = (at: number) => library.fields[at - 1]!.type
  return {
    columns: new Set(compounds.keys()),
    read(cells, record, told) {
      const parted = new Set<number>()
      let sound = true
      for (const [i, compound] of compounds) {
        const said = partsOf(compound, clean(cells[i] ?? '').text, context)
        if (said.isParted) parted.add(i)
        for (const [name, text] of said.parts) {
          const at = place(name)
          const value = told(readCell(typeAt(at), text, context), i)
          if (value === null) sound = false
          else record[at] ||= value
        }
      }
      return sound ? parted : null
    },
  }
}

/** What a cell says, by field: its parts, or the whole of it as the one field that it is then read as. */
function partsOf(
  { split, whole }: Compound,
  text: string,
  context: Context,
): { readonly isParted: boolean; readonly parts: readonly (readonly [field: string, text: string])[] } {
  const found = text === '' ? {} : split(text, context)
  const parts = Object.entries(found ?? (whole === null ? {} : { [whole]: text }))
  return { isParted: found !== null, parts: parts.filter(([, part]) => part !== '') }
}
