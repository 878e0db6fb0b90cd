import type { DepartmentCode, Digest } from '../ids.ts'
import type { Blocking } from './blocking/blocking.ts'
import type { AssignmentRow, FrameRow, PoolRow, RecusalRow, SelectionRow, Team } from './folder/rows.ts'
import { sortRows } from './folder/table.ts'
import { ASSIGNMENT } from './folder/tables.ts'
import { matchDepartment } from './match.ts'
import type { Visit } from './matching/department.ts'
import { byTicket } from './selection.ts'

export type TeamsOutcome =
  /** In the order of `assignment.csv`. */
  | { readonly kind: 'matched'; readonly assignment: readonly AssignmentRow[] }
  | { readonly kind: 'infeasible'; readonly department: DepartmentCode; readonly blocking: Blocking }

/** What the matching of a draw needs besides the selection. */
export interface Staff {
  readonly frame: readonly FrameRow[]
  readonly pool: readonly PoolRow[]
  readonly recusals: readonly RecusalRow[]
  readonly teams: readonly Team[]
  readonly avoidSameArea: boolean
}

/**
 * Matches inspectors to the drawn targets, department by department (draw.md, section 6). `keyOf` gives the digest that
 * keys a department's generator.
 */
export function matchTeams(
  staff: Staff,
  selection: readonly SelectionRow[],
  keyOf: (department: DepartmentCode) => Digest,
): TeamsOutcome {
  const drawn = inTicketOrder(staff.frame, selection)
  const assignment: AssignmentRow[] = []
  for (const { department, seats } of staff.teams) {
    const visits: Visit[] = drawn
      .filter(({ departments }) => departments.includes(department))
      .map(({ target, area }) => ({ target, area, open: seats, sitting: [] }))
    if (visits.length === 0) continue
    const pool = staff.pool.filter(row => row.department === department)
    const outcome = matchDepartment(
      { visits, pool, recusals: staff.recusals, avoidSameArea: staff.avoidSameArea },
      keyOf(department),
    )
    if (outcome.kind === 'infeasible') return { kind: 'infeasible', department, blocking: outcome.blocking }
    for (const [i, { target }] of visits.entries()) {
      for (const [k, inspector] of outcome.seats[i]!.entries()) {
        assignment.push({ target, department, seat: k + 1, inspector })
      }
    }
  }
  return { kind: 'matched', assignment: sortRows(ASSIGNMENT, assignment) }
}

/** The drawn targets as rows of the frame, in order of (ticket, target). */
function inTicketOrder(frame: readonly FrameRow[], selection: readonly SelectionRow[]): FrameRow[] {
  const drawn = selection.filter(({ status }) => status === 'drawn')
  const wanted = new Set(drawn.map(({ target }) => target))
  const rows = new Map<string, FrameRow>()
  for (const row of frame) if (wanted.has(row.target)) rows.set(row.target, row)
  return drawn.toSorted(byTicket).map(({ target }) => rows.get(target)!)
}
