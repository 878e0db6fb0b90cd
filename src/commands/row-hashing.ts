import { laneHashing } from '../core/packed/hashing/lane-hashing.ts'
import { PLAIN_HASHING } from '../core/packed/hashing/plain-hashing.ts'
import type { RowHashing } from '../core/packed/hashing/row-hashing.ts'
import type { Desk } from '../terminal/desk.ts'

/** The hash of many rows: by WebAssembly where the machine has it, and `SSJ_HASH=plain` does not forbid it. */
export function rowHashing({ world }: Desk): RowHashing {
  const lanes = world.env.SSJ_HASH === 'plain' ? null : laneHashing()
  return lanes ?? PLAIN_HASHING
}
