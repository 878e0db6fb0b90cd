import type { Draw, Slot, Standing } from '../substitution/standing.ts'
import { replaceInspector, replaceTarget, type Substitution } from '../substitution/substitution.ts'
import type { Numbered, Replayed } from './replayed.ts'

/**
 * One substitution under version 1 (draw.md, section 7). Where the staff is not shown, only the lines of targets can be
 * made again, and substitutions of inspectors may be left out altogether.
 */
export function replayFirst(draw: Draw, standing: Standing, rows: Numbered): Replayed {
  const [{ number, reason, approver, at }] = rows
  const outcome = replay(draw, standing, rows)
  if (outcome.kind !== 'substituted') return { kind: outcome.kind }
  return {
    kind: 'lines',
    rows: outcome.changes.map(change => ({ ...change, number, reason, approver, at })),
    standing: outcome.standing,
  }
}

function replay(draw: Draw, standing: Standing, rows: Numbered): Substitution {
  const [{ kind, number, out, reason }] = rows
  const seats = rows.filter(row => row.kind === 'inspector')
  const asShown = draw.staff ? [] : seats
  if (kind === 'target') {
    const outcome = replaceTarget(draw, standing, number, out)
    return outcome.kind === 'substituted'
      ? { ...outcome, changes: [...outcome.changes, ...asShown] }
      : outcome
  }
  if (!draw.staff) return { kind: 'substituted', changes: asShown, standing }
  const slots = rows.map(({ target, department, seat }): Slot => ({ target, department, seat: seat ?? 0 }))
  return replaceInspector(draw, standing, number, out, slots, reason)
}
