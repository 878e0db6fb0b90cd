import type { IssueDetails } from '../../../core/registry/cells/issue.ts'

/** A sentence, and a hint on a line of its own. */
export type Message = readonly [string, string?]

/** A sentence for each of these reasons. */
export type SentencesOf<R> = { readonly [K in keyof R]: (details: R[K]) => Message }

export type IssueSentences = {
  readonly [K in keyof IssueDetails]: (details: IssueDetails[K], value: string) => string
}

/** Texts that take no details. */
export type Texts<K extends string> = Readonly<Record<K, string>>
