import type { RuleKind } from './rule.ts'
import type { RuleName } from './rule-book.ts'
import type { RuleConflict } from './rules.ts'

/** Where the value of a rule that stands was set; null where it is the preset. */
export interface RuleSet {
  readonly entry: number
  readonly actor: string
  /** With the offset of the office's clock. */
  readonly at: string
}

/** A rule as a refusal names it: its value and where that was set, or that it was to be set now. */
export interface RuleNamed {
  readonly rule: RuleName
  readonly value: string
  readonly set: RuleSet | 'wished' | null
}

/** Where a file wishes for a rule: its row, and the headings under which it has name and value. */
export interface WishPlace {
  readonly file: string
  readonly row: number
  readonly headings: { readonly name: string; readonly value: string }
}

/** Why rules, or a task that rules hold for, are refused. */
export interface RuleReasons {
  'unknown-rule': { name: string; nearest: string | null; place: WishPlace | null }
  'invalid-rule-value': {
    standing: RuleNamed
    value: string
    kind: RuleKind
    /** What is wrong with the value, as a sentence, where that can be said closer. */
    issue: string | null
    place: WishPlace | null
  }
  'conflicting-rules': { conflict: RuleConflict; rules: readonly [RuleNamed, RuleNamed] }
}

/** Every rule as a refusal names it. */
export type RuleStandings = Readonly<Record<RuleName, RuleNamed>>
