import type { RiskIssues } from '../../../core/registry/cells/risk-issues.ts'
import type { Decision } from '../../../core/risk/proposal-sheet.ts'
import type { RiskReasons } from '../../../core/risk/reasons.ts'
import type { IssueSentences, SentencesOf, Texts } from './message.ts'

/** Proposals of other classes of risk. */
export interface RiskSentences {
  readonly reasons: SentencesOf<RiskReasons>
  readonly issues: Pick<IssueSentences, keyof RiskIssues>
  readonly issueKinds: Readonly<Record<keyof RiskIssues, string>>
  readonly words: {
    readonly columns: Texts<'target' | 'name' | 'from' | 'to' | 'rule' | 'evidence'>
    /** By which rule: down after so many visits, or up for what was found, each ground with its classes. */
    readonly down: (visits: number) => string
    readonly up: (grounds: readonly (readonly [ground: string, steps: number])[], added: boolean) => string
    readonly proposed: (count: number, ofOthers: number) => string
    /** Of how many targets nothing is proposed although results ask for it; nothing where there are none. */
    readonly without: (
      counts: Readonly<Record<'unclassed' | 'unknown-class' | 'at-end' | 'gone', number>>,
    ) => string[]
    readonly written: (file: string, decisions: readonly Decision[]) => string
    readonly toDecide: string
  }
}
