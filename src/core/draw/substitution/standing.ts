import type { Digest } from '../../ids.ts'
import type { AssignmentRow, Change, SelectionRow } from '../folder/rows.ts'
import type { Spec } from '../folder/spec.ts'
import type { Staff } from '../teams.ts'

/** A draw that can be substituted in: what was drawn and, where it is known, who was matched. */
export interface Draw {
  /** The version of the law. */
  readonly spec: Spec
  readonly selection: readonly SelectionRow[]
  readonly drawKey: Digest
  /** Which seats a target brings; every folder shows it. */
  readonly layout: Pick<Staff, 'frame' | 'teams'>
  /** Absent where pool, recusals or teams are not shown: targets can then be replaced, but their seats not followed. */
  readonly staff: Staff | undefined
}

/** How things stand after the draw and some substitutions. */
export interface Standing {
  readonly seats: readonly AssignmentRow[]
  /** Targets that fell out. */
  readonly fallen: readonly string[]
  /** Reserves that took somebody's place. */
  readonly called: readonly string[]
  /** How it came to this: of version 2 the earlier changes decide who may not come in. */
  readonly past: Past
}

/** The draw as it began, and what changed since. */
export interface Past {
  readonly assignment: readonly AssignmentRow[]
  readonly changes: readonly ReasonedChange[]
}

export interface ReasonedChange extends Change {
  readonly reason: string
}

/** A seat, whoever sits in it. */
export type Slot = Omit<AssignmentRow, 'inspector'>

/**
 * How a draw stands after these lines of `substitutions.csv`, taken on trust: `replay` and `verify` say whether
 * they are right. Seats come in the order in which they were filled.
 */
export function standingAfter(
  assignment: readonly AssignmentRow[],
  changes: readonly ReasonedChange[],
): Standing {
  const fallen = changes.flatMap(({ kind, out }) => (kind === 'target' ? [out] : []))
  const called = changes.flatMap(change => (change.kind === 'target' && change.in !== '' ? [change.in] : []))
  const gone = new Set(fallen)
  const seats = new Map<string, AssignmentRow>()
  for (const row of [...assignment, ...changes.flatMap(seatOf)])
    if (row.inspector === '') seats.delete(slotKey(row))
    else if (!gone.has(row.target)) seats.set(slotKey(row), row)
  return { seats: [...seats.values()], fallen, called, past: { assignment, changes } }
}

function seatOf({ kind, in: inspector, target, department, seat }: Change): AssignmentRow[] {
  return kind === 'inspector' ? [{ target, department, seat: seat ?? 0, inspector }] : []
}

export function slotKey({ target, department, seat }: Omit<Change, 'kind' | 'in' | 'out'>): string {
  return `${target};${department};${seat}`
}

export type Place = 'drawn' | 'called' | 'fallen' | 'reserve'

/** Where a row of the selection stands: drawn, called in for another, fallen out, or a reserve still. */
export function placeOf(
  { target, status }: Pick<SelectionRow, 'target' | 'status'>,
  { fallen, called }: Pick<Standing, 'fallen' | 'called'>,
): Place {
  if (fallen.includes(target)) return 'fallen'
  if (called.includes(target)) return 'called'
  return status
}

/** Will be inspected: drawn or called in, and not fallen out. */
export function isStanding(
  row: Parameters<typeof placeOf>[0],
  standing: Parameters<typeof placeOf>[1],
): boolean {
  return ['drawn', 'called'].includes(placeOf(row, standing))
}
