import type { TargetId } from '../../ids.ts'
import { refusal } from '../../refusal.ts'
import type { Change } from '../folder/rows.ts'
import { sortRows } from '../folder/table.ts'
import { ASSIGNMENT } from '../folder/tables.ts'
import type { SubstitutionReasons } from './reasons.ts'
import { type FallingInspector, type StandingDraw, seatsOf, targetStanding } from './replaced-seat.ts'
import type { Slot } from './standing.ts'
import { replaceInspector, replaceTarget, type Substitution } from './substitution.ts'
import { barsFromDraw } from './substitution-cause.ts'

const refuse = refusal<SubstitutionReasons>()

/** Who is to fall out. */
export type Falling =
  /** `leaveEmpty`: also where no reserve is left to take the place. */
  | { readonly kind: 'target'; readonly target: TargetId; readonly leaveEmpty: boolean }
  | ({
      readonly kind: 'inspector'
      /** As `substitutions.csv` writes it: under version 2 some reasons are for all visits and bar from the draw. */
      readonly reason: string
    } & FallingInspector)

/** The number of the next substitution in a draw. */
export function nextSubstitution({ changes }: Pick<StandingDraw, 'changes'>): number {
  return (changes.at(-1)?.number ?? 0) + 1
}

/** What changes when somebody falls out of a draw as it stands (draw.md, section 7), or the refusal. */
export function substitute(from: StandingDraw, falling: Falling): readonly Change[] {
  const number = nextSubstitution(from)
  if (falling.kind === 'inspector') {
    const { inspector, reason } = falling
    const everywhere = from.draw.spec !== 'ssj-draw/1' && barsFromDraw(reason)
    const seats = seatsOf(from, everywhere ? { ...falling, visits: null } : falling)
    const slots: readonly Slot[] = sortRows(ASSIGNMENT, seats)
    return done(from, replaceInspector(from.draw, from.standing, number, inspector, slots, reason))
  }
  const { stratum, target } = targetStanding(from, falling.target)
  const changes = done(from, replaceTarget(from.draw, from.standing, number, target))
  if (changes[0]!.in === '' && !falling.leaveEmpty) {
    const { selection } = from.draw
    const reserves = selection.filter(row => row.stratum === stratum && row.status === 'reserve').length
    throw refuse('reserves-used-up', { draw: from.number, target, stratum, reserves })
  }
  return changes
}

function done({ number: draw }: StandingDraw, outcome: Substitution): readonly Change[] {
  switch (outcome.kind) {
    case 'substituted':
      return outcome.changes
    case 'infeasible': {
      const { department, blocking } = outcome
      throw refuse('no-substitute', { draw, department, blocking })
    }
    case 'not-standing':
      throw new Error('who falls out was found to stand there')
    default:
      return outcome satisfies never
  }
}
