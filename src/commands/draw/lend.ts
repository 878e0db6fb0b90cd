import type { Lent } from '../../core/frame/lent.ts'
import type { LendingReasons } from '../../core/frame/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { library } from '../../core/registry/libraries/library.ts'
import { columnOf, type RecordCells } from '../../core/registry/libraries/record-cells.ts'
import { taskOf } from '../../core/registry/task.ts'
import type { Store } from '../../store/open.ts'
import { factsFor } from '../../store/registry/facts.ts'
import type { Desk } from '../../terminal/desk.ts'
import { approved } from '../approval.ts'
import { recordNamed } from '../registry/retire.ts'

const refuse = refusal<LendingReasons>()

/**
 * Inspectors whom a neighbour lends to a department of the task, with the reason and the approver that this needs.
 * Somebody lent stands in that department's pool and in no other.
 */
export function lentGiven(
  desk: Desk,
  store: Store,
  row: RecordCells,
  options: { readonly lend?: readonly string[]; readonly reason?: string; readonly approver?: string },
): readonly Lent[] {
  if (options.lend === undefined) return []
  const { reason, approver } = approved(desk, options)
  const { departments } = taskOf(row, desk.now.slice(0, 10))
  const { departments: codes } = factsFor(store, library('inspectors'))
  const lent = options.lend.map((value): Lent => {
    const [, inspector, name] = /^([^=]+)=([^=]+)$/.exec(value) ?? []
    if (inspector === undefined || name === undefined) throw refuse('invalid-lending', { value })
    const person = recordNamed(store, 'inspectors', inspector.trim()).row
    const department = codes.get(name.trim())
    if (department === undefined || !departments.includes(department))
      throw refuse('unknown-lending-department', { inspector, department: name, known: departments })
    if (person[columnOf(library('inspectors'), 'department')] === department)
      throw refuse('lent-to-own-department', { inspector, department })
    return { inspector: person[0]!, department, reason, approver }
  })
  const twice = lent.find((one, i) => lent.findIndex(other => other.inspector === one.inspector) < i)
  if (twice !== undefined) throw refuse('duplicate-lending', { inspector: twice.inspector })
  return lent
}
