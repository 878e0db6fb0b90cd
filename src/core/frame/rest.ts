import type { FrameRow } from '../draw/folder/rows.ts'
import { sortRows } from '../draw/folder/table.ts'
import { EXCLUSIONS, FRAME } from '../draw/folder/tables.ts'
import type { TargetId } from '../ids.ts'
import type { FrameResult } from './frame.ts'
import { type Weights, waterfallOf } from './waterfall.ts'

/**
 * Targets that nothing of the past bears on, that answer for no other and no other for them, and that nobody must avoid, sorted out where they lie: those that are alike are one
 * row, with how many there are, under the first of them in byte order.
 */
export interface Rest {
  readonly elsewhere: number
  readonly outside: number
  readonly inForce: number
  readonly framed: readonly (FrameRow & { readonly count: number; readonly unclaimed: boolean })[]
  readonly excluded: readonly {
    readonly target: TargetId
    readonly reason: string
    readonly count: number
  }[]
}

/** A frame together with the rest of the registry: what is counted of it counts all, and a row may stand for many. */
export function withRest(frame: FrameResult, rest: Rest): FrameResult {
  const weights: Weights = new Map(
    [...rest.framed, ...rest.excluded].map(({ target, count }) => [target, count]),
  )
  const unassigned = rest.framed.filter(({ unclaimed }) => unclaimed).map(({ target }) => target)
  const sorted = {
    frame: sortRows(
      FRAME,
      frame.frame.concat(
        rest.framed.map(({ stratum, target, departments, area }) => ({ stratum, target, departments, area })),
      ),
    ),
    exclusions: sortRows(
      EXCLUSIONS,
      frame.exclusions.concat(rest.excluded.map(({ target, reason }) => ({ target, reason }))),
    ),
    unassigned: frame.unassigned.concat(unassigned),
    away: frame.away,
    weights,
  }
  const { registry, elsewhere, outside } = frame.waterfall
  const all = rest.elsewhere + rest.outside + [...weights.values()].reduce((sum, count) => sum + count, 0)
  return {
    ...frame,
    ...sorted,
    waterfall: waterfallOf(
      {
        registry: registry + all,
        elsewhere: elsewhere + rest.elsewhere,
        outside: outside + rest.outside,
      },
      sorted,
    ),
    inForce: frame.inForce + rest.inForce,
  }
}
