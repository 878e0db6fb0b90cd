import { moduleBytes } from './assembler.ts'
import { LANE_FUNCTIONS } from './lane-functions.ts'
import { PAGES } from './layout.ts'

/** The module of the hash of many rows; the program has it assembled (`src/cli/build.mjs`). */
export const laneModule = (): Uint8Array => moduleBytes(LANE_FUNCTIONS, PAGES)
