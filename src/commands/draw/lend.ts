import { approved } from '../../core/approval/approval.ts'
import { type Lent, lentTo, parseLending } from '../../core/frame/lending.ts'
import { library } from '../../core/registry/libraries/library.ts'
import type { RecordCells } from '../../core/registry/libraries/record-cells.ts'
import { asRecord } from '../../core/registry/record.ts'
import { taskOf } from '../../core/registry/task.ts'
import type { Store } from '../../store/open.ts'
import { factsFor } from '../../store/registry/facts.ts'
import type { Desk } from '../../terminal/desk.ts'
import { recordNamed } from '../lookup.ts'

export interface LendOptions {
  /** `INSPECTOR=DEPARTMENT`, as often as needed. */
  readonly lend?: readonly string[]
  readonly reason?: string
  readonly approver?: string
}

/** The inspectors that `--lend` names, with the reason and the approver that this needs. */
export function lentGiven(desk: Desk, store: Store, row: RecordCells, options: LendOptions): readonly Lent[] {
  if (options.lend === undefined) return []
  const approval = approved(desk.actor, options)
  const { departments } = taskOf(row, desk.now.slice(0, 10))
  const { departments: codes } = factsFor(store, library('inspectors'))
  const lenders = options.lend.map(parseLending).map(lending => {
    const person = asRecord('inspectors', recordNamed(store, 'inspectors', lending.inspector).row)
    return { ...lending, id: person.id, department: person.get('department') }
  })
  return lentTo(lenders, departments, codes, approval)
}
