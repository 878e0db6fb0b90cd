import { Readable, Writable } from 'node:stream'
import { run } from '../../src/cli/cli.ts'
import { atDesk } from '../../src/commands/desk/sit-down.ts'
import type { Execute } from '../../src/commands/desk/sitting.ts'
import { WentBack } from '../../src/terminal/asked.ts'
import type { Asker } from '../../src/terminal/asker.ts'
import { type Desk, deskFor, type World } from '../../src/terminal/desk.ts'
import type { Language } from '../../src/terminal/sentences/load-sentences.ts'
import { NOW, type Office } from './ssj.ts'

/** An answer at the desk: a text, a part of the choice to take, `y` or `n`, or to go back. */
export type Step = string | typeof BACK
export const BACK = Symbol('Escape')

/** A desk that nobody sees, with what it told so far. */
export async function quietDesk(
  here: Office,
  language: Language,
  now = NOW,
): Promise<{ readonly desk: Desk; readonly told: () => string }> {
  let told = ''
  const stream = (hear: (piece: string) => void) =>
    Object.assign(
      new Writable({
        write(piece, _, done) {
          hear(String(piece))
          done()
        },
      }),
      { isTTY: true, columns: 80 },
    )
  const world: World = {
    stdin: Object.assign(Readable.from([]), { isTTY: true }),
    stdout: stream(() => {}),
    stderr: stream(piece => {
      told += piece
    }),
    ...{ cwd: here.folder, patience: 100, now: () => now, systemUser: () => 'nobody' },
    env: { SSJ_DB: here.db, SSJ_ACTOR: '测试员', NO_COLOR: '1', SSJ_LANG: language },
    randomBytes: count => new Uint8Array(count),
  }
  return { desk: await deskFor(world, {}), told: () => told }
}

/** Runs nothing but looks at files, which write nothing, and what is taken back. */
export const onlyLooks: Execute = async (line, world) =>
  line.includes('--dry-run') || world.tentative !== undefined ? run(line, world) : 0

/** Sits at the desk and gives these answers, then leaves: what was asked and offered, and what was shown. */
export async function sitting(here: Office, steps: readonly Step[]) {
  let shown = ''
  const asked: string[] = []
  const offered: string[] = []
  const stream = () =>
    Object.assign(
      new Writable({
        write(piece, _, done) {
          shown += String(piece)
          done()
        },
      }),
      { isTTY: true, columns: 80, rows: 1_000 },
    )
  const world: World = {
    ...{ stdin: Object.assign(Readable.from([]), { isTTY: true }), stdout: stream(), stderr: stream() },
    ...{ cwd: here.folder, patience: 100, now: () => NOW, systemUser: () => 'nobody' },
    env: { SSJ_DB: here.db, SSJ_ACTOR: '测试员', NO_COLOR: '1', SSJ_LANG: 'zh' },
    randomBytes: count => new Uint8Array(count),
  }
  const left = [...steps]
  const next = (message: string): string => {
    asked.push(message)
    const step = left.shift()
    if (step === undefined) throw Object.assign(new Error(message), { name: 'ExitPromptError' })
    if (step === BACK) throw new WentBack()
    return step as string
  }
  const taken = <T>(choices: readonly { readonly name: string; readonly value: T }[], step: string): T => {
    const choice = choices.find(({ name }) => name.includes(step))
    if (choice === undefined)
      throw new Error(`“${step}” is none of: ${choices.map(({ name }) => name).join(' | ')}\n${shown}`)
    return choice.value
  }
  const asker: Asker = {
    async text({ message, initial = '', check }) {
      for (;;) {
        const answer = next(message) || initial
        const fault = (await check?.(answer)) ?? null
        if (fault === null) return answer
        shown += `! ${fault}\n`
      }
    },
    async choose(message, choices) {
      offered.push(choices.map(({ name }) => name).join(' | '))
      return taken(choices, next(message))
    },
    async find(message, find) {
      const step = next(message)
      const found = await find(step)
      // What is found by another name than it is shown under is the one that is meant.
      const isShown = found.some(({ name }) => name.includes(step))
      return taken(found.length > 0 ? found : await find(''), isShown ? step : (found[0]?.name ?? step))
    },
    yes: async message => next(message) === 'y',
  }
  const desk = await deskFor(world, {})
  const code = await atDesk(desk, run, asker)
  return { code, shown, asked, offered, unused: left }
}
