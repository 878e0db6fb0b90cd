import type { DepartmentCode, TargetId } from '../../core/ids.ts'
import type { Store } from '../open.ts'

/** What an inspection of a target ended with. */
export interface ResultOf {
  readonly task: string
  readonly target: TargetId
  readonly department: DepartmentCode
  readonly inspected: string
  readonly outcome: string
  readonly found: string
  readonly published: string
}

/** The results in force of these targets, by the day of the inspection. */
export function resultsOf(store: Store, targets: readonly TargetId[]): ResultOf[] {
  return store
    .sql<ResultOf>(
      `select task, target, department, inspected, outcome, found, published from result
       where until is null and target in (select value from json_each(?)) order by inspected, id`,
    )
    .all(JSON.stringify(targets))
}
