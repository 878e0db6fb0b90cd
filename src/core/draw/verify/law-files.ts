import { COMMITMENT_FILE } from '../commitment/commitment.ts'
import { ASSIGNMENT, EXCLUSIONS, FRAME, POOL, RECUSALS, SELECTION, SUBSTITUTIONS } from '../folder/tables.ts'
import { SEED_FILE } from '../seed/seed-file.ts'

/** The files of a draw folder that the law states, without the sums over them. */
export const LAW_FILES: readonly string[] = [
  ...[COMMITMENT_FILE, SEED_FILE],
  ...[FRAME, EXCLUSIONS, POOL, RECUSALS, SELECTION, ASSIGNMENT, SUBSTITUTIONS].map(({ file }) => file),
]
