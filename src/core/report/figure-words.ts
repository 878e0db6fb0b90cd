import type { Indicator } from './assessment.ts'
import type { Duty } from './deadlines.ts'
import type { YearCount } from './inspection-year.ts'
import type { OutcomeKind } from './outcome-kinds.ts'
import type { PictureWords } from './picture-words.ts'
import type { Count, Grouping } from './result-figures.ts'
import type { TieOf } from './ties.ts'

/** The words of reports that are handed in, in one language: what a table is headed with, and how a figure is reckoned. */
export interface FigureWords {
  readonly office: string
  readonly none: string
  readonly all: string
  readonly duties: Readonly<Record<Duty, string>>
  readonly kinds: Readonly<Record<OutcomeKind, string>>
  readonly columns: Readonly<Record<FigureColumn, string>>
  readonly groupings: Readonly<Record<Grouping, string>>
  readonly counts: Readonly<Record<Count, string>>
  readonly shares: Readonly<Record<'inspected' | 'published' | 'inTime' | 'problems' | 'settled', string>>
  readonly group: string
  readonly formulas: string
  readonly ties: {
    readonly heading: string
    /** What adds up, and what does not. */
    readonly told: Readonly<Record<TieOf, (here: number, there: number) => string>>
    readonly holding: (told: readonly string[]) => string
    readonly broken: (told: string) => string
    readonly ledger: (entry: number, digest: string, written: number, ended: number) => string
  }
  readonly results: {
    readonly title: (year: string) => string
    readonly subtitle: (today: string) => string
    readonly all: string
    readonly by: (grouping: string) => string
    readonly formulas: readonly string[]
    readonly beside: (strays: number, unreckoned: number) => string
    readonly joint: (joint: number, visits: number, share: string) => string
    readonly offSite: (offSite: number, inspected: number, share: string) => string
    readonly substitutions: (count: number) => string
    readonly years: string
    readonly before: (year: string) => string
    readonly picture: string
  }
  readonly pictures: PictureWords & {
    readonly coverage: {
      readonly title: (year: string) => string
      readonly reached: (of: string) => string
      readonly times: string
      readonly timesOf: (times: number) => string
    }
    readonly workload: {
      readonly title: (year: string) => string
      readonly visits: string
      readonly marked: string
      /** Who has made no visit, counted by name of the department. */
      readonly without: (counts: ReadonlyMap<string, number>) => string
    }
    readonly fairness: {
      readonly title: (year: string) => string
      readonly drawn: (of: string) => string
      readonly band: string
      readonly banded: string
      readonly visits: string
      readonly people: readonly string[]
      readonly pairs: string
      readonly pair: string
      readonly times: string
    }
  }
  readonly yearCounts: Readonly<Record<YearCount, string>>
  readonly year: {
    readonly title: (year: string) => string
    readonly formulas: readonly string[]
    readonly picture: string
  }
  readonly assessment: {
    readonly title: (year: string) => string
    readonly score: string
    readonly weights: (text: string) => string
    /** What each is called; the rules name them by their Chinese words. */
    readonly indicators: Readonly<Record<Indicator, string>>
    readonly formulas: (names: Readonly<Record<Indicator, string>>) => readonly string[]
    readonly picture: string
    readonly rank: string
  }
  readonly deadlines: {
    readonly title: string
    readonly subtitle: (today: string) => string
    readonly sums: string
    readonly rows: (shown: number, all: number) => string
    readonly nothing: string
    readonly unknownYear: (years: readonly string[]) => string
    readonly sources: (year: string, sources: readonly string[]) => string
    readonly unknown: (year: string) => string
    readonly overdue: string
    readonly picture: string
  }
}

export type FigureColumn =
  | 'department'
  | 'duty'
  | 'owed'
  | 'overdue'
  | 'firstDue'
  | 'due'
  | 'since'
  | 'occasion'
  | 'target'
  | 'name'
  | 'item'
