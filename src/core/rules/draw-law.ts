import type { RuleValues } from './rule-book.ts'

/** What a draw was frozen under: the rules, and the version of each item. Null and none for draws of before there were any. */
export interface DrawLaw {
  readonly rules: RuleValues | null
  readonly items: readonly { readonly code: string; readonly name: string; readonly since: number }[]
}
