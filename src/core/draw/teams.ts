import { byBytes, sortByBytes } from '../bytes.ts'
import type { DepartmentCode, Digest, TargetId } from '../ids.ts'
import type { Blocking } from './blocking/blocking.ts'
import type { AssignmentRow, FrameRow, PoolRow, RecusalRow, SelectionRow, Team } from './folder/rows.ts'
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
  const matched: Matched[] = []
  for (const { department, seats } of staff.teams) {
    const going = drawn.filter(({ departments }) => departments.includes(department))
    if (going.length === 0) continue
    const visits = going.map(({ target, area }): Visit => ({ target, area, open: seats, sitting: [] }))
    const pool = staff.pool.filter(row => row.department === department)
    const outcome = matchDepartment(
      { visits, pool, recusals: staff.recusals, avoidSameArea: staff.avoidSameArea },
      keyOf(department),
    )
    if (outcome.kind === 'infeasible') return { kind: 'infeasible', department, blocking: outcome.blocking }
    matched.push({ department, seats: new Map(going.map(({ target }, i) => [target, outcome.seats[i]!])) })
  }
  return { kind: 'matched', assignment: inOrderOfFile(drawn, matched) }
}

/** Who sits where for one department, at each target that it goes to. */
interface Matched {
  readonly department: DepartmentCode
  readonly seats: ReadonlyMap<TargetId, readonly string[]>
}

/** The lines of `assignment.csv`: targets are sorted once, which are fewer than seats. */
function inOrderOfFile(drawn: readonly FrameRow[], matched: readonly Matched[]): AssignmentRow[] {
  const departments = matched.toSorted((a, b) => byBytes(a.department, b.department))
  const assignment: AssignmentRow[] = []
  for (const target of sortByBytes(drawn.map(row => row.target)) as TargetId[])
    for (const { department, seats } of departments)
      for (const [k, inspector] of (seats.get(target) ?? []).entries())
        assignment.push({ target, department, seat: k + 1, inspector })
  return assignment
}

/** The drawn targets as rows of the frame, in order of (ticket, target). */
function inTicketOrder(frame: readonly FrameRow[], selection: readonly SelectionRow[]): FrameRow[] {
  const drawn = selection.filter(({ status }) => status === 'drawn')
  const wanted = new Set(drawn.map(({ target }) => target))
  const rows = new Map<string, FrameRow>()
  for (const row of frame) if (wanted.has(row.target)) rows.set(row.target, row)
  return drawn.toSorted(byTicket).map(({ target }) => rows.get(target)!)
}
