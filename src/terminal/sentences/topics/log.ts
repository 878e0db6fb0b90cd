import type { Texts } from './message.ts'

/** The ledger. */
export interface LogSentences {
  readonly words: {
    readonly entry: (number: number, digest: string) => string
    /** What an entry did by its action, and to what; nothing, where nothing is named. */
    readonly done: (action: string, what: string) => string
    /** What the rows of a table are, and how many were written and ended. */
    readonly rows: (table: string, written: number, ended: number) => string
    readonly columns: Texts<'entry' | 'actor' | 'action' | 'rows' | 'digest'> & {
      /** By a clock that is so far from UTC. */
      readonly at: (offset: string) => string
    }
    readonly holds: (entries: number) => string
    readonly broken: (entry: number, what: string) => string
    /** The rows hold, but the database is not built as ssj builds it. */
    readonly misbuilt: (what: string) => string
    readonly problems: {
      readonly chain: string
      readonly digest: string
      readonly rows: (table: string) => string
      readonly seal: string
      readonly time: string
      readonly orphan: (table: string) => string
      readonly schema: Readonly<Record<'missing' | 'changed' | 'strange', (object: string) => string>>
      readonly integrity: (message: string) => string
    }
  }
  readonly help: Texts<'log' | 'verify'>
}
