import { JOB_STATES, type JobBoard, type JobPlace } from './job-board.ts'
import type { RowHashing } from './row-hashing.ts'

/** Does the jobs of a board as they are laid, until it is closed: the work of a thread that has nothing else to do. */
export function doJobs(board: JobBoard, hashing: Pick<RowHashing, 'root' | 'heads'>): void {
  while (!board.isClosed()) {
    const laid = board.laid()
    const isIdle = board.places.filter(place => doJob(place, hashing)).length === 0
    if (isIdle) board.sleep(laid)
  }
}

/** Does the job of a place, if one waits there. */
export function doJob(place: JobPlace, hashing: Pick<RowHashing, 'root' | 'heads'>): boolean {
  if (!place.move(JOB_STATES.waiting, JOB_STATES.taken)) return false
  const { key, texts } = place.job()
  if (key === null) place.result.set(hashing.root(texts))
  else hashing.heads(key, texts, place.result)
  place.move(JOB_STATES.taken, JOB_STATES.done)
  return true
}
