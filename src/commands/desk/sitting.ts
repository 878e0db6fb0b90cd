import { Writable } from 'node:stream'
import { UserError } from '../../core/refusal.ts'
import type { OfficeState } from '../../store/desk/office-state.ts'
import type { Asker, Choice } from '../../terminal/asker.ts'
import type { Desk, World } from '../../terminal/desk.ts'
import { deskWindow } from '../../terminal/desk-window.ts'
import { inOneState, tentatively } from '../session.ts'
import { countingLines } from './counting-lines.ts'
import type { Memory } from './memory.ts'
import type { Foreseen, Line, Sitting } from './work/job.ts'

/** Runs a command line in a world, as if it had been typed there. */
export type Execute = (line: Line, world: World) => Promise<number>

/** A sitting in which command lines are run; `settle` waits until what they showed has been read, where it would scroll away. */
export function sittingOf(
  desk: Desk,
  asker: Asker,
  state: OfficeState,
  memory: Memory,
  execute: Execute,
): Sitting & { readonly settle: () => Promise<void> } {
  const { world, db, language, actor } = desk
  const { columns } = deskWindow(world)
  const [stdout, stderr] = [countingLines(world.stdout, columns), countingLines(world.stderr, columns)]
  let isLook = false
  const names = namesKnown(state)
  const own = ['--db', db.written, '--lang', language, '--actor', actor]
  /** What a command line answers, unseen. */
  const saidIn = async (world: World, line: Line): Promise<unknown> => {
    let said = ''
    const [heard, unheard] = [silent(piece => (said += piece)), silent(() => {})]
    await execute([...own, '--json', ...line], { ...world, stdout: heard, stderr: unheard })
    return JSON.parse(said)
  }
  return {
    desk,
    asker: naming(asker, names),
    state,
    names,
    drafts: memory.drafts,
    isAt: (stage, answers, back) => memory.isAt(stage, { answers, back: [...back] }),
    async run(line) {
      // What was only looked at has been read by the time that it is agreed to.
      if (isLook) for (const { begin } of [stdout, stderr]) begin()
      isLook = line.includes('--dry-run')
      const free = world.onInterrupt?.(() => `ssj: ${desk.say.desk.interrupted}`)
      try {
        return await execute([...own, ...line], { ...world, stdout: stdout.stream, stderr: stderr.stream })
      } finally {
        free?.()
      }
    },
    answer: line => saidIn(world, line),
    async foresee(lines) {
      const end = tellsWait(desk)
      const found: Foreseen[] = []
      try {
        await tentatively(world, async world => {
          for (const line of lines) found.push({ said: await saidIn(world, line) })
        })
      } catch (error) {
        if (!(error instanceof UserError)) throw error
        found.push({ refused: error.reason })
      } finally {
        end()
      }
      return found
    },
    read: work => inOneState({ ...desk, quiet: true }, work),
    async settle() {
      const room = deskWindow(world).rows - BELOW
      if (stdout.count() + stderr.count() > room) await asker.text({ message: desk.say.desk.goOn })
    },
  }
}

/** Says that something is reckoned before it is done, for as long as that takes. */
function tellsWait({ world: { stderr, env }, say }: Desk): () => void {
  if (env.TERM === 'dumb') return () => {}
  stderr.write(`${say.desk.reckoning}`)
  return () => void stderr.write('\r\u001b[K')
}

/** A stream that nobody sees. */
function silent(hear: (piece: string) => unknown): Writable {
  return new Writable({
    write(piece, _encoding, done) {
      hear(String(piece))
      done()
    },
  })
}

/** What the tasks and draws are called that the desk shows. */
function namesKnown({ ahead, waiting, drawn }: OfficeState): Map<string, string> {
  const draws = [...waiting, ...drawn]
  return new Map([
    ...ahead.map(({ id, name }) => [id, `${id}  ${name}`] as const),
    ...draws.map(({ taskId, name }) => [taskId, `${taskId}  ${name}`] as const),
    ...draws.map(({ number, name }) => [number, `${number}  ${name}`] as const),
  ])
}

/** The same who answers; what is picked is noted under the name that it was picked by. */
function naming(asker: Asker, names: Map<string, string>): Asker {
  const noted = <T>(choices: readonly Choice<T>[]) => {
    for (const { name, value } of choices) if (typeof value === 'string') names.set(value, name)
    return choices
  }
  return {
    ...asker,
    choose: (message, choices, initial) => asker.choose(message, noted(choices), initial),
    async find(message, find) {
      return asker.find(message, async (term, signal) => {
        const found = await find(term, signal)
        // Figures and letters of full width are how an input method writes them.
        const narrow = term.normalize('NFKC')
        return noted(found.length > 0 || narrow === term ? found : await find(narrow, signal))
      })
    },
  }
}

/** What the desk shows below a result: how things stand, and what comes next. */
const BELOW = 18
