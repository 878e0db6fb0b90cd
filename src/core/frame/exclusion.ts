import { type Day, daysAfter } from '../dates.ts'
import type { DepartmentCode, TargetId } from '../ids.ts'
import type { Clause } from '../registry/cells/condition.ts'
import { library } from '../registry/libraries/library.ts'
import { idOf, type RecordCells } from '../registry/libraries/record-cells.ts'
import type { Task } from '../registry/task.ts'
import type { Rules } from '../rules/rules.ts'
import { causeIn } from '../visits/visit.ts'
import type { AwaitedVisits } from './awaited.ts'
import { meets, type PlaceOf } from './condition.ts'
import type { Past } from './visit-history.ts'

/** Why the rules keep a target out as a whole, and which departments they keep away from it. */
export interface Exclusion {
  /** The reason of the exclusion (`kind` or `kind:detail`), or null. */
  readonly whole: (row: RecordCells) => string | null
  /** The reason why a department may not go to a target, or null. */
  readonly department: (target: TargetId, department: DepartmentCode) => string | null
}

/** Fields of targets that the rules look at, beside the id. */
export function exclusionFields(rules: Rules): string[] {
  return [...(rules.graceDays > 0 ? ['established'] : []), ...rules.exempt.map(({ field }) => field)]
}

/** Items of a task that have a highest number of visits for each target and year. */
export type Frequencies = ReadonlyMap<string, number>

/** What keeps a target out by what its own row says, whatever was before. */
export interface OwnReasons {
  /** The conditions of the exemption; none where nobody is exempt from this task. */
  readonly exempting: readonly Clause[]
  /** Who was established after this day is within its days of grace; null where there are none. */
  readonly grace: Day | null
}

/** Grace and exemption hold for proactive kinds, the exemption only where the task is done on the spot (or does not say how). */
export function ownReasons(task: Task, rules: Rules): OwnReasons {
  const proactive = rules.proactiveKinds.has(task.kind)
  const onTheSpot = task.methods.length === 0 || task.methods.some(method => rules.exemptMethods.has(method))
  return {
    exempting: proactive && onTheSpot ? rules.exempt : [],
    grace: proactive && rules.graceDays > 0 ? daysAfter(task.from, -rules.graceDays) : null,
  }
}

/**
 * The rules as they bear on this task. Caps hold unless the task's own cause is exempt.
 */
export function exclusionOf(
  task: Task,
  rules: Rules,
  past: Past,
  awaited: AwaitedVisits,
  frequencies: Frequencies,
  placeOf: PlaceOf,
): Exclusion {
  const capped = !rules.exemptCauses.has(causeIn(task.cause))
  const total = capped ? rules.capTotal : null
  const each = capped ? rules.capDepartment : null
  const { exempting, grace } = ownReasons(task, rules)
  const exempt = exempting.length > 0 ? meets(library('targets'), exempting, placeOf) : null
  const founded = placeOf('established')
  const limits = [...frequencies].map(([item, most]) => ({ item, most, drawn: past.itemVisits.get(item)! }))
  const excludes = rules.frequency === 'exclude'
  /** A waiting draw may draw the target: what would then keep it out, with the latest such draw. */
  function awaitedReason(target: TargetId, firm: TargetId): string | null {
    const visits = awaited.visits.get(firm)
    if (total !== null && visits && (past.visits.get(firm) ?? 0) + visits.visits >= total)
      return `waiting-cap-total:${visits.draw}`
    const draw = awaited.drawn.get(target)
    if (draw !== undefined) return `waiting-drawn:${draw}`
    for (const { item, most, drawn } of limits) {
      const may = awaited.itemVisits.get(item)?.get(firm)
      if (may && (drawn.get(firm) ?? 0) + may.visits >= most) return `waiting-frequency:${may.draw}`
    }
    return null
  }
  function awaitedAt(target: TargetId, department: DepartmentCode): string | null {
    const firm = past.firmOf(target)
    const visits = awaited.visitsBy.get(firm)?.get(department)
    if (each !== null && visits && (past.visitsBy.get(firm)?.get(department) ?? 0) + visits.visits >= each)
      return `waiting-cap-department:${visits.draw}`
    const draw = awaited.drawnBy.get(target)?.get(department)
    return draw === undefined ? null : `waiting-drawn:${draw}`
  }
  return {
    whole(row) {
      const target = idOf(row)
      if (exempt?.(row) === true) return 'exempt'
      const established = grace === null ? null : (row[founded] as Day | '')
      if (established && grace !== null && established > grace)
        return `grace:${daysAfter(established, rules.graceDays)}`
      const firm = past.firmOf(target)
      const visits = past.visits.get(firm) ?? 0
      if (total !== null && visits >= total) return `cap-total:${visits}`
      const draw = past.drawn.get(target)
      if (draw !== undefined) return `${task.window?.scope === 'item' ? 'drawn-item' : 'drawn'}:${draw}`
      const reached = limits.find(({ most, drawn }) => excludes && (drawn.get(firm) ?? 0) >= most)
      return reached === undefined ? awaitedReason(target, firm) : `frequency:${reached.item}`
    },
    department(target, department) {
      if (each !== null && (past.visitsBy.get(past.firmOf(target))?.get(department) ?? 0) >= each)
        return `cap-department:${department}`
      const draw = past.drawnBy.get(target)?.get(department)
      return draw === undefined ? awaitedAt(target, department) : `drawn-department:${draw}`
    },
  }
}
