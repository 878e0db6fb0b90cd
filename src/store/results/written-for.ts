import type { DepartmentCode } from '../../core/ids.ts'
import { EVERY_DEPARTMENT, writersOf } from '../../core/rules/result-rules.ts'
import type { Store } from '../open.ts'
import { ruleValues } from '../rules.ts'

/** The departments that an operator writes results for, by the rule `result-writers`; null where the office has not said, and for who writes for all. */
export function writtenFor(store: Store, actor: string): ReadonlySet<DepartmentCode> | null {
  const writers = writersOf(ruleValues(store)['result-writers'])
  if (writers === null) return null
  const own = writers.get(actor) ?? new Set<DepartmentCode>()
  return own.has(EVERY_DEPARTMENT) ? null : own
}
