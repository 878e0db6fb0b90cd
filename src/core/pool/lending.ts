import type { DepartmentCode, InspectorId } from '../ids.ts'
import { refusal } from '../refusal.ts'
import type { LendingReasons } from './reasons.ts'

const refuse = refusal<LendingReasons>()

/** An inspector lent to a department of a task by a neighbour: a widening of the pool that is on record. */
export interface Lent {
  readonly inspector: InspectorId
  readonly department: DepartmentCode
  readonly reason: string
  readonly approver: string
}

/** Who is to be lent, and why and by whose approval. */
export interface Lending {
  readonly lenders: readonly Lender[]
  readonly reason: string
  readonly approver: string
}

/** An inspector to be lent: as named, as the registry has them, and the department `to` which, as it was named. */
export interface Lender {
  readonly named: string
  readonly inspector: InspectorId
  readonly department: DepartmentCode
  readonly to: string
}

/** `INSPECTOR=DEPARTMENT`, as it is said. */
export function parseLending(value: string): Pick<Lender, 'named' | 'to'> {
  const [, named, to] = /^([^=]+)=([^=]+)$/.exec(value) ?? []
  if (named === undefined || to === undefined) throw refuse('invalid-lending', { value })
  return { named: named.trim(), to: to.trim() }
}

/**
 * Inspectors whom a neighbour lends to one of these `departments` of a task. Somebody lent stands in that department's
 * pool and in no other, once. `codes` has every name of a department.
 */
export function lentTo(
  { lenders, reason, approver }: Lending,
  departments: readonly DepartmentCode[],
  codes: ReadonlyMap<string, string>,
): readonly Lent[] {
  const lent = lenders.map(({ named, inspector, to, department: own }): Lent => {
    const department = codes.get(to)
    if (department === undefined || !departments.includes(department))
      throw refuse('unknown-lending-department', { inspector: named, department: to, known: departments })
    if (own === department) throw refuse('lent-to-own-department', { inspector: named, department })
    return { inspector, department, reason, approver }
  })
  const twice = lent.find((one, i) => lent.findIndex(other => other.inspector === one.inspector) < i)
  if (twice !== undefined) throw refuse('duplicate-lending', { inspector: twice.inspector })
  return lent
}
