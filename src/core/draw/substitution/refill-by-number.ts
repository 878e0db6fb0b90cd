import type { DepartmentCode } from '../../ids.ts'
import type { Blocking } from '../blocking/blocking.ts'
import type { AssignmentRow } from '../folder/rows.ts'
import { orderOf } from '../folder/table.ts'
import { ASSIGNMENT } from '../folder/tables.ts'
import { matchDepartment } from '../match.ts'
import { substituteKeyOf } from '../seed/seed.ts'
import { openVisits } from './open-visits.ts'
import type { Draw, Slot } from './standing.ts'

export type Refilled =
  /** In the order of the lines of `substitutions.csv`; `inspector` is empty where nobody can take the seat. */
  | { readonly kind: 'seated'; readonly seats: readonly AssignmentRow[] }
  | { readonly kind: 'infeasible'; readonly department: DepartmentCode; readonly blocking: Blocking }

/**
 * Version 1: fills open slots, department by department, as section 6 does, with everybody in `seats` kept in place (draw.md,
 * section 7). The person who fell out is not in the hat. There is nothing to fill where the staff is not shown.
 */
export function refillByNumber(
  { staff, selection, drawKey }: Draw,
  seats: readonly AssignmentRow[],
  number: number,
  slots: readonly Slot[],
  fellOut: string,
): Refilled {
  const filled: AssignmentRow[] = []
  for (const { department, seats: tags } of staff?.teams ?? []) {
    const open = slots.filter(slot => slot.department === department)
    if (!staff || open.length === 0) continue
    const kept = seats.filter(seat => seat.department === department)
    const visits = openVisits(staff.frame, selection, open, kept, tags)
    const pool = staff.pool
      .filter(row => row.department === department && row.inspector !== fellOut)
      .map(row => ({ ...row, load: row.load + kept.filter(seat => seat.inspector === row.inspector).length }))
    const { recusals, avoidSameArea } = staff
    const key = substituteKeyOf(drawKey, number, department)
    const outcome = matchDepartment({ visits, pool, recusals, avoidSameArea }, key)
    if (outcome.kind === 'infeasible') return { ...outcome, department }
    visits.forEach(({ target, numbers }, i) => {
      outcome.seats[i]!.forEach((inspector, k) => {
        filled.push({ target, department, seat: numbers[k]!, inspector })
      })
    })
  }
  return { kind: 'seated', seats: filled.sort(orderOf(ASSIGNMENT)) }
}
