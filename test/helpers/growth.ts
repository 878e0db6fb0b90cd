import { expect } from 'vitest'

/** Of the processor, not of the clock: other programs may have the machine meanwhile. The least of so many. */
export async function millisecondsOf(work: () => unknown, tries = 3): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < tries; i++) {
    const start = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(start)
    least = Math.min(least, (user + system) / 1000)
  }
  return least
}

/**
 * Sixteen times as much takes sixteen times as long where a reader is linear, 256 times where it is quadratic: then
 * seconds, which is why what takes less than `short` milliseconds is looked at no closer.
 */
export async function expectLinear(
  work: (length: number) => unknown,
  length: number,
  short = 400,
): Promise<void> {
  if ((await millisecondsOf(() => work(length), 1)) < short) return
  const [small, large] = [
    await millisecondsOf(() => work(length / 16)),
    await millisecondsOf(() => work(length), 2),
  ]
  expect(large < small * 64, `${small} ms, then ${large} ms`).toBe(true)
}
