import type { AssignmentRow, FrameRow, SelectionRow } from '../folder/rows.ts'
import type { Visit } from '../matching/department.ts'
import { byTicket } from '../selection.ts'
import type { Slot } from './standing.ts'

export interface OpenVisit extends Visit {
  /** The seat number of each open tag. */
  readonly numbers: readonly number[]
}

/** The targets with open slots, in order of (ticket, target), each with the tags asked for and the people who stay. */
export function openVisits(
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
