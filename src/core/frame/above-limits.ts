import type { DepartmentCode, InspectorId, TargetId } from '../ids.ts'
import type { Task } from '../registry/task.ts'
import type { Rules } from '../rules/rules.ts'
import { causeIn } from '../visits/visit.ts'
import { frequenciesOf, type LimitedItem } from './items-of-task.ts'
import type { Past } from './visit-history.ts'

/** A target with more visits in the year than a limit allows: of all departments, of one, or for an item. */
export interface TargetAbove {
  readonly target: TargetId
  readonly limit: 'cap-total' | 'cap-department' | 'frequency'
  /** The department or the item; empty for all departments together. */
  readonly of: string
  readonly visits: number
  readonly most: number
}

/** Somebody with more visits in the year than their yearly limit. */
export interface PersonAbove {
  readonly inspector: InspectorId
  readonly visits: number
  readonly most: number
}

/** What stands above a limit by now. The draw stays as it is: the law runs what is frozen. */
export interface AboveLimits {
  readonly targets: readonly TargetAbove[]
  readonly people: readonly PersonAbove[]
}

/** The limits that these targets of a task are above, under the rules of today; `past` has the task's own visits too. */
export function targetsAbove(
  task: Task,
  rules: Rules,
  past: Past,
  items: readonly LimitedItem[],
  targets: readonly TargetId[],
): TargetAbove[] {
  const capped = !rules.exemptCauses.has(causeIn(task.cause))
  const frequencies = [...frequenciesOf(items)]
  return targets.flatMap(target => {
    const firm = past.firmOf(target)
    const counts: readonly (readonly [TargetAbove['limit'], string, number, number | null])[] = [
      ['cap-total', '', past.visits.get(firm) ?? 0, capped ? rules.capTotal : null],
      ...[...(past.visitsBy.get(firm) ?? new Map<DepartmentCode, number>())]
        .filter(([department]) => task.departments.includes(department))
        .map(
          ([department, visits]) =>
            ['cap-department', department, visits, capped ? rules.capDepartment : null] as const,
        ),
      ...frequencies.map(
        ([item, most]) => ['frequency', item, past.itemVisits.get(item)?.get(firm) ?? 0, most] as const,
      ),
    ]
    return counts.flatMap(([limit, of, visits, most]) =>
      most !== null && visits > most ? [{ target, limit, of, visits, most }] : [],
    )
  })
}
