import type { TargetId } from '../../ids.ts'
import type { PoolRow, RecusalRow } from '../folder/rows.ts'

/** What of a target decides who may sit on its seats, beside those who are kept from all of them. */
export interface Place {
  /** The area whose own inspectors must keep away; may be empty. */
  readonly area: string
  /** The tags of the seats to fill, `''` for anyone, in the order they are filled. */
  readonly open: readonly string[]
}

/** One target as one department sees it: the seats to fill, and who already keeps a seat there. */
export interface Visit extends Place {
  readonly target: TargetId
  /** Who already sits at this target and stays (substitutions, draw.md section 7). Their `load` counts it. */
  readonly sitting: readonly string[]
}

/**
 * Everything that decides the matching of one department, except chance (draw.md, section 6).
 *
 * `visits` come in order of (ticket, target). `pool` holds the people whose names may go into a hat, in any
 * order; their `load` is everything already carried, kept seats of this draw included. For a substitution,
 * give only the visits with seats to fill, and leave out of `pool` the person who fell out.
 */
export interface Department {
  readonly visits: readonly Visit[]
  readonly pool: readonly PoolRow[]
  /** May hold pairs about other people or other targets. */
  readonly recusals: readonly RecusalRow[]
  readonly avoidSameArea: boolean
}
