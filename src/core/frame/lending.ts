import { refusal } from '../refusal.ts'
import type { LendingReasons } from './reasons.ts'

const refuse = refusal<LendingReasons>()

/** An inspector lent to a department of a task by a neighbour: a widening of the pool that is on record. */
export interface Lent {
  readonly inspector: string
  readonly department: string
  readonly reason: string
  readonly approver: string
}

/** Who is to be lent, and the department as it was named: `INSPECTOR=DEPARTMENT`. */
export interface Lending {
  readonly inspector: string
  readonly to: string
}

export function parseLending(value: string): Lending {
  const [, inspector, to] = /^([^=]+)=([^=]+)$/.exec(value) ?? []
  if (inspector === undefined || to === undefined) throw refuse('invalid-lending', { value })
  return { inspector: inspector.trim(), to: to.trim() }
}

/** An inspector to be lent, as the registry knows them. */
export interface Lender extends Lending {
  readonly id: string
  readonly department: string
}

/**
 * Inspectors whom a neighbour lends to a department of the task (`departments`), approved. Somebody lent stands in that
 * department's pool and in no other, once. `codes` has every name of a department.
 */
export function lentTo(
  lenders: readonly Lender[],
  departments: readonly string[],
  codes: ReadonlyMap<string, string>,
  approval: Pick<Lent, 'reason' | 'approver'>,
): readonly Lent[] {
  const lent = lenders.map(({ inspector, to, id, department: own }): Lent => {
    const department = codes.get(to)
    if (department === undefined || !departments.includes(department))
      throw refuse('unknown-lending-department', { inspector, department: to, known: departments })
    if (own === department) throw refuse('lent-to-own-department', { inspector, department })
    return { inspector: id, department, ...approval }
  })
  const twice = lent.find((one, i) => lent.findIndex(other => other.inspector === one.inspector) < i)
  if (twice !== undefined) throw refuse('duplicate-lending', { inspector: twice.inspector })
  return lent
}
