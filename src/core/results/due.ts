import type { Day } from '../dates.ts'
import type { DrawNumber, InspectorId } from '../ids.ts'
import type { Result } from './result.ts'
import type { ResultKey } from './result-key.ts'

/** A result that a draw asks for: an item that a department checks at a target that stands, after substitutions and merges. */
export interface Due extends ResultKey {
  readonly occasion: DrawNumber
  /** Whose people go; of a common visit the host's where it brings the department. */
  readonly team: readonly InspectorId[]
  /** The draw that the visit is made together with, or null. */
  readonly host: DrawNumber | null
  readonly targetName: string
  /** The period of the draw. */
  readonly from: Day
  readonly to: Day
}

/** A due result beside what came of it, or a result that is due no more. */
export type DueResult =
  | { readonly kind: 'due'; readonly due: Due; readonly result: Result | null }
  /** The target fell out, the seat is gone, or the draw is void: what was found there still counts as a visit. */
  | { readonly kind: 'stray'; readonly result: Result }

/** Sets the results of a draw beside what it asks for, in the order of what is due; strays come last, by id. */
export function* besideDue(due: Iterable<Due>, results: Iterable<Result>): Generator<DueResult> {
  const found = new Map<string, Result>()
  for (const result of results) found.set(placeOf(result), result)
  const seen = new Set<Result>()
  for (const one of due) {
    // A row of version 0.1.0 is of all items of its department.
    const result = found.get(placeOf(one)) ?? found.get(placeOf({ ...one, item: '' })) ?? null
    if (result !== null) seen.add(result)
    yield { kind: 'due', due: one, result }
  }
  for (const result of found.values()) if (!seen.has(result)) yield { kind: 'stray', result }
}

function placeOf({ target, department, item }: ResultKey): string {
  return JSON.stringify([target, department, item])
}
