import { createHash } from 'node:crypto'
import type { Hasher } from '../core/hash.ts'
import type { Digest } from '../core/ids.ts'
import { laneHashing } from '../core/packed/hashing/lane-hashing.ts'
import { PLAIN_HASHING } from '../core/packed/hashing/plain-hashing.ts'
import type { RowHashing } from '../core/packed/hashing/row-hashing.ts'
import { sharedHashing } from '../core/packed/hashing/shared-hashing.ts'
import { newRowLoops, type RowLoops } from '../core/packed/loops/row-loops.ts'
import { hashingThread } from '../files/aside/hashing-thread.ts'
import type { Store } from '../store/open.ts'
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

/**
 * The same of the registry of a store, with a second thread that does part of it where rows are very many: it ends with the
 * store. `SSJ_HASH=alone` does without.
 */
export function hashingFor(desk: Desk, store: Store, rows: number): RowHashing {
  const kept = SHARED.get(store)
  if (kept !== undefined) return kept
  const own = rowHashing(desk)
  const { SSJ_HASH: said } = desk.world.env
  const board =
    rows < WORTH_A_THREAD || said === 'plain' || said === 'alone' ? null : hashingThread(store.whenClosed)
  if (board === null) return own
  const shared = sharedHashing(own, board)
  SHARED.set(store, shared)
  return shared
}

const SHARED = new WeakMap<Store, RowHashing>()

/** Of fewer rows the hash is done before a thread has started. */
const WORTH_A_THREAD = 200_000

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
