import { INITIAL, K } from '../../sha256.ts'
import { CONSTANTS_AT } from './compression.ts'
import { laneModule } from './lane-module.ts'
import { LAYOUT } from './layout.ts'
import { exportsOf } from './wasm.ts'

/** The functions of the module, and its memory. Nothing of it is kept from one call to the next. */
export interface Lanes {
  readonly memory: { readonly buffer: ArrayBuffer }
  /**
   * Digests of `count` texts of {@link LAYOUT.input}, of which `bounds` has where each begins and ends: after a byte, where
   * it is none below 0, and after `before` bytes of which `start` has the state. They go to `output`, eight words each.
   */
  readonly many: (count: number, byte: number, before: number) => void
  /** The nodes above `count` pairs of digests of `output`, which take their place. */
  readonly above: (count: number) => void
}

/** The module, with constants and initial states in place; null where the machine has no vectors of 128 bits, or no WebAssembly. */
export function newLanes(): Lanes | null {
  const lanes = exportsOf(laneModule) as Lanes | null
  if (lanes === null) return null
  const words = new Int32Array(lanes.memory.buffer)
  words.set(K, CONSTANTS_AT / 4)
  words.set(INITIAL, LAYOUT.start / 4)
  return lanes
}
