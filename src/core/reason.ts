/** What is wrong with the user's wish as a whole: one Reason ends the run with exit code 2. */
export interface Reasons {
  /** A programming or system failure that has no sentence of its own. */
  'internal': { message: string }
}

export type ReasonCode = keyof Reasons
export type Reason = { [K in ReasonCode]: { readonly code: K; readonly details: Reasons[K] } }[ReasonCode]

/** The only class of the program: carries a {@link Reason} up to `main`, which prints its sentence. */
export class UserError<K extends ReasonCode = ReasonCode> extends Error {
  readonly reason: Reason

  constructor(code: K, details: Reasons[K]) {
    super(code)
    this.name = 'UserError'
    this.reason = { code, details } as unknown as Reason
  }
}
