import { spawnSync } from 'node:child_process'
import { cpSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { main } from '../../src/main.ts'
import type { World } from '../../src/terminal/desk.ts'
import { atScreen, type Screen } from './at-screen.ts'
import { freshFolder } from './scratch.ts'

const ROOT = join(import.meta.dirname, '../..')

/** What stands in a ```console block. */
export const BLOCK = /(?<=^```console\n)(?:.*\n)*?(?=```$)/gm

/**
 * A document with the output of every command as it is now: commands after `$ `, keys at the desk (which `ssj` alone
 * opens) after `⌨ `; a line of these that ends in ` …` leaves out the desk that comes back. A line `<!-- 时间 2026-02-25T09:00:00Z -->` says what the clock shows from there on.
 */
export async function replay(text: string, sitting: Sitting): Promise<string> {
  const pieces: string[] = []
  let end = 0
  for (const found of text.matchAll(BLOCK)) {
    const between = text.slice(end, found.index)
    for (const [, time] of between.matchAll(/^<!-- 时间 (\S+) -->$/gm)) sitting.setClock(time!)
    pieces.push(between)
    for (const [line, command] of commandsIn(found[0])) pieces.push(`${line}\n`, await sitting.run(command))
    end = found.index + found[0].length
  }
  await sitting.close()
  return pieces.join('') + text.slice(end)
}

/** The lines after `$ ` and `⌨ `; one that ends in `\` goes on in the next line. */
function commandsIn(block: string): [string, string][] {
  return [...block.matchAll(/^(?:\$ ((?:.*\\\n)*.*)|⌨ .*)$/gm)].map(([line, command]) => [
    line,
    command ?? line,
  ])
}

/** A clerk at a shell, who may sit down at the desk. */
export interface Sitting {
  readonly run: (command: string) => Promise<string>
  readonly setClock: (time: string) => void
  /** Gets up from the desk; what is left unsaid of a command that failed is an error. */
  readonly close: () => Promise<void>
}

/**
 * A clerk in a copy of the project's folder with nothing but the fixtures. A minute passes between commands. `chance` is
 * the byte that all chance consists of: of noughts no key of SM2 can be made.
 */
export function sit(start = '2026-02-25T09:00:00Z', chance = 0): Sitting {
  const folder = realpathSync(freshFolder())
  cpSync(join(ROOT, 'fixtures'), join(folder, 'fixtures'), { recursive: true })
  const env: Record<string, string> = {}
  let cwd = folder
  let code = 0
  let clock = Date.parse(start)
  let screen: Screen | null = null
  /** A command that fails is followed by `echo $?`, so that the reader sees the exit code too. */
  let unasked = ''
  const settle = () => {
    if (unasked !== '') throw new Error(`“${unasked}” ended with ${code}: show it with echo $?`)
  }
  const passing = () => {
    const now = new Date(clock).toISOString().replace('.000Z', 'Z')
    clock += 60_000
    return now
  }
  const getUp = async () => {
    await screen?.leave()
    screen = null
  }
  const world = (now: () => string) => ({
    ...{ cwd, env, patience: 0, now, systemUser: () => 'clerk' },
    randomBytes: (count: number) => new Uint8Array(count).fill(chance),
  })
  return {
    setClock(time) {
      clock = Date.parse(time)
    },
    async run(command) {
      if (command.startsWith('⌨ ')) {
        if (screen === null) throw new Error(`${command}: nobody sits at the desk`)
        await screen.press(command.slice(2).replace(/ …$/, ''))
        passing()
        return seen(await screen.look(), command)
      }
      await getUp()
      if (command === 'echo $?') {
        unasked = ''
        return `${code}\n`
      }
      settle()
      const [, name, value] = /^export (\w+)=(.*)$/.exec(command) ?? []
      if (name !== undefined) {
        env[name] = value!
        return ''
      }
      if (command.startsWith('cd ')) {
        cwd = join(cwd, command.slice(3))
        return ''
      }
      if (/^ssj(?: …)?$/.test(command)) {
        screen = atScreen(world(() => new Date(clock).toISOString().replace('.000Z', 'Z')))
        passing()
        return seen(await screen.look(), command)
      }
      let out: string
      if (command.startsWith('ssj ')) {
        const now = passing()
        ;[code, out] = await ssj(
          wordsOf(command).slice(1),
          world(() => now),
        )
      } else {
        ;[code, out] = shell(command, cwd)
      }
      if (code !== 0) unasked = command
      return out
    },
    async close() {
      await getUp()
      settle()
    },
  }
}

/** What the screen shows; after a line that ends in …, without the desk below the result. */
function seen(shown: string, line: string): string {
  return line.endsWith(' …') ? shown.replace(/\n?^双随机抽查\n-[\s\S]*/m, '……\n') : shown
}

async function ssj(
  argv: string[],
  place: Omit<World, 'stdin' | 'stdout' | 'stderr'>,
): Promise<[number, string]> {
  const pieces: string[] = []
  const stream = () =>
    new Writable({
      write(piece, _encoding, done) {
        pieces.push(String(piece))
        done()
      },
    })
  const code = await main(argv, {
    stdin: Readable.from([]),
    stdout: stream(),
    stderr: stream(),
    ...place,
  })
  return [code, pieces.join('')]
}

/** A terminal shows neither carriage returns nor a byte order mark. */
function shell(command: string, cwd: string): [number, string] {
  const ran = spawnSync('bash', ['--norc', '-c', command], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' },
  })
  return [ran.status ?? 2, (ran.stdout + ran.stderr).replace(/[\r\uFEFF]/g, '')]
}

/** Words as a shell splits them; of its quotes, the single ones. */
function wordsOf(command: string): string[] {
  return [...command.replaceAll('\\\n', ' ').matchAll(/(?:'[^']*'|[^\s'])+/g)].map(found =>
    found[0].replaceAll("'", ''),
  )
}
