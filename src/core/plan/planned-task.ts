import type { FrameRow, PoolRow, Stratum } from '../draw/folder/rows.ts'
import { boundsOf } from '../frame/attendance.ts'
import type { FramePreview } from '../frame/frame-preview.ts'
import type { ItemUsed, LimitedItem } from '../frame/items-of-task.ts'
import type { Past } from '../frame/visit-history.ts'
import { keptOutBy } from '../frame/waterfall.ts'
import type { DepartmentCode, TargetId } from '../ids.ts'
import type { Task } from '../registry/task.ts'
import { addOne } from '../tally.ts'
import type { Filing } from './filing.ts'

/** A line of the plan as it would be frozen today. */
export interface PlannedTask {
  readonly task: Task
  /** How it was filed; null for an ad-hoc task, which belongs to no plan. */
  readonly filing: Filing | null
  /** Fixed, drawn or not: rules that came later do not bear on it. */
  readonly frozen: boolean
  /** True where a draw stands: its visits are in the past, not ahead. */
  readonly drawn: boolean
  /** True where all targets lie in registries of engines: nothing here says how many there are. */
  readonly elsewhere: boolean
  /** The items of the list; those the task names and the list does not have are missing. */
  readonly itemsUsed: readonly ItemUsed[]
  /** Those with upper limits that hold. */
  readonly limited: readonly LimitedItem[]
  readonly frame: readonly FrameRow[]
  readonly strata: readonly Stratum[]
  /** Targets that the yearly caps keep out. */
  readonly capped: number
  readonly past: Past
  readonly pool: readonly PoolRow[]
  /** Targets that nobody may staff, by the department that has no team for them; none of them is in the frame where the rule excludes them. */
  readonly unstaffable: ReadonlyMap<TargetId, DepartmentCode>
}

/** A line of the plan with what it would draw, from whom, and by whom. */
export function plannedTask(
  task: Task,
  state: Pick<PlannedTask, 'filing' | 'frozen' | 'drawn' | 'elsewhere' | 'itemsUsed'>,
  { framed, items: limited, past, strata }: FramePreview,
  pool: readonly PoolRow[],
  unstaffable: PlannedTask['unstaffable'],
): PlannedTask {
  const { waterfall } = framed
  const capped = keptOutBy(waterfall, 'cap-total') + keptOutBy(waterfall, 'cap-department')
  return { task, ...state, limited, frame: framed.frame, strata, capped, past, pool, unstaffable }
}

/** How many targets a task draws at the least and at the most, of those that a department goes to. */
export function targetsFor(
  { frame, strata }: PlannedTask,
  department: DepartmentCode,
): { least: number; most: number } {
  const visited = new Map<string, number>()
  for (const { stratum, departments } of frame) if (departments.includes(department)) addOne(visited, stratum)
  return boundsOf(visited, strata)
}

/** How many targets a task draws. */
export function takeOf({ strata }: PlannedTask): number {
  return strata.reduce((sum, { take }) => sum + take, 0)
}
