import type { Texts } from './message.ts'

/** The ledger. */
export interface LogSentences {
  readonly words: {
    readonly entry: (number: number, digest: string) => string
    readonly columns: Texts<'entry' | 'at' | 'actor' | 'action' | 'rows' | 'digest'>
    readonly holds: (entries: number) => string
    readonly broken: (entry: number, what: string) => string
    readonly problems: {
      readonly chain: string
      readonly digest: string
      readonly rows: (table: string) => string
      readonly seal: string
      readonly orphan: (table: string) => string
    }
  }
  readonly help: Texts<'log' | 'verify'>
}
