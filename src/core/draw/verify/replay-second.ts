import type { Change } from '../folder/rows.ts'
import type { SubstitutionRow } from '../folder/tables.ts'
import { byTicket } from '../selection.ts'
import { type Draw, isStanding, type Slot, type Standing, slotKey } from '../substitution/standing.ts'
import { replaceInspector, replaceTarget, type Substitution, slotsAt } from '../substitution/substitution.ts'
import { barsFromDraw, codeOfCell, isReasonFor } from '../substitution/substitution-cause.ts'
import type { Numbered, Replayed } from './replayed.ts'

/** Whether the file is that of a public folder, which shows seats and no people (draw-2.md, section 8). */
export function hidesPeople(rows: readonly SubstitutionRow[]): boolean {
  return rows.some(({ kind, approver }) => kind === 'inspector' && approver === '')
}

/** One substitution under version 2 (draw-2.md, section 7); of one that hides people, all that is not hidden. */
export function replaySecond(draw: Draw, standing: Standing, rows: Numbered, hidden: boolean): Replayed {
  const [{ number, kind, reason, approver, at }] = rows
  if (!isReasonFor(kind, reason)) return { kind: 'reason' }
  if (approver === '' && !(hidden && kind === 'inspector')) return { kind: 'approver' }
  const outcome =
    kind === 'target' ? targetFalls(draw, standing, rows) : inspectorFalls(draw, standing, rows, hidden)
  if (outcome.kind !== 'substituted') return { kind: outcome.kind }
  const full = outcome.changes.map(change => ({ ...change, number, reason, approver, at }))
  return { kind: 'lines', rows: hidden ? full.map(withoutPeople) : full, standing: outcome.standing }
}

/** As a public folder shows a line: of an inspector only the seat, the moment and the code of the reason. */
export function withoutPeople(row: SubstitutionRow): SubstitutionRow {
  if (row.kind === 'target') return row
  return { ...row, out: '', in: '', approver: '', reason: codeOfCell(row.reason) ?? row.reason }
}

/** Without the staff the seats that the incoming target brings are known all the same, not who came in. */
function targetFalls(draw: Draw, standing: Standing, rows: Numbered): Substitution {
  const [{ number, out }, ...seats] = rows
  const outcome = replaceTarget(draw, standing, number, out)
  if (draw.staff || outcome.kind !== 'substituted') return outcome
  const incoming = outcome.changes[0]!.in
  const brought = slotsAt(draw, incoming).map(
    (slot, i): Change => ({ kind: 'inspector', out: '', in: seats[i]?.in ?? '', ...slot }),
  )
  return { ...outcome, changes: [...outcome.changes, ...(incoming === '' ? [] : brought)] }
}

function inspectorFalls(draw: Draw, standing: Standing, rows: Numbered, hidden: boolean): Substitution {
  const [first] = rows
  const slots = rows.map(({ target, department, seat }): Slot => ({ target, department, seat: seat ?? 0 }))
  if (!draw.staff) return seatsFall(draw, standing, rows, slots)
  const seatOf = (slot: Slot) => standing.seats.find(seat => slotKey(seat) === slotKey(slot))
  const out = hidden ? seatOf(slots[0]!)?.inspector : first.out
  if (out === undefined) return { kind: 'not-standing' }
  const own = standing.seats.filter(({ inspector }) => inspector === out)
  const everywhere = barsFromDraw(first.reason)
  return replaceInspector(draw, standing, first.number, out, everywhere ? own : slots, first.reason)
}

/** Without the staff: seats of one department, at different targets that stand, in the order of the law. */
function seatsFall(draw: Draw, standing: Standing, rows: Numbered, slots: readonly Slot[]): Substitution {
  const [{ out, department }] = rows
  const row = (target: string) => draw.selection.find(other => other.target === target)
  const isSeat = (slot: Slot): boolean => {
    const own = row(slot.target)
    const known = own !== undefined && isStanding(own, standing)
    return known && slotsAt(draw, slot.target).some(other => slotKey(other) === slotKey(slot))
  }
  const isSound =
    slots.every(slot => slot.department === department && isSeat(slot)) &&
    new Set(slots.map(({ target }) => target)).size === slots.length
  if (!isSound) return { kind: 'not-standing' }
  const changes = slots
    .map((slot, i): Change => ({ kind: 'inspector', out, in: rows[i]!.in, ...slot }))
    .toSorted((a, b) => byTicket(row(a.target)!, row(b.target)!))
  return { kind: 'substituted', changes, standing }
}
