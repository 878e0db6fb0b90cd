import { deskFor, languageOf, type World } from '../terminal/desk.ts'
import { loadHelp } from '../terminal/sentences/load-help.ts'
import { loadSentences } from '../terminal/sentences/load-sentences.ts'
import { Misuse, refusalOf } from './misuse.ts'
import { schemaOf } from './schema-of.ts'
import { settle } from './settle.ts'
import { speak } from './speak.ts'
import { surface } from './surface.ts'
import { languageIn } from './word-of.ts'

/** Runs one command line. Resolves to the exit code. */
export async function run(argv: readonly string[], world: World): Promise<number> {
  const language = languageOf(world, languageIn(argv))
  const help = await loadHelp(language)
  let exit = 0
  const program = surface(
    help,
    async (load, asked, command) => {
      const { db, lang, actor, json, quiet } = program.opts()
      const desk = await deskFor(world, { db, lang, actor, json, quiet, schema: schemaOf(command) })
      exit = await (await load())(desk, ...asked)
    },
    run,
    commandIn(argv),
  )
  speak(program, world, help)
  const { settings } = world
  if (settings !== undefined) program.hook('preAction', (_, command) => settle(command, settings))
  try {
    // What other programs call it as well.
    const asked = argv.length === 1 && VERSION_WORDS.has(argv[0]!) ? ['--version'] : argv
    await program.parseAsync(asked, { from: 'user' })
    return exit
  } catch (error) {
    if (!(error instanceof Misuse)) throw error
    if (error.cause.exitCode === 0) return 0
    if (error.cause.code === 'commander.help') return 2
    throw refusalOf(error, await loadSentences(language))
  }
}

const VERSION_WORDS: ReadonlySet<string> = new Set(['version', '-v'])

/** The word that the command of a line is known by, where nothing before it could be anything else. */
function commandIn(argv: readonly string[]): string | undefined {
  let at = 0
  while (at < argv.length) {
    const word = argv[at]!
    if (!word.startsWith('-')) return word
    if (WITH_VALUE.has(word)) at += 2
    else if (WITH_VALUE.has(word.split('=')[0]!) || ALONE.has(word)) at++
    else return undefined
  }
  return undefined
}

/** The options of the program itself. */
const WITH_VALUE: ReadonlySet<string> = new Set(['--db', '--lang', '--actor'])
const ALONE: ReadonlySet<string> = new Set(['--json', '--quiet', '--no-color'])
