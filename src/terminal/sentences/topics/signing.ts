import type { SignedWords } from '../../../core/publication/words/signed-words.ts'
import type { Algorithm } from '../../../core/signing/algorithm.ts'
import type { SigningReasons } from '../../../core/signing/reasons.ts'
import type { SentencesOf, Texts } from './message.ts'

/** Keys that sign what is published of draws, and their signatures. */
export interface SigningSentences {
  readonly reasons: SentencesOf<SigningReasons>
  readonly words: {
    readonly columns: Texts<'id' | 'algorithm' | 'name' | 'registered' | 'state'>
    readonly none: string
    readonly made: (id: string, algorithm: Algorithm, file: string, beside: string) => string
    readonly registered: (id: string, name: string) => string
    readonly exchanged: (id: string) => string
    readonly lost: (id: string) => string
    readonly stands: string
    readonly ended: Texts<'exchanged' | 'lost'>
    readonly entryAt: (entry: number, at: string) => string
    readonly asks: (least: number) => string
    readonly listed: (path: string, keys: number) => string
    readonly signed: (draw: string | null, path: string, signatures: number) => string
    /** A statement that a device must still sign, and how. */
    readonly open: (file: string) => string
    readonly stillAsked: (asked: number, there: number) => string
    /** Papers of no draw agree with their sums; and that this shows nothing of whose they are. */
    readonly papersAgree: (path: string, files: number) => string
    readonly papersUnproven: string
    readonly verdict: SignedWords
  }
  readonly help: Texts<
    | 'key'
    | 'new'
    | 'algorithm'
    | 'add'
    | 'name'
    | 'instead'
    | 'lost'
    | 'list'
    | 'listTo'
    | 'sign'
    | 'signKey'
    | 'signatures'
    | 'exportSign'
    | 'signer'
    | 'least'
  >
}
