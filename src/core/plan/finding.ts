import type { Day } from '../dates.ts'
import type { DepartmentCode } from '../ids.ts'

/** What can be wrong with a year's plan. */
export interface PlanFindings {
  /** A department that leads no task of the year. */
  'not-filed': { department: DepartmentCode; day: Day }
  'filed-late': { department: DepartmentCode; filed: Day; day: Day }
  /** Its period is over and it is not drawn. */
  overdue: { task: string; to: Day; frozen: boolean }
  'changed-unexplained': { task: string; entry: number; at: string; actor: string }
  'item-none': { task: string }
  'item-other': { task: string; item: string; name: string; departments: readonly DepartmentCode[] }
  /** A department of the task has none of its items. */
  'department-idle': { task: string; department: DepartmentCode }
  'item-absent': { task: string; item: string }
  'item-invalid': { task: string; item: string; name: string }
  /** The list does not say who inspects. */
  'item-unowned': { task: string; item: string; name: string }
  'item-unbased': { task: string; item: string; name: string }
  'item-open': { item: string; name: string; lacks: readonly ('rate' | 'frequency')[] }
  'item-beyond': {
    item: string
    name: string
    limit: string
    base: number
    may: number
    planned: number
    tasks: readonly string[]
  }
  'task-nobody': { task: string }
  'task-elsewhere': { task: string }
  'task-capped': { task: string; wanted: number; frame: number; capped: number }
  'cap-department-beyond': { department: DepartmentCode; cap: number; planned: number; places: number }
  'cap-total-beyond': { cap: number; planned: number; places: number }
  overlap: {
    tasks: readonly [string, string]
    departments: readonly DepartmentCode[]
    from: Day
    to: Day
    targets: number
  }
  'inspectors-short': {
    department: DepartmentCode
    month: string
    tag: string
    needed: number
    capacity: number
  }
  'inspectors-tight': {
    department: DepartmentCode
    month: string
    tag: string
    needed: number
    capacity: number
  }
  'too-few-staff': { task: string; department: DepartmentCode; staff: number; least: number }
  /** Targets to which a department can send no team, whoever else is drawn; `all` where nobody else is in the frame. */
  unstaffable: { task: string; department: DepartmentCode; targets: number; first: string; all: boolean }
  'stratum-private': { task: string; field: string }
  'minimum-beyond': { task: string; minimum: number; needed: number; count: number }
  'cause-none': { task: string }
  /** The plan states no period: the draw would be of the day of its freeze. */
  'period-none': { task: string }
  /** Whom it is about stands in words alone: all targets of the departments are drawn from. */
  'scope-alone': { task: string; scope: string }
  'cause-strange': { task: string; cause: string }
  'team-large': { task: string; department: DepartmentCode; tag: string; seats: number; people: number }
}

export type PlanFindingCode = keyof PlanFindings

/** Something that a check of the plan found; one that bars must be mended before the tasks can be drawn. */
export type PlanFinding = {
  readonly [K in PlanFindingCode]: {
    readonly code: K
    readonly bars: boolean
    readonly details: PlanFindings[K]
  }
}[PlanFindingCode]

export function finding<K extends PlanFindingCode>(
  code: K,
  bars: boolean,
  details: PlanFindings[K],
): PlanFinding {
  return { code, bars, details } as unknown as PlanFinding
}
