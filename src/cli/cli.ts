import { CommanderError } from '@commander-js/extra-typings'
import { nearest } from '../core/nearest.ts'
import type { OptionReasons } from '../core/reasons.ts'
import { refusal } from '../core/refusal.ts'
import { deskFor, languageOf, type World } from '../terminal/desk.ts'
import { loadSentences } from '../terminal/sentences/load-sentences.ts'
import { speak } from './speak.ts'
import { surface } from './surface.ts'

const refuse = refusal<OptionReasons>()

/** Runs one command line. Resolves to the exit code. */
export async function run(argv: readonly string[], world: World): Promise<number> {
  const say = await loadSentences(languageOf(world, languageIn(argv)))
  let exit = 0
  const program = surface(say.help, async (load, asked) => {
    const { db, lang, actor, json, quiet } = program.opts()
    const desk = await deskFor(world, { db, lang, actor, json, quiet })
    exit = await (await load())(desk, ...asked)
  })
  speak(program, world, say.help.common.titles)
  try {
    await program.parseAsync(argv, { from: 'user' })
    return exit
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0 || error.code === 'commander.help') return error.exitCode === 0 ? 0 : 2
    const names = program.commands.map(command => command.name())
    const first = argv.find(word => !word.startsWith('-'))
    if (error.code === 'commander.excessArguments' && first !== undefined && !names.includes(first)) {
      throw refuse('unknown-command', { name: first, nearest: nearest(first, names) })
    }
    const message = error.message.replace(/^error: /, '').replace('\n(', ' (')
    throw refuse('usage', { message: say.common.usage(error.code, message) })
  }
}

/** The language that the words of a command line ask for, before they are parsed. */
export function languageIn(argv: readonly string[]): string | undefined {
  const at = argv.findIndex(word => word === '--lang' || word.startsWith('--lang='))
  return at < 0 ? undefined : (argv[at]!.split('=')[1] ?? argv[at + 1])
}
