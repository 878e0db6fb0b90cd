import { PassThrough, Writable } from 'node:stream'
import headless from '@xterm/headless'
import { main } from '../../src/main.ts'
import type { World } from '../../src/terminal/desk.ts'

/** Signs of keys as the manual writes them. */
const KEYS: Readonly<Record<string, string>> = {
  '⏎': '\r',
  Esc: '\u001b',
  '↑': '\u001b[A',
  '↓': '\u001b[B',
}

/** How large a window is, in signs. */
export interface WindowSize {
  readonly columns: number
  readonly rows: number
}

const WIDE: WindowSize = { columns: 120, rows: 50 }

/** Somebody at the desk, whose screen is read as it is. */
export interface Screen {
  /** What has come since the last look, from the question that was open then: the answers that were given stand in it. */
  readonly look: () => Promise<string>
  /** Presses keys and types texts, parted by blanks; each waits until the one before has been answered. */
  readonly press: (keys: string) => Promise<void>
  /** All that the desk itself wrote, results beside it, with what steers a terminal. */
  readonly written: () => string
  /** The question that is open and what is offered below it, as many lines as it takes in the window. */
  readonly open: () => Promise<readonly string[]>
  /** Leaves, wherever one is. */
  readonly leave: () => Promise<void>
}

/**
 * `ssj` alone, in this process, on a terminal that only the test sees: what is asked, offered and told stands on it as it
 * would on a window of this size.
 */
export function atScreen(world: Omit<World, 'stdin' | 'stdout' | 'stderr'>, size: WindowSize = WIDE): Screen {
  const shown = new headless.Terminal({
    cols: size.columns,
    rows: size.rows,
    scrollback: 100_000,
    convertEol: true,
    allowProposedApi: true,
  })
  let [pending, writes] = [0, 0]
  let said = ''
  const stream = (hear: (piece: string) => void = () => {}) =>
    Object.assign(
      new Writable({
        write(piece, _encoding, done) {
          hear(String(piece))
          writes++
          pending++
          shown.write(String(piece), () => pending--)
          done()
        },
      }),
      { isTTY: true, ...size, end: () => undefined },
    )
  const stdin = Object.assign(new PassThrough(), { isTTY: true })
  let isGone = false
  const stderr = stream(piece => {
    said += piece
  })
  const left = main([], { ...world, stdin, stdout: stream(), stderr } as unknown as World).finally(() => {
    isGone = true
  })
  const lines = () =>
    Array.from({ length: shown.buffer.active.length }, (_, i) =>
      (shown.buffer.active.getLine(i)?.translateToString(true) ?? '').trimEnd(),
    )
  const openAt = () => lines().findLastIndex(line => /^[?√] /.test(line))
  const isOpen = () => lines()[openAt()]?.startsWith('? ') ?? false
  /** Nothing more comes, and a question is open: everything runs in this one process, so that work that goes on is heard. */
  const settled = async () => {
    for (const until = Date.now() + 20_000; ; ) {
      const before = writes
      for (let turn = 0; turn < 4; turn++) await pause(4)
      if (isGone || (writes === before && pending === 0 && isOpen())) return
      if (Date.now() > until) throw new Error(`nothing more is asked:\n${lines().join('\n').trimEnd()}`)
    }
  }
  let from = 0
  return {
    async look() {
      await settled()
      const all = lines()
      const said = all.slice(from).join('\n').trimEnd()
      from = isOpen() ? openAt() : all.length
      return said === '' ? '' : `${said}\n`
    },
    written: () => said,
    async open() {
      await settled()
      return lines().slice(openAt()).join('\n').trimEnd().split('\n')
    },
    async press(keys) {
      for (const [, quoted, plain] of keys.matchAll(/“([^”]*)”|(\S+)/g)) {
        await settled()
        stdin.write(quoted ?? KEYS[plain!] ?? plain!)
        // A lone Escape is told from an arrow by the time that passes.
        if (plain === 'Esc') await pause(130)
        // Lines that come at once are a paste.
        if (plain === '⏎' && world.env.TERM === 'dumb') await pause(60)
      }
    },
    async leave() {
      await settled()
      if (!isGone) stdin.write('\u0003')
      await left
    },
  }
}

function pause(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms))
}
