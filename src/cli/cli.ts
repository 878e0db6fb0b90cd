import { deskFor, languageOf, type World } from '../terminal/desk.ts'
import { loadSentences } from '../terminal/sentences/load-sentences.ts'
import { Misuse, refusalOf } from './misuse.ts'
import { speak } from './speak.ts'
import { surface } from './surface.ts'

/** Runs one command line. Resolves to the exit code. */
export async function run(argv: readonly string[], world: World): Promise<number> {
  const say = await loadSentences(languageOf(world, languageIn(argv)))
  let exit = 0
  const program = surface(say.help, async (load, asked) => {
    const { db, lang, actor, json, quiet } = program.opts()
    const desk = await deskFor(world, { db, lang, actor, json, quiet })
    exit = await (await load())(desk, ...asked)
  })
  speak(program, world, say.help)
  try {
    await program.parseAsync(argv, { from: 'user' })
    return exit
  } catch (error) {
    if (!(error instanceof Misuse)) throw error
    if (error.cause.exitCode === 0) return 0
    if (error.cause.code === 'commander.help') return 2
    throw refusalOf(error, say)
  }
}

/** The language that the words of a command line ask for, before they are parsed. */
export function languageIn(argv: readonly string[]): string | undefined {
  const at = argv.findIndex(word => word === '--lang' || word.startsWith('--lang='))
  return at < 0 ? undefined : (argv[at]!.split('=')[1] ?? argv[at + 1])
}
