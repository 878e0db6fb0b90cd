import type { DepartmentCode } from '../../core/ids.ts'
import { type LargeChange, largeRemovalsOf } from '../../core/registry/large-change.ts'
import type { Library } from '../../core/registry/libraries/field.ts'
import type { RecordCells } from '../../core/registry/libraries/record-cells.ts'
import type { EntryWriter } from '../entry.ts'
import type { Store } from '../open.ts'
import { columnsOf, endRecord, writeRecord } from './registry.ts'
import type { RowLines } from './row-lines.ts'

/** `without` tells what becomes of a record that the file does not have: null ends it. */
export interface Replace {
  readonly without: (standing: RecordCells) => RecordCells | null | 'keep'
  readonly department: DepartmentCode | null
}

/** Ends every record that the file of this entry has not spoken of, and tells which parts of the registry shrink. */
export function retireMissing(
  store: Store,
  writer: EntryWriter,
  library: Library,
  { without, department }: Replace,
  lines: RowLines,
): { readonly retired: number; readonly shrinkages: LargeChange[] } {
  const shrinkage = largeRemovalsOf(library, department)
  const missing: [number, RecordCells | null][] = []
  const before = store
    .sql<[version: number, until: number | null, ...row: RecordCells]>(
      `select version, until, ${columnsOf(library)} from ${library.table}
       where since < @entry and (until is null or until = @entry) order by version`,
    )
    .raw()
  for (const [version, until, ...row] of before.iterate({ entry: writer.entry })) {
    const rest = without(row)
    if (rest === 'keep') continue
    const gone = until === null && lines.get(version) === 0
    shrinkage.count(row, gone)
    if (gone) missing.push([version, rest])
  }
  for (const [version, rest] of missing) {
    endRecord(writer, library, version)
    if (rest !== null) writeRecord(writer, library, rest)
  }
  return { retired: missing.length, shrinkages: shrinkage.large() }
}
