import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { main } from '../src/main.ts'
import type { World } from '../src/terminal/desk.ts'
import { freshFolder } from './helpers/scratch.ts'

/**
 * Every ```console block of these documents is run and must say exactly what stands there. After a change of a
 * sentence: `UPDATE_TRANSCRIPTS=1 npx vitest run test/readme.test.ts`, then read the difference.
 */
const ROOT = join(import.meta.dirname, '..')
const TRANSCRIPTS = join(ROOT, 'fixtures/transcripts')
const DOCUMENTS = [
  join(ROOT, 'README.md'),
  join(ROOT, 'docs/rules.md'),
  join(ROOT, 'docs/dirty-files.md'),
  ...readdirSync(TRANSCRIPTS)
    .filter(name => name.endsWith('.md'))
    .sort()
    .map(name => join(TRANSCRIPTS, name)),
]
const UPDATE = process.env.UPDATE_TRANSCRIPTS === '1'

describe('transcripts', () => {
  test.each(DOCUMENTS)('%s says what the program says', async path => {
    const text = readFileSync(path, 'utf8')
    const replayed = await replay(text)
    if (UPDATE) writeFileSync(path, replayed)
    else expect(replayed).toBe(text)
    expect(text.match(BLOCK)).toHaveLength(text.match(/^```console$/gm)?.length ?? -1)
  })
})

const BLOCK = /(?<=^```console\n)(?:.*\n)*?(?=```$)/gm

/** The document with the output of every command as it is now. One document is one sitting: blocks follow each other. */
async function replay(text: string): Promise<string> {
  const sitting = sit()
  const pieces: string[] = []
  let end = 0
  for (const found of text.matchAll(BLOCK)) {
    pieces.push(text.slice(end, found.index))
    for (const command of commandsIn(found[0])) pieces.push(`$ ${command}\n`, await sitting.run(command))
    end = found.index + found[0].length
  }
  sitting.close()
  return pieces.join('') + text.slice(end)
}

/** The lines after `$ `; one that ends in `\` goes on in the next line. */
function commandsIn(block: string): string[] {
  return [...block.matchAll(/^\$ ((?:.*\\\n)*.*)$/gm)].map(found => found[1]!)
}

interface Sitting {
  readonly run: (command: string) => Promise<string>
  readonly close: () => void
}

/** A clerk at a shell, in a copy of the project's folder with nothing but the fixtures. A minute passes between commands. */
function sit(): Sitting {
  const folder = realpathSync(freshFolder())
  cpSync(join(ROOT, 'fixtures'), join(folder, 'fixtures'), { recursive: true })
  const env: Record<string, string> = {}
  let cwd = folder
  let code = 0
  let minute = 0
  /** A command that fails is followed by `echo $?`, so that the reader sees the exit code too. */
  let unasked = ''
  const settle = () => {
    if (unasked !== '') throw new Error(`“${unasked}” ended with ${code}: show it with echo $?`)
  }
  return {
    async run(command) {
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
      let out: string
      if (command.startsWith('ssj ')) {
        ;[code, out] = await ssj(wordsOf(command).slice(1), { cwd, env }, minute++)
      } else {
        ;[code, out] = shell(command, cwd)
      }
      if (code !== 0) unasked = command
      return out
    },
    close: settle,
  }
}

async function ssj(
  argv: string[],
  place: Pick<World, 'cwd' | 'env'>,
  minute: number,
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
    patience: 0,
    now: () => `2026-02-25T09:${String(minute).padStart(2, '0')}:00Z`,
    randomBytes: count => new Uint8Array(count),
    systemUser: () => 'clerk',
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
