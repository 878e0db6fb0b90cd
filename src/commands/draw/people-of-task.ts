import { type Experts, expertsOf, withExperts } from '../../core/frame/experts.ts'
import type { Lent } from '../../core/frame/lent.ts'
import { type Pooled, poolOf } from '../../core/frame/pool.ts'
import { library } from '../../core/registry/libraries/library.ts'
import type { Task } from '../../core/registry/task.ts'
import type { Rules } from '../../core/rules/rules.ts'
import type { Store } from '../../store/open.ts'
import { records } from '../../store/registry/registry.ts'
import { visitsIn } from '../../store/views/earlier-teams.ts'

/** Who can be matched for a task, experts on top, and whom these avoid, as the registries stood when `entry` was written. */
export function peopleOfTask(
  store: Store,
  task: Task,
  rules: Rules,
  lent: readonly Lent[],
  entry: number,
): { readonly pooled: Pooled; readonly experts: Experts } {
  const visits = visitsIn(store, task.id, task.from.slice(0, 4), entry)
  const experts = expertsOf(task, records(store, library('experts'), entry), visits)
  const staff = poolOf(task, records(store, library('inspectors'), entry), visits, {
    anyDayOff: rules.anyDayOff,
    lent: new Map(lent.map(row => [row.inspector, row.department])),
  })
  return { pooled: withExperts(staff, experts), experts }
}
