import { type Reason, UserError } from '../../src/core/refusal.ts'

/** Why this was refused; null where it was done. Any other error is thrown. */
export function refused(work: () => unknown): Reason | null {
  try {
    work()
  } catch (error) {
    if (error instanceof UserError) return error.reason
    throw error
  }
  return null
}
