import { type Commitment, commitmentDigest } from './commitment/commitment.ts'
import type { AssignmentRow, FrameRow, PoolRow, RecusalRow, SelectionRow } from './folder/rows.ts'
import { tableText } from './folder/table.ts'
import { ASSIGNMENT, SELECTION } from './folder/tables.ts'
import { drawKeyOf, matchKeyOf, type Seed, seedText, selectKeyOf } from './seed/seed.ts'
import { SEED_FILE } from './seed/seed-file.ts'
import { select } from './selection.ts'
import { matchTeams, type TeamsOutcome } from './teams.ts'

/** What the fixed files of a frozen draw hold. */
export interface Fixed {
  readonly commitment: Commitment
  readonly frame: readonly FrameRow[]
  readonly pool: readonly PoolRow[]
  readonly recusals: readonly RecusalRow[]
}

export type Drawn =
  | {
      readonly kind: 'drawn'
      readonly selection: readonly SelectionRow[]
      readonly assignment: readonly AssignmentRow[]
      /** `seed.txt`, `selection.csv` and `assignment.csv`, as their bytes. */
      readonly files: ReadonlyMap<string, Uint8Array>
    }
  | Extract<TeamsOutcome, { kind: 'infeasible' }>

/** The draw: what was fixed and a seed give selection and teams, and nothing else plays a part (draw.md, sections 4–6). */
export function draw({ commitment, frame, pool, recusals }: Fixed, seed: Seed): Drawn {
  const drawKey = drawKeyOf(commitment.spec, commitmentDigest(commitment), seed)
  const selection = select(frame, commitment.strata, selectKeyOf(drawKey))
  const { teams, avoidSameArea } = commitment
  const matched = matchTeams({ frame, pool, recusals, teams, avoidSameArea }, selection, department =>
    matchKeyOf(drawKey, department),
  )
  if (matched.kind === 'infeasible') return matched
  const files = new Map([
    [SEED_FILE, seedText(seed)],
    [SELECTION.file, tableText(SELECTION, selection)],
    [ASSIGNMENT.file, tableText(ASSIGNMENT, matched.assignment)],
  ])
  const encoder = new TextEncoder()
  return {
    kind: 'drawn',
    selection,
    assignment: matched.assignment,
    files: new Map([...files].map(([name, text]) => [name, encoder.encode(text)])),
  }
}
