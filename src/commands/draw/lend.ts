import { approved } from '../../core/approval/approval.ts'
import { type Lending, parseLending } from '../../core/pool/lending.ts'
import { asRecord } from '../../core/registry/record.ts'
import type { Store } from '../../store/open.ts'
import type { Desk } from '../../terminal/desk.ts'
import { recordNamed } from '../lookup.ts'

export interface LendOptions {
  /** `INSPECTOR=DEPARTMENT`, as often as needed. */
  readonly lend?: readonly string[]
  readonly reason?: string
  readonly approver?: string
}

/** The inspectors that `--lend` names, with the reason and the approver that this needs; null where it was not given. */
export function lendingGiven(desk: Desk, store: Store, options: LendOptions): Lending | null {
  if (options.lend === undefined) return null
  const approval = approved(desk.actor, options)
  const lenders = options.lend.map(parseLending).map(said => {
    const person = asRecord('inspectors', recordNamed(store, desk, 'inspectors', said.named).row)
    return { ...said, inspector: person.id, department: person.get('department') }
  })
  return { lenders, ...approval }
}
