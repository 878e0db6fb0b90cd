import { CODE_VALUES, CODE_WEIGHTS } from '../../registry/numbers/uscc.ts'
import { ASCII_IN_IDS } from '../../text.ts'
import { exportsOf, type WasmMemory } from '../hashing/wasm.ts'
import { LAYOUT } from './layout.ts'
import { loopModule } from './loop-module.ts'

/** Loops over many rows in WebAssembly, and the memory that they work in; what each does stands beside it. */
export interface RowLoops {
  readonly memory: WasmMemory
  readonly ids: (at: number, end: number, isPublic: 0 | 1) => number
  readonly write: (from: number, count: number, most: number) => number
  readonly rows: (from: number, at: number, end: number, cells: number) => number
  readonly lines: (at: number, end: number, most: number) => number
}

/** The module, with its tables in place; null where the machine has no vectors of 128 bits, or no WebAssembly. */
export function newRowLoops(): RowLoops | null {
  const loops = exportsOf(loopModule) as RowLoops | null
  if (loops === null) return null
  const bytes = new Uint8Array(loops.memory.buffer)
  for (let byte = 0; byte < 256; byte++) bytes[LAYOUT.values + byte] = CODE_VALUES[byte] ?? 0xff
  bytes.set(CODE_WEIGHTS, LAYOUT.weights)
  bytes.set(ASCII_IN_IDS, LAYOUT.inIds)
  for (let ones = 0; ones < 16; ones++) bytes.fill(0xff, LAYOUT.masks + 16 * ones, LAYOUT.masks + 17 * ones)
  return loops
}

/** Makes sure of room up to a place, and a few bytes more. */
export function ensureRoom({ memory }: RowLoops, end: number): void {
  const pages = Math.ceil((end + SLACK - memory.buffer.byteLength) / PAGE)
  if (pages > 0) memory.grow(pages)
}

/** Vectors are read and written beyond the end of what they are of. */
export const SLACK = 64
const PAGE = 65_536
