import { changeReason } from '../../core/plan/change-reason.ts'
import type { Library } from '../../core/registry/libraries/field.ts'
import { rulesOf } from '../../core/rules/rules.ts'
import type { Store } from '../../store/open.ts'
import { ruleStanding, ruleValues } from '../../store/rules.ts'
import type { Desk } from '../../terminal/desk.ts'
import { officeToday } from '../office-today.ts'

/** The reason of a change as the subject of its entry has it; the plan may need one. */
export function reasonOfChange(
  desk: Desk,
  store: Store,
  library: Library,
  { changed, retired }: { readonly changed: number; readonly retired: number },
  reason: string | undefined,
): { readonly reason?: string } {
  const said = changeReason({
    today: officeToday(desk, store),
    changed: library.name === 'plan' ? changed + retired : 0,
    reason,
    rules: rulesOf(ruleValues(store)),
    rule: ruleStanding(store, 'plan-change-reason'),
  })
  return said === null ? {} : { reason: said }
}
