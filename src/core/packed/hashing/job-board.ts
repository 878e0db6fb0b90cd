import { MOST_AT_ONCE, type TextsIn } from './row-hashing.ts'

/**
 * Texts that are to be hashed, laid where two threads see them: one lays them there and asks for what came of them, the other
 * takes what waits. Whoever comes first hashes; a job that the other thread took and did not end may be done again.
 */
export interface JobBoard {
  readonly memory: SharedArrayBuffer
  /** A number that changes with each job that is laid. */
  readonly laid: () => number
  /** Sleeps until another job is laid than there were, or until it is closed. */
  readonly sleep: (laid: number) => void
  readonly close: () => void
  readonly isClosed: () => boolean
  readonly places: readonly JobPlace[]
}

/** A place for one job. */
export interface JobPlace {
  readonly state: () => JobState
  /** Takes it from one state to another, unless it is in a third by now. */
  readonly move: (from: JobState, to: JobState) => boolean
  /** Waits so many milliseconds at most for it to leave a state. */
  readonly wait: (state: JobState, patience: number) => void
  /** Lays a job for whoever comes first; false where it finds no room. `key`: 64 digits, or none where a root is asked for. */
  readonly lay: (key: string | null, texts: TextsIn) => boolean
  readonly job: () => { readonly key: string | null; readonly texts: TextsIn }
  /** Eight words of a root, or the first word of each digest. */
  readonly result: Uint32Array
}

export const JOB_STATES = { free: 0, waiting: 1, taken: 2, done: 3 } as const
export type JobState = (typeof JOB_STATES)[keyof typeof JOB_STATES]

/** Memory for as many jobs as keep a thread busy while the other writes a piece of a list. */
export function newBoardMemory(): SharedArrayBuffer {
  return new SharedArrayBuffer(HEAD + PLACES * SIZE)
}

/** The board in a memory: each thread has its own view of it. */
export function jobBoard(memory: SharedArrayBuffer): JobBoard {
  const words = new Int32Array(memory, 0, HEAD / 4)
  const ring = (word: number) => {
    Atomics.add(words, word, 1)
    Atomics.notify(words, LAID)
  }
  return {
    memory,
    laid: () => Atomics.load(words, LAID),
    sleep: laid => {
      Atomics.wait(words, LAID, laid)
    },
    close() {
      Atomics.store(words, CLOSED, 1)
      ring(LAID)
    },
    isClosed: () => Atomics.load(words, CLOSED) === 1,
    places: Array.from({ length: PLACES }, (_, i) => placeAt(memory, HEAD + i * SIZE, () => ring(LAID))),
  }
}

function placeAt(memory: SharedArrayBuffer, at: number, ring: () => void): JobPlace {
  const words = new Int32Array(memory, at, 3)
  const key = new Uint8Array(memory, at + 12, KEY)
  const bounds = new Uint32Array(memory, at + BOUNDS_AT, 2 * MOST_AT_ONCE)
  const result = new Uint32Array(memory, at + RESULT_AT, MOST_AT_ONCE)
  const bytes = new Uint8Array(memory, at + BYTES_AT, MOST_BYTES)
  return {
    result,
    state: () => Atomics.load(words, STATE) as JobState,
    move(from, to) {
      const isMoved = Atomics.compareExchange(words, STATE, from, to) === from
      if (isMoved) Atomics.notify(words, STATE)
      return isMoved
    },
    wait: (state, patience) => {
      Atomics.wait(words, STATE, state, patience)
    },
    lay(keyOfAll, { bytes: own, bounds: places, count }) {
      const from = places[0]!
      const to = places[2 * count - 1]!
      if (to - from > MOST_BYTES || (keyOfAll !== null && keyOfAll.length !== KEY)) return false
      bytes.set(own.subarray(from, to))
      for (let i = 0; i < 2 * count; i++) bounds[i] = places[i]! - from
      words[COUNT] = count
      words[HAS_KEY] = keyOfAll === null ? 0 : 1
      if (keyOfAll !== null) for (let i = 0; i < KEY; i++) key[i] = keyOfAll.charCodeAt(i)
      Atomics.store(words, STATE, JOB_STATES.waiting)
      ring()
      return true
    },
    job: () => ({
      key: words[HAS_KEY] === 0 ? null : String.fromCharCode(...key),
      texts: { bytes, bounds, count: words[COUNT]! },
    }),
  }
}

const PLACES = 8
const [LAID, CLOSED] = [0, 1]
const [STATE, COUNT, HAS_KEY] = [0, 1, 2]
const [HEAD, KEY, MOST_BYTES] = [64, 64, 1 << 19]
const RESULT_AT = 128
const BOUNDS_AT = RESULT_AT + 4 * MOST_AT_ONCE
const BYTES_AT = BOUNDS_AT + 8 * MOST_AT_ONCE
const SIZE = BYTES_AT + MOST_BYTES
