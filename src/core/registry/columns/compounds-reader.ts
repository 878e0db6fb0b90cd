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
  const period = endsOfPeriod(compounds)
  const place = (name: string) => columnOf(library, name as never)
  const typeAt = (at: number) => library.fields[at - 1]!.type
  return {
    columns: new Set(compounds.keys()),
    read(cells, record, told) {
      const parted = new Set<number>()
      let sound = true
      for (const [i, compound] of compounds) {
        if (compound.end !== undefined) continue
        const said = partsOf(compound, clean(cells[i] ?? '').text, context)
        if (said.isParted) parted.add(i)
        for (const [name, text] of said.parts) {
          const at = place(name)
          const value = told(readCell(typeAt(at), text, context), i)
          if (value === null) sound = false
          else record[at] ||= value
        }
      }
      if (period !== null && !readPeriodOf(period, cells, record)) sound = false
      return sound ? parted : null

      function readPeriodOf(
        [first, last]: readonly [number, number],
        cells: readonly string[],
        record: RecordCells,
      ) {
        const ends = [first, last].map(i => clean(cells[i] ?? '').text)
        if (ends.join('') === '') return true
        const result = readCell(typeAt(place('period')), ends.join('~'), context)
        // The name of a task may say the year of a period that stands in one cell; here each end has its own.
        const yearless = 'code' in result && result.code === 'period-without-year'
        const value = told(
          yearless ? { code: 'invalid-period', details: {} } : result,
          ends[0] === '' ? last : first,
        )
        if (value === null) return false
        record[place('period')] = value
        return true
      }
    },
  }
}

/** The columns of the two ends of a period, where a file has them. */
function endsOfPeriod(
  compounds: ReadonlyMap<number, Compound>,
): readonly [first: number, last: number] | null {
  const at = (end: 'first' | 'last') => [...compounds].find(([, compound]) => compound.end === end)?.[0]
  const [first, last] = [at('first'), at('last')]
  return first === undefined || last === undefined ? null : [first, last]
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
