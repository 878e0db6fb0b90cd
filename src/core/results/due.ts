import type { Day } from '../dates.ts'
import type { DrawNumber, InspectorId, TargetId } from '../ids.ts'
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

/** What came of a draw, as it can be asked for: memory need not hold it. */
export interface CameOf {
  /** The results at one target. */
  readonly at: (target: TargetId) => Iterable<Result>
  /** All of them, by id. */
  readonly all: () => Iterable<Result>
  /** How many they are. */
  readonly count: number
}

/**
 * Sets the results of a draw beside what it asks for, which comes target by target, in its order; strays come last, by
 * id. All results are asked for only where some are due no more.
 */
export function* besideDue(due: Iterable<Due>, came: CameOf): Generator<DueResult> {
  const targets = new Set<TargetId>()
  /** Ids of results at targets that stand, by a department or of an item that is due there no more. */
  const strays = new Set<string>()
  let told = 0
  let found = new Map<string, Result>()
  let unmet = new Set<Result>()
  let last: TargetId | undefined
  const leave = () => {
    for (const { id } of unmet) strays.add(id)
  }
  for (const one of due) {
    if (one.target !== last) {
      leave()
      last = one.target
      targets.add(last)
      const own = [...came.at(last)]
      told += own.length
      found = new Map(own.map(result => [placeOf(result), result]))
      unmet = new Set(found.values())
    }
    // A row of version 0.1.0 is of all items of its department.
    const result = found.get(placeOf(one)) ?? found.get(placeOf({ ...one, item: '' })) ?? null
    if (result !== null) unmet.delete(result)
    yield { kind: 'due', due: one, result }
  }
  leave()
  if (strays.size === 0 && told === came.count) return
  for (const result of came.all())
    if (strays.has(result.id) || !targets.has(result.target)) yield { kind: 'stray', result }
}

function placeOf({ department, item }: Pick<ResultKey, 'department' | 'item'>): string {
  return JSON.stringify([department, item])
}
