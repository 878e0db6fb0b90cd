import type { AssignmentRow, SelectionRow } from '../core/draw/folder.ts'
import type { Draw } from '../core/draw/standing.ts'
import { placeOf } from '../core/draw/standing.ts'
import { UserError } from '../core/reason.ts'
import { library } from '../core/registry/library.ts'
import { nearest } from '../core/registry/nearest.ts'
import { idsOfFirm } from '../store/moved-firms.ts'
import type { Store } from '../store/open.ts'
import { factsFor, idOfTarget } from '../store/registry.ts'
import type { Changed } from './standing.ts'

/** The row of a target that stands in the draw and so can fall out, by any of its codes; else the refusal. */
export function targetStanding(
  store: Store,
  draw: string,
  { selection }: Pick<Draw, 'selection'>,
  { changes, standing }: Changed,
  name: string,
): SelectionRow {
  const ids = idsOfFirm(store, idOfTarget(store, name))
  const row = selection.find(other => ids.includes(other.target))
  if (row === undefined) {
    const known = selection.map(other => other.target)
    throw new UserError('target-not-selected', { draw, target: name, nearest: nearest(name, known) })
  }
  const { target } = row
  const place = placeOf(row, standing)
  switch (place) {
    case 'drawn':
    case 'called':
      return row
    case 'reserve':
      throw new UserError('target-reserve', { draw, target })
    case 'fallen': {
      const { number } = changes.find(({ kind, out }) => kind === 'target' && out === target)!
      throw new UserError('target-fallen', { draw, target, number })
    }
    default:
      return place satisfies never
  }
}

/** The seats that an inspector holds now: all, or those at the visits that were named; else the refusal. */
export function seatsOf(
  store: Store,
  draw: string,
  { staff, selection }: Draw,
  changed: Changed,
  options: { readonly inspector?: string; readonly department?: string; readonly visit?: readonly string[] },
): readonly AssignmentRow[] {
  const inspector = options.inspector!
  const { seats } = changed.standing
  const own = seats.filter(seat => seat.inspector === inspector)
  if (own.length === 0) {
    const known = seats.map(seat => seat.inspector)
    throw new UserError('inspector-not-seated', {
      draw,
      inspector,
      target: null,
      nearest: nearest(inspector, known),
    })
  }
  const { department } = staff!.pool.find(row => row.inspector === inspector)!
  if (options.department !== undefined) checkDepartment(store, inspector, department, options.department)
  if (options.visit === undefined) return own
  const wanted = options.visit.map(name => targetStanding(store, draw, { selection }, changed, name).target)
  for (const target of wanted) {
    if (!own.some(seat => seat.target === target))
      throw new UserError('inspector-not-seated', { draw, inspector, target, nearest: null })
  }
  return own.filter(seat => wanted.includes(seat.target))
}

function checkDepartment(store: Store, inspector: string, department: string, given: string): void {
  const named = factsFor(store, library('inspectors')).departments.get(given)
  if (named !== department) throw new UserError('inspector-elsewhere', { inspector, department, given })
}
