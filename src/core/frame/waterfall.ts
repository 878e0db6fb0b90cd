import type { ExclusionRow, FrameRow } from '../draw/folder/rows.ts'
import type { TargetId } from '../ids.ts'
import { countBy } from '../tally.ts'

/** Where the registry's targets went, in the order in which they were sorted out. */
export interface Waterfall {
  readonly registry: number
  /** In none (or, where the task wants all, not in all) of the task's departments, or not in the lead to whom all go. */
  readonly elsewhere: number
  readonly outside: number
  /** Excluded, by reason code; a draw's number is left off. */
  readonly excluded: Readonly<Record<string, number>>
  /** Departments that the rules keep away from a target which others may visit, by reason code. */
  readonly withdrawn: Readonly<Record<string, number>>
  readonly frame: number
  /** In the frame without any department of their own: the lead department's. */
  readonly unassigned: number
}

/** What becomes of the targets that a task is about. */
export interface SortedOut {
  /** In the order of (stratum, target). */
  readonly frame: readonly FrameRow[]
  readonly exclusions: readonly ExclusionRow[]
  /** Targets of the frame without any department of their own. */
  readonly unassigned: readonly TargetId[]
  /** Departments that the rules keep away from targets of the frame, with the reason. */
  readonly away: readonly { readonly target: TargetId; readonly reason: string }[]
  /** How many targets a row stands for, by its own, where it is not one. */
  readonly weights?: Weights
}

export type Weights = ReadonlyMap<TargetId, number>

/** How many targets a row of these stands for. */
export function weightIn({
  weights,
}: Pick<SortedOut, 'weights'>): (row: { readonly target: TargetId }) => number {
  return weights === undefined ? () => 1 : ({ target }) => weights.get(target) ?? 1
}

/** Counts what was sorted out, after what was passed over. */
export function waterfallOf(
  { registry, elsewhere, outside }: Pick<Waterfall, 'registry' | 'elsewhere' | 'outside'>,
  sorted: SortedOut,
): Waterfall {
  const { frame, exclusions, unassigned, away } = sorted
  const weightOf = weightIn(sorted)
  const sum = (rows: readonly { readonly target: TargetId }[]) =>
    sorted.weights === undefined ? rows.length : rows.reduce((all, row) => all + weightOf(row), 0)
  return {
    registry,
    elsewhere,
    outside,
    excluded: countReasons(exclusions, weightOf),
    withdrawn: countReasons(away, weightOf),
    frame: sum(frame),
    unassigned: sum(unassigned.map(target => ({ target }))),
  }
}

/** How many targets a cap keeps out: by what was visited, or by what else of their firm the same draw might take. */
export function keptOutBy({ excluded }: Waterfall, cap: 'cap-total' | 'cap-department'): number {
  return (excluded[cap] ?? 0) + (excluded[`firm-${cap}`] ?? 0)
}

function countReasons(
  rows: SortedOut['away'],
  weightOf: (row: { readonly target: TargetId }) => number,
): Record<string, number> {
  return Object.fromEntries(countBy(rows, ({ reason }) => reason.split(':')[0]!, weightOf))
}
