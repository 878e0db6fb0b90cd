import type { EntryNumber } from '../ids.ts'
import type { Reason } from '../refusal.ts'
import type { FieldDifference } from './cells/issue.ts'
import type { ImportReport } from './import-report.ts'
import type { LargeChange } from './large-change.ts'
import type { LibraryName } from './libraries/field.ts'

/** What an import made of the rows of a file. */
export interface Counts {
  read: number
  new: number
  changed: number
  unchanged: number
  retired: number
}

/** A record that an import changed, field by field. `id` is the one it had. */
export interface Change {
  readonly id: string
  readonly line: number
  readonly fields: readonly FieldDifference[]
}

/** What became of one file. */
export interface Imported {
  readonly file: string
  readonly library: LibraryName
  /** `shrinks`: nothing was written, a large change must be agreed to first. */
  readonly outcome: 'written' | 'nothing' | 'dry-run' | 'refused' | 'shrinks'
  readonly entry: EntryNumber | null
  readonly digest: string | null
  readonly counts: Counts & { readonly refused: number }
  /** The first of the records that changed. */
  readonly changes: readonly Change[]
  /** Parts of the registry that `--replace` makes much smaller. */
  readonly shrinkages: readonly LargeChange[]
  readonly report: ImportReport
  readonly extra: readonly { readonly heading: string; readonly nearest: string | null }[]
  /** Names that became departments because the library was empty. */
  readonly met: readonly string[]
  /** Targets of the file that no department has claimed. */
  readonly unclaimed: number
  readonly rejects: string | null
  /** The name under which the file's `--map` is kept, where it is new. */
  readonly savedMap: string | null
  /** Headings of `--map` that the file does not have. */
  readonly mapUnused: readonly string[]
  /** The entry that imported the same file before; then its rows were not read again. */
  readonly sameAs: number | null
}

/** One of several files that could not be read or was not to be imported. */
export interface NotImported {
  readonly file: string
  readonly outcome: 'failed'
  readonly reason: Reason
}
