import type { Ending } from '../draw/draw-state.ts'
import type { DrawNumber } from '../ids.ts'
import { refusal } from '../refusal.ts'
import type { FreezeReasons } from './reasons.ts'

const refuse = refusal<FreezeReasons>()

/** An attempt at a task: `run` and `void` say whether it was drawn, and whether it was marked void. */
export interface Attempt {
  readonly number: DrawNumber
  readonly attempt: number
  readonly run: object | null
  readonly void: object | null
  /** How it ended without a result; null where it did not. */
  readonly ended: { readonly how: Ending } | null
}

export type NextAttempt<A extends Attempt> =
  /** It stands frozen and waits for its seed. */
  | { readonly kind: 'waiting'; readonly standing: A }
  /** A new one, the `attempt`th, after `last`; the one that stands becomes void. */
  | {
      readonly kind: 'new'
      readonly attempt: number
      readonly last: A | null
      readonly standing: A | null
    }

/**
 * Which attempt at a task is next. What was drawn is drawn once, and a commitment has one seed: a further attempt must be
 * asked for with `again`, after one that lapsed too.
 */
export function nextAttempt<A extends Attempt>(
  task: string,
  attempts: readonly A[],
  again: boolean,
): NextAttempt<A> {
  const standing = attempts.find(attempt => attempt.void === null && attempt.ended === null) ?? null
  const last = attempts.at(-1) ?? null
  if (standing === null && last !== null && last.void === null && last.ended !== null && !again)
    throw refuse('attempt-ended', { task, draw: last.number, attempt: last.attempt, how: last.ended.how })
  const done = standing?.run === null ? null : (standing ?? last)
  if (done !== null && !again)
    throw refuse('task-already-drawn', { task, draw: done.number, attempt: done.attempt })
  if (standing !== null && !again) return { kind: 'waiting', standing }
  return { kind: 'new', attempt: attempts.length + 1, last, standing }
}
