import type { Deviation } from '../../../core/results/deviations.ts'
import type { ResultReasons } from '../../../core/results/reasons.ts'
import type { ResultState } from '../../../core/results/result-state.ts'
import type { Verb } from '../../../core/results/take-step.ts'
import type { SentencesOf, Texts } from './message.ts'
import type { RiskSentences } from './risk.ts'

/** Results after a draw: sheets, states, what is open. */
export interface ResultSentences {
  readonly reasons: SentencesOf<ResultReasons> & RiskSentences['reasons']
  readonly words: {
    readonly risk: RiskSentences['words']
    readonly columns: Texts<
      | (
          | 'result'
          | 'target'
          | 'department'
          | 'item'
          | 'inspected'
          | 'outcome'
          | 'state'
          | 'published'
          | 'settled'
          | 'deadline'
        )
      | ('deviation' | 'because')
    >
    /** What was published since a day before its review. */
    readonly beforeReview: (count: number, example: string) => string
    readonly deviations: Readonly<Record<Deviation, string>>
    readonly states: Readonly<Record<ResultState, string>>
    readonly sheets: (folder: string) => string
    readonly taken: (verb: Verb, count: number, day: string) => string
    /** What was passed over, by its state; nothing where nothing was. */
    readonly passed: (states: readonly (readonly [ResultState, number])[]) => readonly string[]
    /** The words of an outcome, by its code. */
    readonly outcome: (code: string) => string
    readonly standing: (state: ResultState, published: string) => string
    /** A problem that is open, with its deadline where it has one. */
    readonly openSince: (deadline: string) => string
    /** Above results beside a certificate. */
    readonly beside: string
    readonly basis: (basis: string, content: string) => string
    readonly takenDown: (count: number) => string
    readonly corrected: (result: string, day: string) => string
  }
  readonly help: Texts<
    | ('results' | 'sheet' | 'list' | 'review' | 'return' | 'publish' | 'correct' | 'takeDown')
    | (
        | 'to'
        | 'format'
        | 'department'
        | 'cases'
        | 'oneFile'
        | 'state'
        | 'open'
        | 'deviating'
        | 'file'
        | 'approver'
        | 'date'
        | 'reviewDate'
        | 'despite'
        | 'propose'
        | 'proposeRisk'
        | 'proposeTo'
      )
  >
}
