import type { DepartmentCode, Digest } from '../../ids.ts'
import type { Pieces } from '../../pieces.ts'
import type { Commitment } from '../commitment/commitment.ts'
import type { DrawnCounts } from '../drawn-rows.ts'
import type { AssignmentRow } from '../folder/rows.ts'
import { tablePieces } from '../folder/table.ts'
import { ASSIGNMENT, SELECTION } from '../folder/tables.ts'
import { matchKeyOf } from '../seed/seed.ts'
import type { Selected } from '../selected.ts'
import { matchTeams, type Staff } from '../teams.ts'

/** A draw as it follows from the fixed files and the seed. */
export interface DrawnAgain {
  readonly counts: Omit<DrawnCounts, 'teams'>
  /** `selection.csv`. */
  readonly selection: Pieces
  /** Who goes where, worked out when it is asked for; undefined where the staff is not shown. */
  readonly teams: () => TeamsAgain | undefined
  /** Its rows, for whoever goes on from it: of a large draw they are made when they are asked for. */
  readonly rows: () => Selected
}

export type TeamsAgain =
  | {
      readonly kind: 'matched'
      /** `assignment.csv`. */
      readonly file: Pieces
      readonly rows: () => readonly AssignmentRow[]
    }
  | { readonly kind: 'infeasible'; readonly department: DepartmentCode }

/** Who could be matched, where that is shown. */
export type ShownStaff = Omit<Staff, 'frame'> | undefined

/** Draws from a verified `frame.csv` that is read as it passes: the same as from its rows. */
export type LargeDraw = (
  frame: Pieces,
  commitment: Commitment,
  drawKey: Digest,
  staff: ShownStaff,
) => DrawnAgain

/** A draw whose rows are at hand. */
export function drawnFromRows(selected: Selected, drawKey: Digest, staff: ShownStaff): DrawnAgain {
  const { selection, frame } = selected
  const drawn = selection.filter(({ status }) => status === 'drawn').length
  return {
    counts: { drawn, reserves: selection.length - drawn },
    selection: tablePieces(SELECTION, selection),
    teams() {
      if (staff === undefined) return undefined
      const teams = matchTeams({ ...staff, frame }, selection, department => matchKeyOf(drawKey, department))
      if (teams.kind === 'infeasible') return teams
      const { assignment } = teams
      return { kind: 'matched', file: tablePieces(ASSIGNMENT, assignment), rows: () => assignment }
    },
    rows: () => selected,
  }
}
