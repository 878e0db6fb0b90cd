import type { MergeReasons } from '../../../core/visits/reasons.ts'
import type { SentencesOf, Texts } from './message.ts'

/** Merging the visits of several draws. */
export interface MergeSentences {
  readonly reasons: SentencesOf<MergeReasons>
  readonly words: {
    readonly proposed: (count: number) => string
    readonly visit: (target: string, host: string, guest: string) => string
    readonly department: (department: string, people: string, items: string, shared: boolean) => string
    readonly lacks: (department: string, tag: string, host: string) => string
    readonly how: string
    readonly already: (count: number) => string
    readonly one: (target: string, host: string, guest: string) => string
    readonly done: (count: number) => string
    readonly heading: string
  }
  readonly help: Texts<'merge' | 'target'>
}
