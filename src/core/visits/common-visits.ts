import type { AssignmentRow, PoolRow, Team } from '../draw/folder/rows.ts'
import { mayAnswer } from '../draw/matching/candidates.ts'
import type { DepartmentCode, DrawNumber, TargetId } from '../ids.ts'
import { CERTIFIED } from '../pool/certified.ts'

/** A draw as far as a common visit is concerned. */
export interface Visiting {
  readonly draw: DrawNumber
  readonly task: string
  /** First and last day. */
  readonly from: string
  readonly to: string
  /** Who stands at each target now. */
  readonly seats: readonly AssignmentRow[]
  readonly teams: readonly Team[]
  readonly pool: readonly PoolRow[]
}

/** One visit for two draws: the host's team goes; the guest's goes with it for the departments that the host lacks. */
export interface CommonVisit {
  readonly target: TargetId
  readonly host: DrawNumber
  readonly guest: DrawNumber
  /** Departments that both draws send: the host's team inspects for both. */
  readonly shared: readonly string[]
  /** The team list, the host's first. */
  readonly team: readonly AssignmentRow[]
  /** Tags that the guest's seats ask for and nobody of the host's team may sit for, by department. */
  readonly lacks: readonly { readonly department: DepartmentCode; readonly tag: string }[]
}

/** Draws whose periods have a day in common. */
export function overlap(a: Visiting, b: Visiting): boolean {
  return a.from <= b.to && b.from <= a.to
}

/** Targets at which both draws have people. */
export function sharedTargets(a: Visiting, b: Visiting): string[] {
  const there = new Set(b.seats.map(({ target }) => target))
  return [...new Set(a.seats.map(({ target }) => target))].filter(target => there.has(target))
}

/** What a common visit would be. 进一次门、查多项事: each department comes once, with one team. */
export function commonVisit(host: Visiting, guest: Visiting, target: TargetId): CommonVisit {
  const at = ({ seats }: Visiting) => seats.filter(seat => seat.target === target)
  const [own, theirs] = [at(host), at(guest)]
  const comes = new Set(own.map(({ department }) => department))
  const shared = [...new Set(theirs.map(({ department }) => department))].filter(name => comes.has(name))
  return {
    target,
    host: host.draw,
    guest: guest.draw,
    shared,
    team: [...own, ...theirs.filter(({ department }) => !comes.has(department))],
    lacks: shared.flatMap(department => lacking(host, guest, own, department)),
  }
}

/** What the guest asks for and the host's team has not. How many need a certificate was settled when the host froze. */
function lacking(
  host: Visiting,
  guest: Visiting,
  own: readonly AssignmentRow[],
  department: DepartmentCode,
): CommonVisit['lacks'] {
  const people = own.filter(seat => seat.department === department).map(({ inspector }) => inspector)
  const team = host.pool.filter(row => people.includes(row.inspector))
  const asked = guest.teams.find(of => of.department === department)?.seats ?? []
  return [...new Set(asked)]
    .filter(tag => tag !== '' && tag !== CERTIFIED && !team.some(person => mayAnswer(person, tag)))
    .map(tag => ({ department, tag }))
}

/** The seats of a draw whose people go: at a common visit, the host's go for the guest's of the same department. */
export function goingFrom(
  draw: DrawNumber,
  seats: readonly AssignmentRow[],
  visits: readonly CommonVisit[],
): AssignmentRow[] {
  const stays = ({ target, department }: AssignmentRow) =>
    visits.some(visit => visit.guest === draw && visit.target === target && visit.shared.includes(department))
  return seats.filter(seat => !stays(seat))
}
