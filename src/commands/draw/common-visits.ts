import type { AssignmentRow } from '../../core/draw/folder/rows.ts'
import { POOL } from '../../core/draw/folder/tables.ts'
import type { DrawReasons } from '../../core/draw/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { type CommonVisit, commonVisit, type Visiting } from '../../core/visits/common-visits.ts'
import { fileOf } from '../../store/draws/draw-files.ts'
import type { DrawRecord } from '../../store/draws/draw-record.ts'
import { drawNumbered, drawsIn } from '../../store/draws/draws.ts'
import { mergesIn } from '../../store/draws/merges.ts'
import type { Store } from '../../store/open.ts'
import { commitmentOf, rowsOf } from './fixed-files.ts'
import { changedIn } from './standing.ts'

const refuse = refusal<DrawReasons>()

/** A draw with who goes where now; one that is frozen only, or void, goes nowhere. */
export function visitingOf(store: Store, draw: DrawRecord): Visiting {
  const { number, task, starts, ends } = draw
  if (draw.void !== null) throw refuse('draw-void', { draw: number })
  if (draw.run === null) throw refuse('draw-not-run', { draw: number })
  return {
    draw: number,
    task,
    from: starts,
    to: ends,
    seats: changedIn(store, number).standing.seats,
    teams: commitmentOf(store, number).teams,
    pool: rowsOf(POOL, fileOf(store, number, POOL.file)),
  }
}

/** The common visits of a draw that stand, as host or as guest. */
export function commonVisitsOf(store: Store, draw: DrawRecord): CommonVisit[] {
  if (draw.run === null || draw.void !== null) return []
  return mergesIn(store, draw.number).flatMap(({ host, guest, target }) => {
    const [ours, theirs] = [host, guest].map(number => visitingOf(store, drawNumbered(store, number, '')!))
    const meet = [ours!, theirs!].every(({ seats }) => seats.some(seat => seat.target === target))
    return meet ? [commonVisit(ours!, theirs!, target)] : []
  })
}

/** The seats of a draw whose people go: at a common visit, the host's go for the guest's of the same department. */
export function goingFrom(
  draw: string,
  seats: readonly AssignmentRow[],
  visits: readonly CommonVisit[],
): AssignmentRow[] {
  const stays = ({ target, department }: AssignmentRow) =>
    visits.some(visit => visit.guest === draw && visit.target === target && visit.shared.includes(department))
  return seats.filter(seat => !stays(seat))
}

/** Every draw that goes somewhere, oldest first. */
export function visitingIn(store: Store): Visiting[] {
  return drawsIn(store)
    .filter(draw => draw.run !== null && draw.void === null)
    .map(draw => visitingOf(store, draw))
}
