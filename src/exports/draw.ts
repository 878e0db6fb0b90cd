/**
 * `shuangsuiji/draw`: the law of the draw itself, pure: what is fixed, what a seed is, whom both give. For programs that
 * draw under the same law: `freezeDraw` makes the files of a commitment, `parseSeedLines` a seed of what was announced,
 * `draw` selection and teams of both.
 */
export { type Frozen, freezeDraw, type Parts } from '../core/draw/commitment/freeze.ts'
export { type Drawn, draw, type Fixed } from '../core/draw/draw.ts'
export type {
  AssignmentRow,
  ExclusionRow,
  FrameRow,
  PoolRow,
  RecusalRow,
  SelectionRow,
  Stratum,
  Team,
} from '../core/draw/folder/rows.ts'
export { parseSeedLines, type Seed, type SeedProblem, type SeedReading } from '../core/draw/seed/seed.ts'
