import type { TaskKind } from '../registry/task.ts'

/** What a value of a rule may be. */
export type RuleKind =
  | { readonly kind: 'limit'; readonly least: number; readonly most: number }
  | {
      readonly kind: 'count'
      readonly least: number
      readonly most: number
      /** What may stand for the value of another rule. */
      readonly word?: string
    }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'words'; readonly choices: readonly string[] | null }
  | { readonly kind: 'condition' }
  | { readonly kind: 'window' }
  | { readonly kind: 'sources' }
  | { readonly kind: 'month-day' }
  | { readonly kind: 'offset' }
  /** Operators, each with the departments that it belongs to. */
  | { readonly kind: 'writers' }
  /** A whole number from 1 to 100, or to `most`, for each of some of these names; with a `sum` they come to it. */
  | {
      readonly kind: 'figures'
      readonly names: readonly string[]
      readonly sum: number | null
      readonly most?: number
    }
  /** Classes of risk, each once, in the order in which they are written. */
  | { readonly kind: 'classes'; readonly least: number; readonly most: number }

/** A rule that an office sets: its name, its titles, what it may be, what it is until somebody sets it, and why. */
export interface Rule {
  readonly name: string
  readonly zh: string
  readonly en: string
  readonly kind: RuleKind
  readonly preset: string
  /** Where the preset comes from: a law, a paper, or the lack of one. */
  readonly source: string
}

const KINDS = ['定向', '不定向', '专项'] as const satisfies readonly TaskKind[]
/** Some of the kinds of task. */
export const taskKinds: RuleKind = { kind: 'words', choices: KINDS }

/** One of these words, which the compiler knows. */
export const either = <const C extends readonly string[]>(...choices: C) =>
  ({ kind: 'choice', choices }) as const
