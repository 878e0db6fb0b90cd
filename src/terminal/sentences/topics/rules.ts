import type { RuleReasons, RuleSet } from '../../../core/rules/reasons.ts'
import type { RuleKind } from '../../../core/rules/rule.ts'
import type { SentencesOf, Texts } from './message.ts'

/** Local rules. */
export interface RuleSentences {
  readonly reasons: SentencesOf<RuleReasons>
  readonly words: {
    readonly columns: Texts<'rule' | 'title' | 'value' | 'set'>
    readonly preset: string
    readonly none: string
    readonly entry: (entry: number) => string
    readonly wanted: (kind: RuleKind) => string
    readonly line: {
      readonly value: (value: string) => string
      readonly range: (text: string) => string
      readonly preset: (value: string) => string
      readonly source: (text: string) => string
    }
    readonly setting: (value: string, setting: RuleSet, reason: string, until: number | null) => string
    readonly changed: (rule: string, was: string, becomes: string) => string
    readonly same: string
  }
  readonly help: Texts<'rules' | 'list' | 'show' | 'set' | 'import'>
}
