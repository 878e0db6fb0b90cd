import { commitmentDigest } from '../../draw/commitment/commitment.ts'
import type { Fixed } from '../../draw/draw.ts'
import type { Outcome } from '../../draw/drawn-rows.ts'
import { ASSIGNMENT, SELECTION } from '../../draw/folder/tables.ts'
import { drawKeyOf, matchKeyOf, type Seed, seedText, selectKeyOf } from '../../draw/seed/seed.ts'
import { SEED_FILE } from '../../draw/seed/seed-file.ts'
import type { Pieces } from '../../pieces.ts'
import type { RowHashing } from '../hashing/row-hashing.ts'
import { chooseRows, countsOf, drawnRows, selectionFile, selectionRows } from './chosen-rows.ts'
import { lowRows } from './low-rows.ts'
import {
  assignmentFile,
  assignmentRows,
  matchRows,
  orderedTeams,
  peopleIn,
  type TeamRows,
} from './team-rows.ts'

/**
 * Draws as `draw` does, from those lines of a frame that may be drawn or be reserves: the same files and rows, none of
 * which is an object before somebody goes through them.
 */
export function drawPacked(
  { commitment, pool, recusals }: Omit<Fixed, 'frame'>,
  lines: Uint8Array,
  seed: Seed,
  hashing: RowHashing,
): Outcome {
  const { spec, strata, teams, avoidSameArea } = commitment
  const drawKey = drawKeyOf(spec, commitmentDigest(commitment), seed)
  const rows = lowRows(lines)
  const chosen = chooseRows(rows, strata, selectKeyOf(drawKey), hashing)
  const drawn = drawnRows(rows, chosen)
  const matched = matchRows(rows, drawn, { pool, recusals, teams, avoidSameArea }, department =>
    matchKeyOf(drawKey, department),
  )
  if (matched.kind === 'infeasible') return matched
  const selection = selectionFile(rows, chosen)
  const ordered = orderedTeams(rows, drawn, matched.teams)
  const assignment = assignmentFile(rows, ordered)
  return {
    kind: 'drawn',
    selection: selectionRows(selection),
    assignment: assignmentRows(assignment),
    files: new Map<string, Uint8Array | Pieces>([
      [SEED_FILE, new TextEncoder().encode(seedText(seed))],
      [SELECTION.file, selection],
      [ASSIGNMENT.file, assignment],
    ]),
    inspectors: peopleIn(ordered),
    counts: { ...countsOf(chosen), teams: visitsOf(matched.teams) },
  }
}

function visitsOf(teams: readonly TeamRows[]): number {
  return teams.reduce((sum, { seats, holder }) => sum + (seats === 0 ? 0 : holder.length / seats), 0)
}
