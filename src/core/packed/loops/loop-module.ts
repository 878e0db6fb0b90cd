import { moduleBytes } from '../hashing/assembler.ts'
import { ids } from './ids-function.ts'
import { lines } from './lines-function.ts'
import { rows } from './rows-function.ts'
import { write } from './write-function.ts'

/** The module of the loops over many rows; the program has it assembled (`src/cli/build.mjs`). */
export const loopModule = (): Uint8Array => moduleBytes([ids(), write(), rows(), lines()], PAGES)

/** At first; the rest is added as it is needed. */
const PAGES = 8
