import type { Duty } from './deadlines.ts'
import type { OutcomeKind } from './outcome-kinds.ts'

/** The words of reports that are handed in, in one language: what a table is headed with, and how a figure is reckoned. */
export interface FigureWords {
  readonly office: string
  readonly none: string
  readonly all: string
  readonly duties: Readonly<Record<Duty, string>>
  readonly kinds: Readonly<Record<OutcomeKind, string>>
  readonly columns: Readonly<Record<FigureColumn, string>>
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
