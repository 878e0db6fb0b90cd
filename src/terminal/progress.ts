import type { Desk } from './desk.ts'

/**
 * Shows progress on one line of stderr once something takes more than a second; silent where there is no terminal that can. Where the
 * `total` of what is counted is known, beforehand or as it is counted, it tells how much is done and how long the rest will take.
 */
export function progressOf(
  desk: Desk,
  what: string,
  total?: number,
): { readonly at: (count: number, all?: number) => void; readonly end: () => void } {
  const { stderr, env } = desk.world
  if (stderr.isTTY !== true || env.TERM === 'dumb' || desk.quiet || desk.json) return { at() {}, end() {} }
  const started = Date.now()
  let shown = 0
  return {
    at(count, all = total) {
      const now = Date.now()
      if (now - started < 1000 || now - shown < 200) return
      shown = now
      const line =
        all === undefined || all < count
          ? `${what} ${count}`
          : desk.say.common.progress(
              what,
              Math.floor((100 * count) / all),
              clock(((now - started) * (all - count)) / count),
            )
      desk.world.stderr.write(`\r\u001b[K${line}`)
    },
    end() {
      if (shown > 0) desk.world.stderr.write('\r\u001b[K')
    },
  }
}

/** Milliseconds as minutes and seconds, rounded up. */
function clock(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
