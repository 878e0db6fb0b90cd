import type { Desk } from './desk.ts'

/**
 * Shows progress on one line of stderr once a command takes more than a second; silent where there is no terminal that can. Where the
 * `total` of what is counted is known, beforehand or as it is counted, it tells how much is done, and how long the rest will
 * take as soon as enough is done to say so. A total that was too low leaves it at 99 %.
 */
export function progressOf(
  desk: Desk,
  what: string,
  total?: number,
): { readonly at: (count: number, all?: number) => void; readonly end: () => void } {
  const { stderr, env } = desk.world
  if (stderr.isTTY !== true || env.TERM === 'dumb' || desk.quiet || desk.json) return { at() {}, end() {} }
  const started = Date.now()
  const begun = BEGUN.get(desk) ?? started
  BEGUN.set(desk, begun)
  let shown = 0
  return {
    at(count, all = total) {
      const now = Date.now()
      if (now - begun < 1000 || now - shown < 200) return
      shown = now
      const line = all === undefined ? `${what} ${count}` : lineOf(desk, what, count / all, now - started)
      desk.world.stderr.write(`\r\u001b[K${line}`)
    },
    end() {
      if (shown > 0) desk.world.stderr.write('\r\u001b[K')
    },
  }
}

/** Shows what is done in one go, of which nothing can be counted, in a command that took a second already; gives what ends it. */
export function underWay(desk: Desk, what: string): () => void {
  const { stderr, env } = desk.world
  const isShown = stderr.isTTY === true && env.TERM !== 'dumb' && !desk.quiet && !desk.json
  const begun = BEGUN.get(desk)
  if (!isShown || begun === undefined || Date.now() - begun < 1000) return () => {}
  stderr.write(`\r\u001b[K${what}…`)
  return () => void stderr.write('\r\u001b[K')
}

/** The same rows, with progress told as they pass. */
export function* watchedRows<Row>(
  desk: Desk,
  what: string,
  rows: Iterable<Row>,
  total?: number,
): Generator<Row> {
  const progress = progressOf(desk, what, total)
  let passed = 0
  try {
    for (const row of rows) {
      progress.at(++passed)
      yield row
    }
  } finally {
    progress.end()
  }
}

/** When a command first had something to show: what comes after its first second is shown at once. */
const BEGUN = new WeakMap<Desk, number>()

function lineOf(desk: Desk, what: string, done: number, milliseconds: number): string {
  const percent = Math.min(99, Math.floor(100 * done))
  const left =
    milliseconds < 1000 || percent === 0 || done > 1 ? null : clock(milliseconds / done - milliseconds)
  return desk.say.common.progress(what, percent, left)
}

/** Milliseconds as minutes and seconds, rounded up, at least one. */
function clock(milliseconds: number): string {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
