import type { Stratum } from '../draw/folder/rows.ts'
import type { AwaitedVisits } from './awaited.ts'
import type { FrameResult } from './frame.ts'
import type { LimitedItem } from './items-of-task.ts'
import type { Past } from './visit-history.ts'

/** A task as it would be frozen: whom it could draw, and how many. */
export interface FramePreview {
  readonly framed: FrameResult
  /** Its 一般 items whose limits hold. */
  readonly items: readonly LimitedItem[]
  readonly past: Past
  readonly awaited: AwaitedVisits
  readonly strata: readonly Stratum[]
  /** How many targets one draw might take beyond the limits of their firms, which therefore left or lost a department. */
  readonly crowded: number
}
