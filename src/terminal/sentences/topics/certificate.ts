import type { CertificateReasons } from '../../../core/publication/reasons.ts'
import type { SentencesOf, Texts } from './message.ts'

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
    readonly yearSum: (draws: number, drawn: number, sealed: readonly string[]) => string
    readonly yearColumns: readonly string[]
  }
  readonly help: Texts<'certify' | 'to' | 'year' | 'officers'>
}
