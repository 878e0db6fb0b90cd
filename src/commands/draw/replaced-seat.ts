import type { AssignmentRow, SelectionRow } from '../../core/draw/folder/rows.ts'
import type { SubstitutionReasons } from '../../core/draw/substitution/reasons.ts'
import type { Draw } from '../../core/draw/substitution/standing.ts'
import { placeOf } from '../../core/draw/substitution/standing.ts'
import { nearest } from '../../core/nearest.ts'
import { refusal } from '../../core/refusal.ts'
import { library } from '../../core/registry/libraries/library.ts'
import { idsOfFirm } from '../../store/moved-firms.ts'
import type { Store } from '../../store/open.ts'
import { factsFor } from '../../store/registry/facts.ts'
import { idOfTarget } from '../../store/registry/targets.ts'
import type { Changed } from './standing.ts'

const refuse = refusal<SubstitutionReasons>()

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
    throw refuse('target-not-selected', { draw, target: name, nearest: nearest(name, known) })
  }
  const { target } = row
  const place = placeOf(row, standing)
  switch (place) {
    case 'drawn':
    case 'called':
      return row
    case 'reserve':
      throw refuse('target-is-reserve', { draw, target })
    case 'fallen': {
      const { number } = changes.find(({ kind, out }) => kind === 'target' && out === target)!
      throw refuse('target-already-replaced', { draw, target, number })
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
    throw refuse('inspector-not-seated', {
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
      throw refuse('inspector-not-seated', { draw, inspector, target, nearest: null })
  }
  return own.filter(seat => wanted.includes(seat.target))
}

function checkDepartment(store: Store, inspector: string, department: string, given: string): void {
  const named = factsFor(store, library('inspectors')).departments.get(given)
  if (named !== department) throw refuse('inspector-of-other-department', { inspector, department, given })
}
