import { Worker } from 'node:worker_threads'
import { expect } from 'vitest'

/** Readers of a module of this folder, each asked in a thread of its own where every step is counted. */
export interface StepCounter {
  /** The steps of a reader for each of these arguments. */
  readonly of: (reader: string, given: readonly (readonly unknown[])[]) => Promise<Counted[]>
  readonly end: () => Promise<unknown>
}

interface Counted {
  readonly steps: number
  /** What the reader gave, where it was a number. */
  readonly answer: number | null
}

export function stepCounter(readers: string): StepCounter {
  const url = (name: string) => new URL(`./${name}`, import.meta.url)
  const worker = new Worker(url('step-worker.mjs'), { workerData: { readers: url(readers).href } })
  let before: Promise<unknown> = Promise.resolve()
  const ask = (message: unknown) =>
    new Promise<Counted[]>((done, fail) => {
      worker.once('error', fail)
      worker.once('message', counts => {
        worker.off('error', fail)
        done(counts)
      })
      worker.postMessage(message)
    })
  return {
    of(reader, given) {
      const counted = before.then(() => ask({ reader, given }))
      before = counted.catch(() => {})
      return counted
    },
    end: () => worker.terminate(),
  }
}

/**
 * Four times as much takes four times the steps where a reader is linear, sixteen times where it is quadratic: beyond
 * what it takes for next to nothing. Where it begins to read only when there is enough, a few steps for each of the
 * characters are nothing to wonder at.
 */
export function expectLinear(
  [nothing, once, fourfold]: readonly Counted[],
  length: number,
  of: string,
): void {
  const few = 2000 + length * 5
  const most = Math.max(0, once!.steps - nothing!.steps) * 5 + few
  const told = `${of}: ${[nothing, once, fourfold].map(counted => counted!.steps).join(', ')} steps`
  expect(fourfold!.steps - nothing!.steps <= most, told).toBe(true)
}
