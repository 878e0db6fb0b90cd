import type { Desk } from './desk.ts'

/** Shows progress on one line of stderr once something takes more than a second; silent where there is no terminal. */
export function progressOf(
  desk: Desk,
  what: string,
): { readonly at: (count: number) => void; readonly end: () => void } {
  if (desk.world.stderr.isTTY !== true || desk.quiet || desk.json) return { at() {}, end() {} }
  const started = Date.now()
  let shown = 0
  return {
    at(count) {
      const now = Date.now()
      if (now - started < 1000 || now - shown < 200) return
      shown = now
      desk.world.stderr.write(`\r\u001b[K${what} ${count}`)
    },
    end() {
      if (shown > 0) desk.world.stderr.write('\r\u001b[K')
    },
  }
}
