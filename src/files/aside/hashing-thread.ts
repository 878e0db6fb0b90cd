import { Worker } from 'node:worker_threads'
import { type JobBoard, jobBoard, newBoardMemory } from '../../core/packed/hashing/job-board.ts'

/** Node runs the built program only: from source, as in tests, there is one thread. */
const BUILT = import.meta.url.endsWith('.js')

/**
 * Starts a thread that hashes what is laid on a board, until `whenDone` says that nothing more will be; null where there is
 * none. It never keeps the process alive, and what it leaves undone, for whatever reason, is done by who laid it there.
 */
export function hashingThread(whenDone: (close: () => void) => void): JobBoard | null {
  if (!BUILT) return null
  const board = jobBoard(newBoardMemory())
  const worker = new Worker(new URL('./hashing-worker.js', import.meta.url), { workerData: board.memory })
  worker.unref()
  worker.on('error', () => {})
  whenDone(board.close)
  return board
}
