import { countBy } from '../../tally.ts'
import type { RecusalRow } from '../folder/rows.ts'
import { matchOpenSeats } from '../match.ts'
import { seatKeyOf } from '../seed/seed.ts'
import { openVisits } from './open-visits.ts'
import type { Refilled } from './refill-by-number.ts'
import { type Draw, type Past, type Slot, type Standing, slotKey } from './standing.ts'
import { barsFromDraw } from './substitution-cause.ts'

/**
 * Version 2: fills free slots with everybody in `standing` kept in place, each from a hat of its own (draw-2.md,
 * section 7). Nobody comes in at a target where they fell out, nor anywhere after a reason that bars; what nobody can
 * take stays empty.
 */
export function refillBySeat(
  { staff, selection, drawKey }: Draw,
  { seats, past }: Pick<Standing, 'seats' | 'past'>,
  slots: readonly Slot[],
): Refilled {
  const times = timesFilled(past)
  const { left, barred } = fallenOut(past)
  const filled = (staff?.teams ?? []).flatMap(({ department, seats: tags }) => {
    const open = slots.filter(slot => slot.department === department)
    if (!staff || open.length === 0) return []
    const kept = seats.filter(seat => seat.department === department)
    const visits = openVisits(staff.frame, selection, open, kept, tags)
    const load = countBy(kept, ({ inspector }) => inspector)
    const pool = staff.pool
      .filter(row => row.department === department && !barred.has(row.inspector))
      .map(row => ({ ...row, load: row.load + (load.get(row.inspector) ?? 0) }))
    const slotAt = (visit: number, place: number): Slot => {
      const { target, numbers } = visits[visit]!
      return { target, department, seat: numbers[place]! }
    }
    const names = matchOpenSeats(
      { visits, pool, recusals: [...staff.recusals, ...left], avoidSameArea: staff.avoidSameArea },
      (visit, place) => {
        const slot = slotAt(visit, place)
        return seatKeyOf(drawKey, slot, times.get(slotKey(slot)) ?? 0)
      },
    )
    return names.flatMap((own, visit) =>
      own.map((inspector, place) => ({ ...slotAt(visit, place), inspector })),
    )
  })
  return { kind: 'seated', seats: filled }
}

/** How often each seat has been filled: once by section 6, and by every line that names who came in. */
function timesFilled({ assignment, changes }: Past): ReadonlyMap<string, number> {
  const lines = changes.filter(change => change.kind === 'inspector' && change.in !== '')
  return countBy([...assignment, ...lines], slotKey)
}

/** Who fell out at which target, and who may come in nowhere. */
function fallenOut({ changes }: Past): {
  readonly left: readonly RecusalRow[]
  readonly barred: ReadonlySet<string>
} {
  const out = changes.filter(change => change.kind === 'inspector' && change.out !== '')
  const barring = out.filter(({ reason }) => barsFromDraw(reason))
  return {
    left: out.map(change => ({ inspector: change.out, target: change.target })),
    barred: new Set(barring.map(change => change.out)),
  }
}
