import type { FrameRow, PoolRow, Stratum } from '../draw/folder/rows.ts'
import { boundsOf } from '../frame/attendance.ts'
import type { FramePreview } from '../frame/frame-preview.ts'
import type { ItemUsed, LimitedItem } from '../frame/items-of-task.ts'
import type { Past } from '../frame/visit-history.ts'
import { keptOutBy, weightIn } from '../frame/waterfall.ts'
import type { DepartmentCode, TargetId } from '../ids.ts'
import type { Task } from '../registry/task.ts'
import { addOne } from '../tally.ts'
import type { Filing } from './filing.ts'
import type { PlannedRows } from './planned-rows.ts'

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
  /** Of a large registry a row may stand for many that are alike, under the first of them. */
  readonly frame: readonly FrameRow[]
  /** How many targets a row of the frame stands for. */
  readonly weightOf: (row: { readonly target: TargetId }) => number
  /** How many targets the frame has. */
  readonly size: number
  readonly rows: PlannedRows
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
  rowsOf: (frame: readonly FrameRow[]) => PlannedRows,
): PlannedTask {
  const { waterfall } = framed
  const capped = keptOutBy(waterfall, 'cap-total') + keptOutBy(waterfall, 'cap-department')
  const { frame } = framed
  return {
    ...{ task, ...state, limited, frame, strata, capped, past, pool, unstaffable },
    ...{ weightOf: weightIn(framed), size: waterfall.frame, rows: rowsOf(frame) },
  }
}

/** How many targets a task draws at the least and at the most, of those that a department goes to. */
export function targetsFor(
  { frame, strata, weightOf }: PlannedTask,
  department: DepartmentCode,
): { least: number; most: number } {
  const visited = new Map<string, number>()
  for (const row of frame)
    if (row.departments.includes(department)) addOne(visited, row.stratum, weightOf(row))
  return boundsOf(visited, strata)
}

/** How many targets a task draws. */
export function takeOf({ strata }: PlannedTask): number {
  return strata.reduce((sum, { take }) => sum + take, 0)
}
