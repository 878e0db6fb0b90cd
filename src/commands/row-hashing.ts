import { createHash } from 'node:crypto'
import type { Hasher } from '../core/hash.ts'
import type { Digest } from '../core/ids.ts'
import { laneHashing } from '../core/packed/hashing/lane-hashing.ts'
import { PLAIN_HASHING } from '../core/packed/hashing/plain-hashing.ts'
import type { RowHashing } from '../core/packed/hashing/row-hashing.ts'
import { newRowLoops, type RowLoops } from '../core/packed/loops/row-loops.ts'
import type { Desk } from '../terminal/desk.ts'

/** The loops over many rows, where the machine has WebAssembly; `SSJ_HASH=plain` has them gone over by plain code too. */
export function rowLoops({ world }: Desk): RowLoops | null {
  return world.env.SSJ_HASH === 'plain' ? null : newRowLoops()
}

/**
 * The hash of many rows: by WebAssembly where the machine has it, and whole files by Node's own, which processors have
 * instructions for; `SSJ_HASH=plain` has both done by the code that an auditor reads.
 */
export function rowHashing({ world }: Desk): RowHashing {
  if (world.env.SSJ_HASH === 'plain') return PLAIN_HASHING
  return { ...(laneHashing() ?? PLAIN_HASHING), digest: fileDigest }
}

function fileDigest(): Hasher {
  const hash = createHash('sha256')
  const self: Hasher = {
    update(piece) {
      hash.update(piece)
      return self
    },
    hex: () => hash.digest('hex') as Digest,
    bytes: () => new Uint8Array(hash.digest()),
  }
  return self
}
