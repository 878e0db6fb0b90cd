/** What was asked of a folder beside its draw, as it is answered: whether it holds, for scripts, and for people. */
export interface Answer {
  readonly holds: boolean
  readonly data: unknown
  readonly lines: readonly string[]
}
