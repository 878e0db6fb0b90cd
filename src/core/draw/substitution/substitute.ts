import type { TargetId } from '../../ids.ts'
import { refusal } from '../../refusal.ts'
import type { Change } from '../folder/rows.ts'
import { sortRows } from '../folder/table.ts'
import { ASSIGNMENT } from '../folder/tables.ts'
import type { SubstitutionReasons } from './reasons.ts'
import { type FallingInspector, type StandingDraw, seatsOf, targetStanding } from './replaced-seat.ts'
import type { Slot } from './standing.ts'
import { replaceInspector, replaceTarget, type Substitution } from './substitution.ts'

const refuse = refusal<SubstitutionReasons>()

/** Who is to fall out. */
export type Falling =
  /** `leaveEmpty`: also where no reserve is left to take the place. */
  | { readonly kind: 'target'; readonly target: TargetId; readonly leaveEmpty: boolean }
  | ({ readonly kind: 'inspector' } & FallingInspector)

/** The number of the next substitution in a draw. */
export function nextSubstitution({ changes }: Pick<StandingDraw, 'changes'>): number {
  return (changes.at(-1)?.number ?? 0) + 1
}

/** What changes when somebody falls out of a draw as it stands (draw.md, section 7), or the refusal. */
export function substitute(from: StandingDraw, falling: Falling): readonly Change[] {
  const number = nextSubstitution(from)
  if (falling.kind === 'inspector') {
    const slots: readonly Slot[] = sortRows(ASSIGNMENT, seatsOf(from, falling))
    return done(from, replaceInspector(from.draw, from.standing, number, falling.inspector, slots))
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
