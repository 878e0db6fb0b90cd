import type { DepartmentCode, InspectorId, TargetId } from '../../ids.ts'
import type { Blocking } from '../blocking/blocking.ts'
import type { AssignmentRow, Change } from '../folder/rows.ts'
import { refill } from './refill.ts'
import { type Draw, isStanding, type Slot, type Standing } from './standing.ts'

export type Substitution =
  | { readonly kind: 'substituted'; readonly changes: readonly Change[]; readonly standing: Standing }
  /** Nobody of that name stands there. */
  | { readonly kind: 'not-standing' }
  | { readonly kind: 'infeasible'; readonly department: DepartmentCode; readonly blocking: Blocking }

/**
 * A target falls out (draw.md, section 7): the next unused reserve of its stratum takes its place and brings its
 * seats; the seats of the one that fell out are free again; everybody else stays.
 */
export function replaceTarget(
  draw: Draw,
  standing: Standing,
  number: number,
  target: TargetId,
): Substitution {
  const own = draw.selection.find(row => row.target === target)
  if (!own || !isStanding(own, standing)) return { kind: 'not-standing' }
  const reserve = draw.selection.find(
    ({ stratum, status, target: other }) =>
      stratum === own.stratum && status === 'reserve' && !standing.called.includes(other),
  )
  const change: Change = { ...NO_SEAT, kind: 'target', out: target, in: reserve?.target ?? '' }
  const next: Standing = {
    seats: standing.seats.filter(seat => seat.target !== target),
    fallen: [...standing.fallen, target],
    called: reserve ? [...standing.called, reserve.target] : standing.called,
  }
  const row = draw.staff?.frame.find(other => other.target === reserve?.target)
  const slots = (draw.staff?.teams ?? []).flatMap(({ department, seats }): Slot[] =>
    row?.departments.includes(department)
      ? seats.map((_, i) => ({ target: row.target, department, seat: i + 1 }))
      : [],
  )
  const seated = refill(draw, next.seats, number, slots, '')
  if (seated.kind === 'infeasible') return seated
  return substituted(next, '', [change], seated.seats)
}

const NO_SEAT = { target: '', department: '', seat: null }

/** An inspector falls out of these seats (section 7): each is filled again, that inspector not in the hat. */
export function replaceInspector(
  draw: Draw,
  standing: Standing,
  number: number,
  inspector: InspectorId,
  slots: readonly Slot[],
): Substitution {
  const isVacated = (seat: AssignmentRow): boolean => slots.some(slot => isSameSlot(slot, seat))
  const vacated = standing.seats.filter(isVacated)
  if (vacated.length < slots.length || slots.length === 0) return { kind: 'not-standing' }
  if (vacated.some(seat => seat.inspector !== inspector)) return { kind: 'not-standing' }
  const next = { ...standing, seats: standing.seats.filter(seat => !isVacated(seat)) }
  const seated = refill(draw, next.seats, number, slots, inspector)
  if (seated.kind === 'infeasible') return seated
  return substituted(next, inspector, [], seated.seats)
}

function isSameSlot(a: Slot, b: Slot): boolean {
  return a.target === b.target && a.department === b.department && a.seat === b.seat
}

function substituted(
  standing: Standing,
  out: string,
  before: readonly Change[],
  filled: readonly AssignmentRow[],
): Substitution {
  const changes = filled.map(
    ({ inspector, ...slot }): Change => ({ kind: 'inspector', out, in: inspector, ...slot }),
  )
  return {
    kind: 'substituted',
    changes: [...before, ...changes],
    standing: { ...standing, seats: [...standing.seats, ...filled] },
  }
}
