import type { CalendarReasons } from '../../../core/calendar/reasons.ts'
import type { CellTypeName, LibraryName } from '../../../core/registry/libraries/field.ts'
import type { RegistryReasons } from '../../../core/registry/reasons.ts'
import type { IssueSentences, SentencesOf, Texts } from './message.ts'

/** What a template tells whoever fills it in. */
export interface CellHints {
  /** What to write in a cell of each type. */
  readonly of: Readonly<Record<CellTypeName, string>>
  /** The same of one that is chosen from a few words. */
  readonly ofChoice: (words: readonly string[]) => string
  /** Stands before that of a cell which cannot stay empty. */
  readonly needed: string
}

/** Libraries and their records; what can be wrong with a record. */
export interface RegistrySentences {
  readonly reasons: SentencesOf<RegistryReasons & CalendarReasons>
  readonly issues: IssueSentences
  readonly words: {
    readonly libraries: Readonly<Record<LibraryName, string>>
    readonly ask: (heading: string) => string
    readonly templateWritten: (path: string) => string
    readonly added: (library: LibraryName, id: string) => string
    readonly retired: (library: LibraryName, id: string) => string
    readonly extraField: (heading: string, nearest: string | null) => string
    readonly listCount: (count: number) => string
    readonly versionSpan: (since: number, until: number | null) => string
    readonly someTarget: string
    readonly hints: CellHints
  }
  readonly help: Texts<
    | 'template'
    | 'templateTo'
    | 'headings'
    | 'add'
    | 'set'
    | 'retire'
    | 'list'
    | 'where'
    | 'search'
    | 'columns'
    | 'sort'
    | 'limit'
    | 'format'
    | 'at'
    | 'show'
    | 'history'
    | 'recusalsWhere'
  >
}
