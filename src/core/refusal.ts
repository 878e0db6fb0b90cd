/** Why the program declined: `code` is the interface for scripts, `details` what its sentence is made of. */
export interface Reason {
  readonly code: string
  readonly details: unknown
  /** The details with names beside codes, for what people read; whoever has a registry at hand adds them. */
  readonly named?: unknown
}

/** The only class of the program: carries one {@link Reason} up to `main`, which prints its sentence and ends with 2. */
export class UserError extends Error {
  readonly reason: Reason

  constructor(reason: Reason) {
    super(reason.code)
    this.name = 'UserError'
    this.reason = reason
  }
}

/**
 * The refusals of one room: `const refuse = refusal<FreezeReasons>()`, then `throw refuse(code, details)` with codes and
 * details checked by the compiler. Each room declares its own reasons; the terminal has a sentence for each of them.
 */
export function refusal<R>() {
  return <K extends keyof R & string>(code: K, details: R[K]): UserError => new UserError({ code, details })
}
