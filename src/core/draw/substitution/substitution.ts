import type { DepartmentCode, InspectorId, TargetId } from '../../ids.ts'
import type { Blocking } from '../blocking/blocking.ts'
import type { AssignmentRow, Change } from '../folder/rows.ts'
import { type Refilled, refillByNumber } from './refill-by-number.ts'
import { refillBySeat } from './refill-by-seat.ts'
import { type Draw, isStanding, type ReasonedChange, type Slot, type Standing } from './standing.ts'

export type Substitution =
  | { readonly kind: 'substituted'; readonly changes: readonly Change[]; readonly standing: Standing }
  /** Nobody of that name stands there. */
  | { readonly kind: 'not-standing' }
  | { readonly kind: 'infeasible'; readonly department: DepartmentCode; readonly blocking: Blocking }

/**
 * A target falls out (section 7 of either version): the next unused reserve of its stratum takes its place and brings
 * its seats; the seats of the one that fell out are free again; everybody else stays.
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
    past: standing.past,
  }
  const slots = reserve === undefined ? [] : slotsAt(draw, reserve.target)
  const seated = refill(draw, next, { number, out: '', reason: '' }, slots)
  if (seated.kind === 'infeasible') return seated
  return substituted(next, { out: '', reason: '' }, [change], seated.seats)
}

const NO_SEAT = { target: '', department: '', seat: null }

/** The seats that a target brings, department by department in byte order. */
export function slotsAt({ layout: { frame, teams } }: Draw, target: TargetId): readonly Slot[] {
  const row = frame.find(other => other.target === target)
  return teams
    .filter(({ department }) => row?.departments.includes(department))
    .flatMap(({ department, seats }) => seats.map((_, i): Slot => ({ target, department, seat: i + 1 })))
}

/** An inspector falls out of these seats (section 7): each is filled again, that inspector not in the hat. */
export function replaceInspector(
  draw: Draw,
  standing: Standing,
  number: number,
  inspector: InspectorId,
  slots: readonly Slot[],
  reason: string,
): Substitution {
  const isVacated = (seat: AssignmentRow): boolean => slots.some(slot => isSameSlot(slot, seat))
  const vacated = standing.seats.filter(isVacated)
  if (vacated.length < slots.length || slots.length === 0) return { kind: 'not-standing' }
  if (vacated.some(seat => seat.inspector !== inspector)) return { kind: 'not-standing' }
  const next = { ...standing, seats: standing.seats.filter(seat => !isVacated(seat)) }
  const seated = refill(draw, next, { number, out: inspector, reason }, slots)
  if (seated.kind === 'infeasible') return seated
  return substituted(next, { out: inspector, reason }, [], seated.seats)
}

function isSameSlot(a: Slot, b: Slot): boolean {
  return a.target === b.target && a.department === b.department && a.seat === b.seat
}

interface Fall {
  readonly number: number
  /** The inspector who fell out; empty where a target did. */
  readonly out: string
  readonly reason: string
}

/** Fills the free slots as the draw's version of the law has it; `standing` is without them. */
function refill(draw: Draw, standing: Standing, fall: Fall, slots: readonly Slot[]): Refilled {
  const { seats, past } = standing
  switch (draw.spec) {
    case 'ssj-draw/1':
      return refillByNumber(draw, seats, fall.number, slots, fall.out)
    case 'ssj-draw/2': {
      const now = slots.map((slot): ReasonedChange => {
        return { kind: 'inspector', in: '', out: fall.out, reason: fall.reason, ...slot }
      })
      return refillBySeat(draw, { seats, past: { ...past, changes: [...past.changes, ...now] } }, slots)
    }
    default:
      return draw.spec satisfies never
  }
}

function substituted(
  standing: Standing,
  { out, reason }: Omit<Fall, 'number'>,
  before: readonly Change[],
  filled: readonly AssignmentRow[],
): Substitution {
  const seated = filled.map(
    ({ inspector, ...slot }): Change => ({ kind: 'inspector', out, in: inspector, ...slot }),
  )
  const changes = [...before, ...seated]
  const { past, seats } = standing
  return {
    kind: 'substituted',
    changes,
    standing: {
      ...standing,
      seats: [...seats, ...filled.filter(({ inspector }) => inspector !== '')],
      past: { ...past, changes: [...past.changes, ...changes.map(change => ({ ...change, reason }))] },
    },
  }
}
