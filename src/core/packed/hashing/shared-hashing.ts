import { doJob } from './do-jobs.ts'
import { JOB_STATES, type JobBoard, type JobPlace } from './job-board.ts'
import type { RowHashing, TextsIn } from './row-hashing.ts'

/**
 * The same hash, of which another thread does what it comes to: what is asked for later is laid on a board, and done here
 * where the board is full or nobody has taken it by the time that it is needed. Nothing hangs on that thread: where it fails, or never
 * comes, everything is done here.
 */
export function sharedHashing(own: RowHashing, board: JobBoard, patience = PATIENCE): RowHashing {
  const pending = new Map<JobPlace, Pending>()
  let turn = 0
  const later = (key: string | null, texts: TextsIn, here: () => Uint32Array): (() => Uint32Array) => {
    const place = board.places[turn % board.places.length]!
    const before = pending.get(place)
    if (before !== undefined && place.state() === JOB_STATES.done) {
      before.result = taken(place, before)
      pending.delete(place)
    }
    if (pending.has(place) || !place.lay(key, texts)) {
      const result = here()
      return () => result
    }
    turn++
    const job: Pending = { length: key === null ? 8 : texts.count, result: null }
    pending.set(place, job)
    return () => {
      job.result ??= finish(place, job)
      return job.result
    }
  }
  const finish = (place: JobPlace, job: Pending): Uint32Array => {
    // Jobs that nobody took are done here; one that is under way there is soon at its end, or its thread is.
    if (!doJob(place, own) && place.state() === JOB_STATES.taken) place.wait(JOB_STATES.taken, patience)
    if (place.state() !== JOB_STATES.done) return again(place, job)
    pending.delete(place)
    return taken(place, job)
  }
  /** The place stays taken: nobody knows when the other thread writes to it. */
  const again = (place: JobPlace, { length }: Pending): Uint32Array => {
    const { key, texts } = place.job()
    if (key === null) return Uint32Array.from(own.root(texts))
    const heads = new Uint32Array(length)
    own.heads(key, texts, heads)
    return heads
  }
  return {
    ...own,
    rootLater(leaves) {
      const words = later(null, leaves, () => Uint32Array.from(own.root(leaves)))
      return () => new Int32Array(words().buffer)
    },
    headsLater: (key, texts) => later(key, texts, () => own.headsLater(key, texts)()),
  }
}

/** Of a job that was laid: what came of it, once somebody asked or its place was needed. */
interface Pending {
  readonly length: number
  result: Uint32Array | null
}

function taken({ result, move }: JobPlace, { length }: Pending): Uint32Array {
  const own = result.slice(0, length)
  move(JOB_STATES.done, JOB_STATES.free)
  return own
}

/** A job takes some milliseconds: after so many of them its thread is taken to be gone. */
const PATIENCE = 3000
