import type { CertificateReasons } from '../../../core/publication/reasons.ts'
import type { SentencesOf, Texts } from './message.ts'

/** A table of a year's sheet below its draws. */
export interface YearTable {
  /** Of its CSV, without an ending. */
  readonly file: string
  readonly heading: string
  readonly headings: readonly string[]
}

/** Certificates: giving them and checking them. */
export interface CertificateSentences {
  readonly reasons: SentencesOf<CertificateReasons>
  readonly words: {
    readonly written: (path: string) => string
    readonly unpublished: (draw: string) => string
    readonly holds: (path: string) => string
    readonly soFar: (path: string) => string
    readonly soFarHint: string
    readonly resultsHint: (path: string) => string
    readonly showsNothing: (path: string, text: string) => string
    readonly showsNothingHint: string
    readonly fails: (path: string) => string
    readonly folderFails: (path: string) => string
    readonly proven: string
    readonly open: string
    readonly yearFile: string
    readonly yearTitle: (target: string, year: string) => string
    readonly yearWord: (officers: boolean) => string
    /** Where cases or what became of problems stand on the sheet: that no certificate is of them. */
    readonly yearBesideWord: string
    readonly yearSum: (draws: number, drawn: number, sealed: readonly string[]) => string
    readonly yearColumns: readonly string[]
    /** What stands below the draws: cases whose results are public, and what became of public problems. */
    readonly yearCases: YearTable
    readonly yearFollowUps: YearTable
    /** Of so many cases nothing is told. */
    readonly yearUntold: (cases: number) => string
  }
  readonly help: Texts<'certify' | 'to' | 'year' | 'officers'>
}
