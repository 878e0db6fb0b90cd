import type { Ending } from '../../../core/draw/draw-state.ts'
import type { Attribute } from '../../../core/report/fairness.ts'
import type { FigureWords } from '../../../core/report/figure-words.ts'
import type { ReportReasons } from '../../../core/report/reasons.ts'
import type { SentencesOf, Texts } from './message.ts'

/** A year in figures. */
export interface ReportSentences {
  readonly reasons: SentencesOf<ReportReasons>
  readonly words: {
    readonly fairness: (year: string, frozen: number, drawn: number) => string
    readonly voided: (count: number) => string
    readonly voidedOne: (
      draw: string,
      task: string,
      attempt: number,
      reason: string,
      approver: string,
    ) => string
    readonly endedOne: (draw: string, task: string, attempt: number, how: Ending) => string
    readonly substituted: (count: number) => string
    readonly substitutedOne: (
      draw: string,
      out: string,
      into: string,
      reason: string,
      approver: string,
    ) => string
    readonly pairs: (met: number, possible: number) => string
    readonly pair: (a: string, b: string, times: number) => string
    readonly further: (count: number) => string
    readonly department: string
    readonly station: string
    readonly people: string
    readonly visits: string
    readonly mean: string
    readonly range: string
    readonly attributes: Readonly<Record<Attribute, string>>
    readonly attribute: (name: string, verdict: string) => string
    readonly tested: (statistic: string, freedom: number, p: string) => string
    readonly untested: string
    readonly cell: string
    readonly drawn: string
    readonly expected: string
    readonly none: string
    readonly method: string
    readonly coverage: (year: string, targets: number, visited: number, visits: number) => string
    readonly joint: (visits: number, share: string) => string
    readonly visitedClosed: (visits: number) => string
    readonly casesBeside: (visits: number, targets: number) => string
    readonly drew: string
    readonly went: string
    readonly cases: string
    readonly reachedItself: string
    readonly closed: string
    readonly byTimes: string
    readonly times: (times: number, targets: number) => string
    readonly byDepartment: string
    readonly byClass: string
    readonly byStation: string
    readonly group: string
    readonly registered: string
    readonly reached: string
    readonly share: string
    readonly workload: (year: string, people: number, visits: number) => string
    readonly inspector: string
    readonly limit: string
    readonly left: string
    readonly figures: FigureWords
    readonly reckoning: string
    readonly written: (file: string) => string
  }
  readonly help: Texts<'report' | 'year' | 'draw' | 'targets' | 'to'>
}
