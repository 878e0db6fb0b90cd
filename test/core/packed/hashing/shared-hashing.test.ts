import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sha256Hex } from '../../../../src/core/hash.ts'
import { doJob } from '../../../../src/core/packed/hashing/do-jobs.ts'
import {
  JOB_STATES,
  type JobBoard,
  jobBoard,
  newBoardMemory,
} from '../../../../src/core/packed/hashing/job-board.ts'
import { laneHashing } from '../../../../src/core/packed/hashing/lane-hashing.ts'
import { PLAIN_HASHING } from '../../../../src/core/packed/hashing/plain-hashing.ts'
import type { TextsIn } from '../../../../src/core/packed/hashing/row-hashing.ts'
import { sharedHashing } from '../../../../src/core/packed/hashing/shared-hashing.ts'
import { lawOfMany } from '../../../helpers/law-of-many.ts'

const KEY = sha256Hex('key')
const MEMORY = newBoardMemory()
const LANES = { ...(laneHashing() ?? PLAIN_HASHING), digest: PLAIN_HASHING.digest }

/** What the other thread does between two jobs: it takes one and ends it, takes one and is gone, or is not there. */
type Other = 'does' | 'dies' | 'sleeps'
const WORK = fc.array(
  fc.record({
    length: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.constant(2000)),
    count: fc.integer({ min: 1, max: 9 }),
    isRoot: fc.boolean(),
    other: fc.constantFrom<Other>('does', 'dies', 'sleeps', 'sleeps'),
    isAsked: fc.boolean(),
  }),
  { minLength: 1, maxLength: 20 },
)

describe('what another thread may hash', () => {
  lawOfMany('has the digests of the law, whatever becomes of that thread', 6, part => {
    fc.assert(
      fc.property(WORK, work => {
        const board = freshBoard()
        const hashing = sharedHashing(LANES, board, 0)
        const bytes = new Uint8Array(1 << 15)
        const asked: (() => void)[] = []
        for (const [i, { length, count, isRoot, other, isAsked }] of work.entries()) {
          const texts = laid(bytes, length, count, i)
          const ask = isRoot ? rootOf(hashing, texts) : headsOf(hashing, texts)
          if (other === 'does') board.places.find(place => doJob(place, LANES))
          if (other === 'dies') board.places.find(place => place.move(JOB_STATES.waiting, JOB_STATES.taken))
          if (isAsked) ask()
          else asked.push(ask)
        }
        for (const ask of asked) ask()
      }),
      { numRuns: 90 / part },
    )
  })

  it('a text that finds no room on the board is hashed here', () => {
    const hashing = sharedHashing(LANES, freshBoard(), 0)
    const bytes = new Uint8Array(600_000).fill(7)
    const texts = { bytes, bounds: Uint32Array.of(0, bytes.length), count: 1 }
    expect(hashing.rootLater(texts)()).toEqual(PLAIN_HASHING.root(texts))
    expect(hashing.headsLater('', texts)()).toEqual(PLAIN_HASHING.headsLater('', texts)())
  })
})

function freshBoard(): JobBoard {
  new Uint8Array(MEMORY).fill(0)
  return jobBoard(MEMORY)
}

/** Texts that are written over by the next. */
function laid(bytes: Uint8Array, length: number, count: number, salt: number): TextsIn {
  const bounds = new Uint32Array(2 * count)
  for (let i = 0; i < count; i++) {
    bounds.set([10 + i * (length + 1), 10 + i * (length + 1) + length], 2 * i)
    bytes.fill(i + salt, bounds[2 * i]!, bounds[2 * i + 1]!)
  }
  return { bytes, bounds, count }
}

function rootOf(hashing: typeof PLAIN_HASHING, texts: TextsIn): () => void {
  const expected = PLAIN_HASHING.root(texts)
  const root = hashing.rootLater(texts)
  return () => expect([root(), root()]).toEqual([expected, expected])
}

function headsOf(hashing: typeof PLAIN_HASHING, texts: TextsIn): () => void {
  const expected = PLAIN_HASHING.headsLater(KEY, texts)()
  const heads = hashing.headsLater(KEY, texts)
  return () => expect([heads(), heads()]).toEqual([expected, expected])
}
