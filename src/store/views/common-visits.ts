import { POOL } from '../../core/draw/folder/tables.ts'
import type { DrawReasons } from '../../core/draw/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { type CommonVisit, commonVisit, type Visiting } from '../../core/visits/common-visits.ts'
import { fileOf } from '../draws/draw-files.ts'
import type { DrawRecord } from '../draws/draw-record.ts'
import { drawNumbered, drawsIn } from '../draws/draws.ts'
import { mergesIn } from '../draws/merges.ts'
import { withoutResult } from '../draws/without-result.ts'
import type { Store } from '../open.ts'
import { commitmentOf, rowsOf } from './kept-files.ts'
import { changedIn } from './standing-draw.ts'

const refuse = refusal<DrawReasons>()

/** A draw with who goes where now; one that is frozen only, or void, goes nowhere. */
export function visitingOf(store: Store, draw: DrawRecord): Visiting {
  const { number, task, starts, ends } = draw
  if (draw.void !== null) throw refuse('draw-void', { draw: number })
  if (draw.run === null) throw withoutResult(draw)
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

/** Every draw that goes somewhere, oldest first. */
export function visitingIn(store: Store): Visiting[] {
  return drawsIn(store)
    .filter(draw => draw.run !== null && draw.void === null)
    .map(draw => visitingOf(store, draw))
}

/** What the hosts of a draw's common visits lack of what their guests ask for. */
export function lackingAt(store: Store, draw: DrawRecord): Pick<CommonVisit, 'target' | 'guest' | 'lacks'>[] {
  return commonVisitsOf(store, draw)
    .filter(({ host, lacks }) => host === draw.number && lacks.length > 0)
    .map(({ target, guest, lacks }) => ({ target, guest, lacks }))
}
