import type { CalendarReasons } from '../../../core/calendar/reasons.ts'
import type { LibraryName } from '../../../core/registry/libraries/field.ts'
import type { RegistryReasons } from '../../../core/registry/reasons.ts'
import type { IssueSentences, SentencesOf, Texts } from './message.ts'

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
