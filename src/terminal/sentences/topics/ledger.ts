import type { LedgerReasons } from '../../../core/ledger/reasons.ts'
import type { Unwitnessed } from '../../../core/ledger/witnessed.ts'
import type { SentencesOf, Texts } from './message.ts'

/** What outsiders hold of the ledger: checkpoints, witnesses, time stamps. */
export interface LedgerSentences {
  readonly reasons: SentencesOf<LedgerReasons>
  readonly words: {
    readonly newKey: (path: string) => string
    readonly publicKey: (line: string) => string
    readonly checkpoint: (entries: number) => string
    readonly requestWritten: (path: string, since: number) => string
    readonly cosigned: (witnesses: string, sizes: readonly number[]) => string
    readonly cosignedBefore: string
    readonly asPublished: (path: string, entries: number) => string
    readonly otherThanPublished: Readonly<
      Record<'changed' | 'missing' | 'new', (path: string, from: number, to: number, shown: number) => string>
    >
    /** What two published files say of each other. */
    readonly agreement: {
      readonly agree: (path: string, entries: number) => string
      readonly nothingCommon: (path: string) => string
      readonly contradict: (path: string, from: number, to: number) => string
    }
    readonly queryWritten: (path: string, entries: number) => string
    readonly stamped: (entries: number, at: string) => string
    /** Nobody checked who made it: no authority was named, or there is no `openssl`. */
    readonly stampUnchecked: (unnamed: boolean) => string
    readonly clockCorrected: (at: string) => string
    readonly witnessReady: (log: string, key: string, state: string) => string
    readonly signed: (entries: number, before: number) => string
    readonly refuses: Readonly<Record<'behind' | 'departs', (entries: number, signed: number) => string>>
    readonly evidence: string
    readonly waiting: (draw: string, digest: string) => string
    /** What a policy says of the checkpoint that a folder carries. */
    readonly witnessed: {
      readonly holds: (log: string, entries: number) => string
      readonly by: (name: string, time: string) => string
      readonly cosigned: (witnesses: string) => string
      readonly announced: (witnesses: string) => string
      readonly unannounced: string
      readonly stamp: (time: string, checked: boolean | null) => string
      readonly not: (why: string) => string
      readonly why: {
        readonly [K in Unwitnessed['kind']]: (why: Extract<Unwitnessed, { kind: K }>) => string
      }
    }
  }
  readonly help: Texts<
    | 'checkpoint'
    | 'against'
    | 'agreement'
    | 'origin'
    | 'key'
    | 'to'
    | 'since'
    | 'keyReason'
    | 'cosigned'
    | 'policy'
    | 'stamp'
    | 'query'
    | 'token'
    | 'authority'
    | 'clock'
    | 'witness'
    | 'witnessInit'
    | 'witnessLog'
    | 'witnessKey'
    | 'witnessState'
    | 'witnessSign'
    | 'witnessTo'
  >
}
