import type { DepartmentCode } from '../../ids.ts'
import type { Blocking } from '../blocking/blocking.ts'
import type { AssignmentRow, FrameRow, SelectionRow } from '../folder/rows.ts'
import { orderOf } from '../folder/table.ts'
import { ASSIGNMENT } from '../folder/tables.ts'
import { matchDepartment } from '../match.ts'
import type { Visit } from '../matching/department.ts'
import { substituteKeyOf } from '../seed/seed.ts'
import { byTicket } from '../selection.ts'
import type { Draw, Slot } from './standing.ts'

export type Refilled =
  /** In the order of `assignment.csv`. */
  | { readonly kind: 'seated'; readonly seats: readonly AssignmentRow[] }
  | { readonly kind: 'infeasible'; readonly department: DepartmentCode; readonly blocking: Blocking }

/**
 * Fills open slots, department by department, as section 6 does, with everybody in `seats` kept in place (draw.md,
 * section 7). The person who fell out is not in the hat. There is nothing to fill where the staff is not shown.
 */
export function refill(
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
    const visits = visitsOf(staff.frame, selection, open, kept, tags)
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

interface OpenVisit extends Visit {
  /** The seat number of each open tag. */
  readonly numbers: readonly number[]
}

/** The targets with open slots, in order of (ticket, target), each with the tags asked for and the people who stay. */
function visitsOf(
  frame: readonly FrameRow[],
  selection: readonly SelectionRow[],
  slots: readonly Slot[],
  kept: readonly AssignmentRow[],
  tags: readonly string[],
): OpenVisit[] {
  return selection
    .filter(({ target }) => slots.some(slot => slot.target === target))
    .toSorted(byTicket)
    .map(({ target }) => {
      const numbers = slots.filter(slot => slot.target === target).map(({ seat }) => seat)
      numbers.sort((a, b) => a - b)
      return {
        target,
        area: frame.find(row => row.target === target)!.area,
        open: numbers.map(seat => tags[seat - 1]!),
        sitting: kept.filter(seat => seat.target === target).map(({ inspector }) => inspector),
        numbers,
      }
    })
}
