import type { IssueCode, NoteCode } from '../../../core/registry/cells/issue.ts'
import type { LargeChange } from '../../../core/registry/large-change.ts'
import type { LibraryName } from '../../../core/registry/libraries/field.ts'
import type { SkipReason } from '../../../core/registry/skipped-row.ts'
import type { Texts } from './message.ts'

/** The report on a file that was imported. */
export interface ImportSentences {
  readonly words: {
    readonly imported: (file: string, library: LibraryName) => string
    readonly nothingWritten: (file: string, count: number) => string
    readonly notRead: (file: string) => string
    readonly counts: (c: {
      read: number
      new: number
      changed: number
      unchanged: number
      retired: number
      refused: number
    }) => string
    readonly aside: (label: string, count: number, rows: string) => string
    readonly asides: Readonly<Record<SkipReason, string>>
    readonly extraColumn: (heading: string, nearest: string | null) => string
    readonly normalised: (count: number) => string
    readonly replaced: (place: string, was: string, now: string) => string
    /** A record, and another that may be the same one. */
    /** Whom a doubt is about, each with their name. */
    readonly ofPeople: (place: string, value: string, people: string) => string
    readonly besides: (place: string, value: string, other: string) => string
    readonly example: (place: string, value: string, read: string) => string
    readonly notes: Readonly<Record<NoteCode, string>>
    readonly place: (row: number, column: string | null, heading: string | null) => string
    readonly inSheet: (sheet: string, place: string) => string
    readonly sheetsRead: (names: string) => string
    readonly sheetsUnread: (names: string) => string
    readonly sheetsOther: (names: string) => string
    readonly hiddenColumns: (sheet: string, columns: string) => string
    readonly quoted: (text: string) => string
    readonly more: (count: number) => string
    readonly byKind: (kinds: string) => string
    readonly issueKinds: Readonly<Record<IssueCode, string>>
    readonly settled: (count: number) => string
    readonly mapUnused: (headings: string) => string
    readonly met: (names: string) => string
    readonly noDepartment: (count: number) => string
    readonly changed: (id: string, line: number | string, fields: string) => string
    readonly changedTo: (field: string, was: string, becomes: string) => string
    readonly moreChanges: (count: number) => string
    readonly shrinkage: (one: LargeChange) => string
    readonly largeChange: (file: string) => string
    readonly savedMap: (name: string) => string
    readonly rejectsKept: (path: string) => string
    /** After more issues than are told: where they all are. */
    readonly rejectsAside: string
    readonly nothingChanged: string
    readonly sameFile: (entry: number) => string
    readonly dryRun: string
  }
  readonly help: Texts<
    | 'import'
    | 'encoding'
    | 'delimiter'
    | 'sheet'
    | 'headerRow'
    | 'department'
    | 'map'
    | 'saveMap'
    | 'onConflict'
    | 'replace'
    | 'yes'
    | 'dryRun'
    | 'asRegistered'
    | 'skipBad'
    | 'rejects'
  >
}
