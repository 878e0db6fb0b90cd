import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'
import { JOB_STATES, jobBoard, newBoardMemory } from '../../../src/core/packed/hashing/job-board.ts'
import { PLAIN_HASHING } from '../../../src/core/packed/hashing/plain-hashing.ts'
import type { RowHashing } from '../../../src/core/packed/hashing/row-hashing.ts'
import { sharedHashing } from '../../../src/core/packed/hashing/shared-hashing.ts'

const ROOT = join(import.meta.dirname, '../../..')

const TEXTS = {
  bytes: new TextEncoder().encode('全部,T1,A,\n全部,T2,B,\n'),
  bounds: Uint32Array.of(0, 12, 13, 25),
  count: 2,
}

/** Both the worker of the compiled modules and the one that the program is bundled with. */
it.each(['dist/files/aside', 'dist/program'])(
  'the thread of %s hashes what is laid for it, and ends',
  async folder => {
    const { worker, board } = started(folder)
    const ended = new Promise(resolve => worker.on('exit', resolve))
    const hashing = sharedHashing(neverHere, board)
    const roots = Array.from({ length: 20 }, (_, i) => {
      const root = hashing.rootLater(TEXTS)
      const place = board.places[i % board.places.length]!
      place.wait(JOB_STATES.waiting, 10_000)
      place.wait(JOB_STATES.taken, 10_000)
      return root()
    })
    expect(roots).toEqual(roots.map(() => PLAIN_HASHING.root(TEXTS)))
    board.close()
    expect(await ended).toBe(0)
  },
)

it('what a thread leaves undone that is gone is done here', async () => {
  const { worker, board } = started('dist/program')
  await worker.terminate()
  const hashing = sharedHashing(PLAIN_HASHING, board)
  expect(hashing.rootLater(TEXTS)()).toEqual(PLAIN_HASHING.root(TEXTS))
})

function started(folder: string) {
  const board = jobBoard(newBoardMemory())
  const url = pathToFileURL(join(ROOT, folder, 'hashing-worker.js'))
  return { worker: new Worker(url, { workerData: board.memory }), board }
}

const neverHere: RowHashing = {
  ...PLAIN_HASHING,
  root: () => {
    throw new Error('the other thread had it')
  },
}
