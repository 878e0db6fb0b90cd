import { userInfo } from 'node:os'
import { resolve } from 'node:path'
import { run } from './cli/cli.ts'
import { languageIn, wordOf } from './cli/word-of.ts'
import type { FileReasons } from './core/reasons.ts'
import { refusal, UserError } from './core/refusal.ts'
import { settingsBeside } from './files/settings-file.ts'
import { coloursOn, NO_COLOURS, shownLine } from './terminal/colours.ts'
import { documentText, languageOf, sentenceOf, type World } from './terminal/desk.ts'
import { loadSentences } from './terminal/sentences/load-sentences.ts'

const refuse = refusal<FileReasons>()

/** Runs `ssj` in this process: the only place that knows `process`; tests say otherwise what `other` holds. */
export async function runProcess(other: Partial<World> = {}): Promise<void> {
  const argv = process.argv.slice(2)
  const world: World = {
    // Opened when somebody reads it: that takes some milliseconds.
    get stdin() {
      return process.stdin
    },
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    cwd: process.cwd(),
    patience: 10_000,
    now: () => new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
    randomBytes: count => crypto.getRandomValues(new Uint8Array(count)),
    systemUser,
    onInterrupt,
    ...other,
  }
  // Who closes a pipe early (`| head`, `| grep -q`) has seen enough, and the answer stays what it is: the run goes on.
  let unwritten: Error | undefined
  process.stdout.on('error', error => {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') unwritten ??= error
  })
  process.stderr.on('error', () => {})
  const answer = await main(argv, world)
  await new Promise(done => process.stdout.write('', done))
  process.exitCode = unwritten === undefined ? answer : await answerUntold(argv, world, answer, unwritten)
}

function onInterrupt(said: () => string): () => void {
  const leave = () => {
    process.stderr.write(`\n${shownLine(said())}\n`)
    process.exit(130)
  }
  process.once('SIGINT', leave)
  return () => process.removeListener('SIGINT', leave)
}

/** Who runs the program; in a container the number of a user may have no name. */
function systemUser(): string {
  try {
    return userInfo().username
  } catch {
    return `uid ${process.getuid?.() ?? ''}`.trim()
  }
}

/** What was asked is done, but nobody could be told: neither “could not”, after which one would try again, nor “done”. */
async function answerUntold(
  argv: readonly string[],
  world: World,
  answer: number,
  { message }: Error,
): Promise<number> {
  const say = await loadSentences(languageOf(world, languageIn(argv)))
  const { reason } =
    answer === 2
      ? refuse('write-failed', { path: 'stdout', message })
      : refuse('result-unwritten', { message })
  for (const line of sentenceOf(say, reason)) world.stderr.write(`${shownLine(line)}\n`)
  return answer === 0 ? 3 : answer
}

/** One run of `ssj`: 0 done or yes, 1 the answer is no, 2 could not (3: see `answerUntold`). Every error ends here. */
export async function main(argv: readonly string[], outside: World): Promise<number> {
  let world = argv.includes('--no-color') ? uncoloured(outside) : outside
  try {
    world = await settled(world, argv, outside.env)
    return await run(argv, world)
  } catch (thrown) {
    const error = openedTooMany(thrown) ? refuse('too-many-open-files', {}) : thrown
    const say = await loadSentences(languageOf(world, languageIn(argv)))
    if ((error as Error).name === 'ExitPromptError') return 130
    const json = argv.includes('--json')
    const colours = json ? NO_COLOURS : coloursOn(world.stderr, world.env)
    const isRefusal = error instanceof UserError
    const told = isRefusal
      ? sentenceOf(say, error.reason, colours)
      : `ssj: ${say.common.internal((error as Error).stack ?? String(error))}`.split('\n')
    const lines = told.map(shownLine)
    for (const line of lines) world.stderr.write(`${line}\n`)
    const { code, details } = isRefusal ? error.reason : { code: 'internal', details: {} }
    if (json)
      world.stdout.write(
        documentText({ schema: 'error/1', error: { code, details, sentence: lines.join('\n') } }),
      )
    return 2
  }
}

/** The world as `ssj.json` beside the database has it: the command line and the environment come first. */
async function settled(world: World, argv: readonly string[], outside: World['env']): Promise<World> {
  const db = wordOf('--db', argv) ?? (world.env.SSJ_DB || './ssj.db')
  const settings = await settingsBeside({ written: db, full: resolve(world.cwd, db) })
  const line = { db: wordOf('--db', argv), lang: languageIn(argv), actor: wordOf('--actor', argv) }
  const said = { line: { ...line, noColor: argv.includes('--no-color') }, env: outside, file: settings }
  if (settings === null) return { ...world, said }
  const { lang, actor, color } = settings
  const env = {
    ...world.env,
    SSJ_LANG: world.env.SSJ_LANG || lang,
    SSJ_ACTOR: world.env.SSJ_ACTOR || actor,
  }
  const isSilent = !world.env.NO_COLOR && !world.env.FORCE_COLOR
  const ours = { ...world, env, settings, said }
  return color === false && isSilent ? uncoloured(ours) : ours
}

function uncoloured(world: World): World {
  return { ...world, env: { ...world.env, NO_COLOR: '1', FORCE_COLOR: undefined } }
}

function openedTooMany(error: unknown): boolean {
  return ['EMFILE', 'ENFILE'].includes((error as { code?: string }).code ?? '')
}
