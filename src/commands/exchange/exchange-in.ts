import {
  foreignHeadings,
  headingsTaken,
  incomingRow,
  isReadable,
  type Lookup,
  lackedHeadings,
  renamedBy,
} from '../../core/exchange/incoming.ts'
import type { Layout } from '../../core/exchange/layout.ts'
import type { TablesOf } from '../../core/exchange/outgoing.ts'
import type { ExchangeReasons } from '../../core/exchange/reasons.ts'
import { libraryOf } from '../../core/exchange/subjects.ts'
import { sha256Hex } from '../../core/hash.ts'
import { refusal } from '../../core/refusal.ts'
import type { ForeignReader } from '../../files/reading/foreign-rows.ts'
import { recordsWith } from '../../store/exchange/records-with.ts'
import type { Desk } from '../../terminal/desk.ts'
import { importAs } from '../registry/import.ts'
import type { ImportOptions } from '../registry/import-options.ts'
import { withStore } from '../session.ts'
import { layoutNamed } from './layout-named.ts'
import { takeCodes } from './take-codes.ts'

const refuse = refusal<ExchangeReasons>()

export type InOptions = Omit<ImportOptions, 'map' | 'saveMap' | 'replace'> & { readonly codes?: string }

/**
 * exchange in — a file of another system by its layout: its headings, codes and numbers are made ours, and the rows go the
 * way of `import`, with its judge and its rules; of visits their numbers are kept beside them. A code that no table has, and
 * a number that no record has, refuse their row.
 */
export async function exchangeIn(
  desk: Desk,
  name: string,
  path: string,
  { codes, ...options }: InOptions,
): Promise<number> {
  const named = await layoutNamed(desk, name, codes)
  const { layout, tables, tablesUsed } = named
  const library = libraryOf(layout.of)
  const sha256 = sha256Hex(JSON.stringify([layout, tablesUsed.map(({ table }) => table)]))
  if (!isReadable(layout)) throw refuse('layout-not-readable', { layout: layout.layout })
  if (library === null) return takeCodes(desk, named, path, sha256, options)
  const numbers = await withStore(desk, store => recordsWith(store, layout))
  const reader = readerOf(layout, tables, numbers)
  return importAs(desk, library, [path], options, { reader, given: { layout: layout.layout, sha256 } })
}

/** Reads a file by a layout: headings, codes and numbers made ours. */
export function readerOf(layout: Layout, tables: TablesOf, numbers: Lookup): ForeignReader {
  return {
    expected: lackedHeadings(layout),
    understand(rows, headerRow) {
      const headings = foreignHeadings(layout, rows, headerRow)
      if (headings === null) return null
      return {
        row: headings.row,
        headings: headingsTaken(headings),
        renamed: renamedBy(headings),
        turned: incomingRow(layout, headings, tables, numbers),
      }
    },
  }
}
