import type { DepartmentCode, InspectorId, TargetId } from '../ids.ts'
import type { Task } from '../registry/task.ts'
import type { Rules } from '../rules/rules.ts'
import { causeIn } from '../visits/visit.ts'
import { mostOf } from './item-over.ts'
import { frequenciesOf, type LimitedItem } from './items-of-task.ts'
import type { Past } from './visit-history.ts'

/** A target with more visits in the year than a limit allows: of all departments, of one, or for an item. */
export interface TargetAbove {
  readonly target: TargetId
  readonly limit: 'cap-total' | 'cap-department' | 'frequency' | 'drawn' | 'drawn-department'
  /**
   * The department or the item; empty for all departments together. Of a target that another draw drew within the window of
   * 已抽排除, that draw, after its department where only that one stays away.
   */
  readonly of: string
  readonly visits: number
  readonly most: number
}

/** An 一般 item for which more targets were drawn this year than its upper limit of rate or number allows. */
export interface ItemAbove {
  readonly item: string
  readonly name: string
  /** The limit as the list writes it. */
  readonly limit: string
  /** Targets in force that the task is about; of these, drawn for the item; and how many may be. */
  readonly base: number
  readonly drawn: number
  readonly may: number
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
  readonly items: readonly ItemAbove[]
  readonly people: readonly PersonAbove[]
}

/** The limits that these targets of a task are above, under the rules of today; `past` has the task's own visits too. */
export function targetsAbove(
  task: Task,
  rules: Rules,
  past: Past,
  items: readonly LimitedItem[],
  targets: Iterable<TargetId>,
): TargetAbove[] {
  const capped = !rules.exemptCauses.has(causeIn(task.cause))
  const frequencies = [...frequenciesOf(items)]
  const above: TargetAbove[] = []
  for (const target of targets) {
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
    for (const [limit, of, visits, most] of counts)
      if (most !== null && visits > most) above.push({ target, limit, of, visits, most })
  }
  return above
}

/** Targets that another draw drew within the window of the task; `past` is of other draws alone. */
export function targetsDrawnBefore(
  task: Pick<Task, 'departments'>,
  past: Pick<Past, 'drawn' | 'drawnBy'>,
  targets: Iterable<TargetId>,
): TargetAbove[] {
  const once = { visits: 2, most: 1 } as const
  const above: TargetAbove[] = []
  for (const target of targets) {
    const draw = past.drawn.get(target)
    const by = [...(past.drawnBy.get(target) ?? new Map<DepartmentCode, string>())]
    if (draw !== undefined) above.push({ target, limit: 'drawn', of: draw, ...once })
    for (const [department, number] of by)
      if (task.departments.includes(department))
        above.push({ target, limit: 'drawn-department', of: `${department} ${number}`, ...once })
  }
  return above
}

/** The items of a task that are above their limits of rate or number; what was drawn includes the task's own. */
export function itemsAbove(
  items: readonly LimitedItem[],
  base: number,
  drawnFor: ReadonlyMap<string, number>,
): ItemAbove[] {
  return items.flatMap(({ code, name, rate, count, rateText }) => {
    const may = mostOf({ rate, count }, base)
    const drawn = drawnFor.get(code) ?? 0
    return may === null || drawn <= may ? [] : [{ item: code, name, limit: rateText, base, drawn, may }]
  })
}
