import type { DifferenceWords } from '../../../core/exchange/difference-rows.ts'
import type { ListVerdict } from '../../../core/exchange/list-verdict.ts'
import type { OutProblem } from '../../../core/exchange/outgoing.ts'
import type { ExchangeReasons } from '../../../core/exchange/reasons.ts'
import type { SentencesOf, Texts } from './message.ts'

/** What a count of compared rows tells. */
export interface ComparedCounts {
  readonly ours: number
  readonly theirs: number
  readonly same: number
  readonly 'only-ours': number
  readonly 'only-theirs': number
  readonly different: number
  readonly repeated: number
}

/** Exchange with other systems. */
export interface ExchangeSentences {
  readonly reasons: SentencesOf<ExchangeReasons>
  readonly words: DifferenceWords & {
    readonly columns: Texts<'layout' | 'system' | 'of' | 'columns' | 'tables'>
    readonly subject: (of: string) => string
    /** The heading of the reason in a file of refused rows. */
    readonly reason: string
    readonly sent: (file: string, rows: number, system: string) => string
    readonly refused: (rows: number, faults: number) => string
    readonly ofRecord: (id: string) => string
    readonly problems: {
      readonly [K in OutProblem['kind']]: (problem: Extract<OutProblem, { kind: K }>) => string
    }
    readonly compared: (counts: ComparedCounts, system: string) => readonly string[]
    readonly reportWritten: (file: string) => string
    readonly reportTitle: (system: string) => string
    readonly reportHeadings: readonly string[]
    /** A row of the report on one line. */
    readonly differenceLine: (row: readonly string[]) => string
    readonly layoutHolds: (path: string, columns: number, system: string) => string
    readonly source: (source: string, day: string) => string
    readonly emptyTable: (table: string, path: string) => string
    readonly filledTable: (table: string, count: number, path: string) => string
    /** What the line of the plan is to have for a list of another level. */
    readonly listTaken: (condition: string, commitment: string | null) => string
    /** Whether a draw took the list that it was given. */
    readonly listChecked: (list: string, verdict: ListVerdict) => string
    /** Codes of visits were taken in, or would be. */
    readonly codesTaken: (
      file: string,
      counts: { readonly new: number; readonly changed: number; readonly same: number },
      of: { readonly visits: number; readonly without: number; readonly dryRun: boolean },
    ) => string
    readonly codeChanged: (visit: string, before: string, code: string) => string
    readonly codesRefused: (file: string, faults: number) => string
    readonly codesSkipped: (faults: number) => string
    readonly copied: (layout: string, folder: string) => string
  }
  readonly help: Texts<
    | ('exchange' | 'list' | 'check' | 'copy' | 'out' | 'in' | 'diff' | 'take')
    | (
        | 'codes'
        | 'to'
        | 'copyTo'
        | 'reportTo'
        | 'batch'
        | 'task'
        | 'folder'
        | 'rejects'
        | 'where'
        | 'department'
        | 'state'
      )
  >
}
