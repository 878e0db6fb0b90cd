import { join } from 'node:path'
import headless from '@xterm/headless'
import { NOW } from './ssj.ts'

/** Null where there is no binary of it for this platform. */
export const pty = await import('@lydell/node-pty').catch(() => null)

/** Whether anybody can sit at a terminal here; tests that need one are skipped by name elsewhere. */
export const HAS_TERMINAL = pty !== null

/** Keys that write nothing. */
export const KEYS = {
  enter: '\r',
  escape: '\u001b',
  up: '\u001b[A',
  down: '\u001b[B',
  interrupt: '\u0003',
  end: '\u0004',
  clear: '\u0015',
} as const
type Key = keyof typeof KEYS

/** Somebody at a terminal of this size, in which `ssj` runs. */
export interface Terminal {
  /** What the screen shows, line by line; with `all` also what has scrolled away. */
  readonly screen: (all?: boolean) => string
  /** Waits until the screen shows a text, wherever its lines break. */
  readonly sees: (text: string) => Promise<void>
  /** Waits until one of these texts stands in the question that is open, or in what is offered below it. */
  readonly asks: (...texts: readonly string[]) => Promise<void>
  /** Waits a moment. */
  readonly pause: () => Promise<void>
  /** Presses keys; each counts. */
  readonly press: (...keys: readonly Key[]) => Promise<void>
  /** Types a text; each sign counts, unless it is a file's name or a seed. */
  readonly type: (text: string, isFree?: 'free') => Promise<void>
  readonly keys: () => number
  readonly resize: (columns: number, rows: number) => void
  /** Closes the window. */
  readonly close: () => void
  /** Ends the program as a power cut does: it hears nothing of it. */
  readonly crash: () => void
  /** The exit code, once it has left. */
  readonly left: Promise<number>
}

/** Opens a terminal in a folder and starts `ssj` there. */
export function openTerminal(
  cwd: string,
  {
    columns = 80,
    rows = 24,
    now = NOW,
    env = {},
    patience = 30_000,
  }: {
    readonly columns?: number
    readonly rows?: number
    readonly now?: string
    readonly env?: Readonly<Record<string, string>>
    /** How long, in milliseconds, a text may take to come. */
    readonly patience?: number
  },
  ...argv: string[]
): Terminal {
  const shown = new headless.Terminal({ cols: columns, rows, scrollback: 10_000, allowProposedApi: true })
  const program = [join(import.meta.dirname, 'in-terminal.mjs'), ...argv]
  const { PATH = '', HOME = '' } = process.env
  const child = pty!.spawn(process.execPath, program, {
    name: 'xterm-256color',
    cols: columns,
    rows,
    cwd,
    env: { PATH, HOME, TERM: 'xterm-256color', NO_COLOR: '1', TEST_NOW: now, ...env },
  })
  let count = 0
  let isGone = false
  let lastAt = Date.now()
  child.onData(data => {
    lastAt = Date.now()
    shown.write(data)
  })
  const left = new Promise<number>(resolve =>
    child.onExit(({ exitCode }) => {
      isGone = true
      resolve(exitCode)
    }),
  )
  const screen = (all = false) => {
    const { active } = shown.buffer
    const from = all ? 0 : active.baseY
    const lines = Array.from({ length: active.length - from }, (_, i) =>
      (active.getLine(from + i)?.translateToString(true) ?? '').trimEnd(),
    )
    return lines.join('\n').trimEnd()
  }
  const quiet = async () => {
    while (Date.now() - lastAt < 30) await pause(10)
  }
  const shows = async (texts: readonly string[], where: () => string) => {
    const wanted = texts.map(flat)
    const until = Date.now() + patience
    for (; !wanted.some(text => flat(where()).includes(text)); await pause(10))
      if (Date.now() > until || (isGone && Date.now() - lastAt > 500))
        throw new Error(`the terminal never showed “${texts.join('” or “')}”, but:\n${screen()}`)
    await quiet()
  }
  return {
    screen,
    sees: text => shows([text], screen),
    asks: (...texts) =>
      shows(texts, () => {
        const lines = screen().split('\n')
        const open = lines.findLastIndex(line => line.startsWith('? '))
        return open < 0 ? '' : lines.slice(open).join('\n')
      }),
    async press(...keys) {
      for (const key of keys) {
        count++
        child.write(KEYS[key])
        await pause(key === 'escape' ? 150 : 20)
      }
    },
    async type(text, isFree) {
      if (isFree === undefined) count += [...text].length
      child.write(text)
      await pause(30)
    },
    pause: () => pause(10),
    keys: () => count,
    resize(columns, rows) {
      child.resize(columns, rows)
      shown.resize(columns, rows)
    },
    close: () => child.kill('SIGHUP'),
    crash: () => child.kill('SIGKILL'),
    left,
  }
}

function pause(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms))
}

/** Lines break where the window ends, in the middle of a word of Chinese: they say nothing. */
function flat(text: string): string {
  return text.replaceAll(/\s/g, '')
}
