import type { Gathered } from './findings.ts'
import type { Column } from './headings.ts'
import type { LibraryName } from './library.ts'

/** What an import made of the rows of a file. */
export interface Counts {
  read: number
  new: number
  changed: number
  unchanged: number
  retired: number
}

/** A record that an import changed: the first field that differs. */
export interface Change {
  readonly id: string
  readonly line: number
  readonly field: string
  readonly was: string
  readonly becomes: string
}

/** What became of one file. */
export interface Imported {
  readonly file: string
  readonly library: LibraryName
  readonly outcome: 'written' | 'nothing' | 'dry-run' | 'refused'
  readonly entry: number | null
  readonly digest: string | null
  readonly counts: Counts & { readonly refused: number }
  readonly changes: readonly Change[]
  readonly gathered: Gathered
  readonly extra: readonly Extract<Column, { kind: 'extra' }>[]
  /** Names that became departments because the library was empty. */
  readonly met: readonly string[]
  /** Targets that no department has claimed. */
  readonly unclaimed: number
  readonly rejects: string | null
}
