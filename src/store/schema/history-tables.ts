import type { Library, LibraryName } from '../../core/registry/libraries/field.ts'
import { historyTable, type Table, TEXT } from './table.ts'

/** The table of a registry: its cells are the record's (`RecordCells`), in their order. */
export function registryTable(library: Library): Table {
  let table = registries.get(library.name)
  if (table === undefined) {
    const names = [...library.fields.map(field => field.name), ...(library.extras ? ['extra'] : [])]
    table = historyTable(library.table, Object.fromEntries(names.map(name => [name, TEXT])))
    registries.set(library.name, table)
  }
  return table
}

const registries = new Map<LibraryName, Table>()

/** The headings of a file that `--map` settled, kept under a name (`--save-map`). */
export const HEADING_MAP = historyTable('heading_map', { pairs: TEXT })

/** Engines that a registry of targets lies in already; `columns` is JSON. Passwords are nowhere. */
export const ENGINE = historyTable('engine', { url: TEXT, registry: TEXT, columns: TEXT, password: TEXT })

/** Rules that an office sets. */
export const RULE = historyTable('rule', { value: TEXT, reason: TEXT })

/** What an office says of itself for its papers. */
export const OFFICE = historyTable('office', { value: TEXT, reason: TEXT })

/** Visits that were not drawn. */
export const VISIT = historyTable('visit', {
  target: TEXT,
  department: TEXT,
  day: TEXT,
  cause: TEXT,
  reference: TEXT,
  remark: TEXT,
})
