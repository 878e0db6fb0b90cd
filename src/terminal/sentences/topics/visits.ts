import type { Frequent, FrequentTarget } from '../../../core/visits/frequency.ts'
import type { VisitReasons } from '../../../core/visits/reasons.ts'
import type { SentencesOf, Texts } from './message.ts'

/** Visits outside any draw. */
export interface VisitSentences {
  readonly reasons: SentencesOf<VisitReasons>
  readonly words: {
    readonly columns: Texts<'visit' | 'day' | 'target' | 'department' | 'cause' | 'reference' | 'state'>
    readonly state: Texts<'counted' | 'exempt' | 'struck'>
    readonly added: (visit: string, target: string, department: string, day: string, cause: string) => string
    readonly exempt: (cause: string) => string
    readonly imported: (count: number, wrong: number) => string
    readonly struck: (visit: string) => string
    /** What is no longer counted and shown with a visit that was struck. */
    readonly struckResults: (count: number, published: number) => string
    readonly calendar: string
    /** Above targets that have had as many visits lately as a rule allows. */
    readonly frequent: (count: number) => string
    readonly full: (found: FrequentTarget) => string
    /** Above what other departments found at targets of a draw. */
    readonly elsewhere: (count: number, draw: string) => string
    readonly elsewhereAt: (target: string, found: string) => string
    /** After a visit: what other departments found there. */
    readonly elsewhereHere: (found: string) => string
    /** After a visit that was one too many. */
    readonly tooFrequent: (found: Frequent) => string
    /** After a visit to what the firm answers for. */
    readonly answeredFor: (target: string) => string
    readonly results: string
    readonly noVisits: string
    readonly drawn: (
      draw: string,
      from: string,
      to: string,
      departments: string,
      name: string,
      mark: string | null,
    ) => string
    readonly single: (
      day: string,
      visit: string,
      department: string,
      cause: string,
      reference: string,
      struck: boolean,
    ) => string
  }
  readonly help: Texts<
    | 'visit'
    | 'add'
    | 'import'
    | 'list'
    | 'strike'
    | 'target'
    | 'department'
    | 'date'
    | 'cause'
    | 'reference'
    | 'remark'
    | 'year'
  >
}
