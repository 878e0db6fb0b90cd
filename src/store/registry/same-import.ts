import type { EntryNumber } from '../../core/ids.ts'
import type { RowsDigest, Subject } from '../../core/ledger.ts'
import type { Library, LibraryName } from '../../core/registry/libraries/field.ts'
import { library } from '../../core/registry/libraries/library.ts'
import type { Store } from '../open.ts'

/** What an import was given, beside the rows of its file: all that its result hangs on. */
export type Given = Readonly<Record<string, unknown>>

/** The entry of the last import of a library, and how many rows it took in, where doing it again can change nothing. */
export interface SameImport {
  readonly entry: EntryNumber
  readonly read: number
}

/**
 * Finds out whether a file has been imported as it is, with the same options and by the same program, and neither the
 * library nor what its rows refer to has changed since. Then nobody need read it again.
 */
export function sameImport(store: Store, library: Library, sha256: string, given: Given): SameImport | null {
  const tables = new Set<string>([library.name, ...REFERS[library.name]].map(tableOf))
  const entries = store.sql<{ number: EntryNumber; action: string; subject: string; rows: string }>(
    'select number, action, subject, rows from entry join seal on seal.entry = entry.number order by number desc',
  )
  for (const { number, action, subject, rows } of entries.iterate()) {
    const touched = (JSON.parse(rows) as RowsDigest[]).some(({ table }) => tables.has(table))
    if (!touched) continue
    const done = JSON.parse(subject) as Subject
    const same =
      action === `import ${library.name}` &&
      done.sha256 === sha256 &&
      done.refused === 0 &&
      done.settled === undefined &&
      JSON.stringify(done.given) === JSON.stringify(given)
    return same ? { entry: number, read: done.read as number } : null
  }
  return null
}

function tableOf(name: LibraryName): string {
  return library(name).table
}

/** The libraries that rows of each may refer to. */
const REFERS: Readonly<Record<LibraryName, readonly LibraryName[]>> = {
  departments: [],
  items: ['departments'],
  targets: ['departments'],
  inspectors: ['departments'],
  experts: ['departments'],
  recusals: ['inspectors', 'targets'],
  plan: ['departments', 'items', 'targets'],
  results: ['departments', 'inspectors', 'targets', 'plan'],
  holidays: [],
}
