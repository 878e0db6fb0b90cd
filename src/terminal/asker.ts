/** One of several answers: what is shown, and what it stands for. */
export interface Choice<T> {
  readonly name: string
  readonly value: T
}

/** Finds what goes by a text; once the signal is given nobody waits for it any more. */
export type Search<T> = (term: string, signal?: AbortSignal) => Promise<readonly Choice<T>[]>

/** A line of text that is asked for: what Enter alone means, and what is wrong with an answer. */
export interface TextQuestion {
  readonly message: string
  readonly initial?: string
  /** Covered up once it is answered, so that whoever is asked next answers for themselves. */
  readonly covered?: boolean
  /** Why this is no answer, or null; the person is asked until it is one, and what they typed stays. */
  readonly check?: (text: string) => string | null | Promise<string | null>
}

/** Whoever can be asked something. Every question may be gone back from: `WentBack` is thrown. */
export interface Asker {
  readonly text: (question: TextQuestion) => Promise<string>
  /** One of a few; the one of `initial` is at hand first. */
  readonly choose: <T>(message: string, choices: readonly Choice<T>[], initial?: T) => Promise<T>
  /** One of many, found by typing a part of it. */
  readonly find: <T>(message: string, find: Search<T>) => Promise<T>
  /** Yes or no; Enter alone means no. */
  readonly yes: (message: string) => Promise<boolean>
}
