import type { InspectorId, TargetId } from '../../ids.ts'
import { nearest } from '../../nearest.ts'
import { refusal } from '../../refusal.ts'
import type { AssignmentRow, SelectionRow } from '../folder/rows.ts'
import type { SubstitutionRow } from '../folder/tables.ts'
import type { SubstitutionReasons } from './reasons.ts'
import { type Draw, placeOf, type Standing } from './standing.ts'

const refuse = refusal<SubstitutionReasons>()

/** A draw as it stands before a substitution that is asked for. */
export interface StandingDraw {
  readonly number: string
  readonly draw: Draw
  readonly changes: readonly SubstitutionRow[]
  readonly standing: Standing
  /** Every id that a target which was named goes, or went, by. */
  readonly named: ReadonlyMap<string, readonly string[]>
}

/** The row of a target that stands in the draw and so can fall out, by any of its codes; else the refusal. */
export function targetStanding(
  { number: draw, draw: { selection }, changes, standing, named }: StandingDraw,
  name: string,
): SelectionRow {
  const ids = named.get(name) ?? [name]
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

/** An inspector who falls out: of the department that was named, if one was, and of these visits or of all. */
export interface FallingInspector {
  readonly inspector: InspectorId
  /** The department as it was named, and its code, if there is one of that name. */
  readonly department: { readonly name: string; readonly code: string | undefined } | null
  readonly visits: readonly string[] | null
}

/** The seats that an inspector holds now: all, or those at the visits that were named; else the refusal. */
export function seatsOf(
  from: StandingDraw,
  { inspector, department, visits }: FallingInspector,
): readonly AssignmentRow[] {
  const { number: draw, standing } = from
  const notSeated = (target: TargetId | null, near: string | null = null) =>
    refuse('inspector-not-seated', { draw, inspector, target, nearest: near })
  const own = standing.seats.filter(seat => seat.inspector === inspector)
  if (own.length === 0) {
    const known = standing.seats.map(seat => seat.inspector)
    throw notSeated(null, nearest(inspector, known))
  }
  const home = from.draw.staff!.pool.find(row => row.inspector === inspector)!.department
  if (department !== null && department.code !== home)
    throw refuse('inspector-of-other-department', { inspector, department: home, given: department.name })
  if (visits === null) return own
  const wanted = visits.map(name => targetStanding(from, name).target)
  for (const target of wanted) if (!own.some(seat => seat.target === target)) throw notSeated(target)
  return own.filter(seat => wanted.includes(seat.target))
}
