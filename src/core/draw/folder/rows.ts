import type { DepartmentCode, Digest, InspectorId, TargetId } from '../../ids.ts'

/** One target of the frame (draw.md, section 2). `departments` are in byte order; `area` may be empty. */
export interface FrameRow {
  readonly stratum: string
  readonly target: TargetId
  readonly departments: readonly DepartmentCode[]
  readonly area: string
}

export interface ExclusionRow {
  readonly target: TargetId
  readonly reason: string
}

/** One inspector of a department's pool. `tags` in byte order; `capacity` is null where there is no limit. */
export interface PoolRow {
  readonly department: DepartmentCode
  readonly inspector: InspectorId
  readonly tags: readonly string[]
  readonly area: string
  readonly capacity: number | null
  readonly load: number
}

export interface RecusalRow {
  readonly inspector: InspectorId
  readonly target: TargetId
}

export interface SelectionRow {
  readonly stratum: string
  readonly rank: number
  readonly target: TargetId
  readonly ticket: Digest
  readonly status: 'drawn' | 'reserve'
}

/** `seat` counts from 1; its tag stands in the commitment. */
export interface AssignmentRow {
  readonly target: TargetId
  readonly department: DepartmentCode
  readonly seat: number
  readonly inspector: InspectorId
}

export interface Stratum {
  readonly stratum: string
  readonly size: number
  readonly take: number
  readonly reserve: number
}

/** The seats that every target brings to one department: `''` for anyone, otherwise a tag. */
export interface Team {
  readonly department: DepartmentCode
  readonly seats: readonly string[]
}

/** One change, as a line of `substitutions.csv` records it: `in` takes the place of `out`. */
export interface Change {
  readonly kind: 'target' | 'inspector'
  /** Who falls out; empty where a seat of a target that has come in is filled for the first time. */
  readonly out: string
  /** Who comes in; empty where no reserve is left. */
  readonly in: string
  /** The seat, for an inspector. */
  readonly target: TargetId
  readonly department: DepartmentCode
  readonly seat: number | null
}
