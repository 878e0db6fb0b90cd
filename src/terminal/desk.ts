import { resolve } from 'node:path'
import { actorFrom } from '../core/approval/approval.ts'
import { escapedInJson } from '../core/escape-controls.ts'
import type { FilePath } from '../core/file-path.ts'
import type { LedgerReasons } from '../core/ledger/reasons.ts'
import { type Reason, refusal } from '../core/refusal.ts'
import type { Said } from '../core/settings/in-force.ts'
import type { Settings } from '../core/settings/settings.ts'
import { answerSchema } from './answer-schema.ts'
import { type Colours, coloursOn, NO_COLOURS, shownLine } from './colours.ts'
import { type Language, loadSentences } from './sentences/load-sentences.ts'
import type { Sentences } from './sentences/sentences.ts'
import type { Message } from './sentences/topics/message.ts'
import type { Window } from './table.ts'
import { hanging } from './wrapped.ts'

const refuse = refusal<LedgerReasons>()

/** The world as `main` hands it in: streams, environment, clock, chance. Nothing else reaches for them. */
export interface World {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean }
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number }
  readonly stderr: NodeJS.WritableStream & {
    readonly isTTY?: boolean
    readonly columns?: number
    readonly rows?: number
  }
  readonly env: Readonly<Record<string, string | undefined>>
  /** The folder in which the command was called: relative paths start there. */
  readonly cwd: string
  /** How many milliseconds a command waits for another one that is writing. */
  readonly patience: number
  /** UTC, to the second. */
  readonly now: () => string
  readonly randomBytes: (count: number) => Uint8Array
  readonly systemUser: () => string
  /**
   * Has Ctrl-C end the program with what `said` says as its last line, until what is given back is called. Left out where
   * nobody can press it.
   */
  readonly onInterrupt?: (said: () => string) => () => void
  /** What stands in `ssj.json` beside the database. */
  readonly settings?: Settings
  /** There where what commands enter is only looked at, and taken back: one and the same for those that build on each other. */
  readonly tentative?: object
  /** Who said what of the settings, for whoever asks. */
  readonly said?: Said
}

/** Where one command speaks to one user: in one language, as text or as JSON, with or without colour. */
export interface Desk {
  readonly world: World
  readonly say: Sentences
  readonly language: Language
  readonly json: boolean
  readonly quiet: boolean
  /** Colours of results and of remarks; none with `--json`. */
  readonly colours: { readonly out: Colours; readonly err: Colours }
  readonly db: FilePath
  readonly actor: string
  /** What the answer as JSON is made after: the schema and its version, as it names them itself. */
  readonly schema: string
  readonly now: string
  /** What the user wrote as a path; no other way leads to the disk. */
  readonly path: (written: string) => FilePath
  /** True where questions may be asked. */
  readonly interactive: boolean
  /** The result: as one JSON document with `--json`, else as lines of text. */
  readonly result: (data: unknown, lines: () => readonly string[]) => void
  /** A result that was laid ready piece by piece, as fast as whoever reads it takes it. */
  readonly resultPieces: (pieces: AsyncIterable<Uint8Array>) => Promise<void>
  /** What tables of the result are laid out for. */
  readonly window: Window
  /** A line on stderr: progress, hints, issues; broken where the window ends. */
  readonly remark: (line: string) => void
}

export interface DeskOptions {
  readonly db?: string | undefined
  readonly lang?: string | undefined
  readonly actor?: string | undefined
  readonly json?: boolean | undefined
  readonly quiet?: boolean | undefined
  readonly schema?: string | undefined
}

/** Sets the desk for one command. */
export async function deskFor(world: World, options: DeskOptions): Promise<Desk> {
  const language = languageOf(world, options.lang)
  const json = options.json === true
  const quiet = options.quiet === true
  const schema = options.schema ?? ''
  // An empty word is no path, and not the folder of the command either.
  const path = (written: string) => ({ written, full: written && resolve(world.cwd, written) })
  const window = windowOf(world.stdout)
  return {
    world,
    language,
    say: await loadSentences(language),
    json,
    quiet,
    schema,
    colours: {
      out: json ? NO_COLOURS : coloursOn(world.stdout, world.env),
      err: json ? NO_COLOURS : coloursOn(world.stderr, world.env),
    },
    db: path(options.db ?? (world.env.SSJ_DB || './ssj.db')),
    path,
    actor: actorFrom(options.actor ?? world.env.SSJ_ACTOR, world.systemUser),
    now: usable(world.now()),
    window,
    interactive: !json && world.stderr.isTTY === true && world.stdin.isTTY === true,
    result(data, lines) {
      if (json) world.stdout.write(documentText(withSchema(schema, data)))
      else if (!quiet)
        for (const line of lines())
          for (const part of inWindow(line, window)) world.stdout.write(`${shownLine(part)}\n`)
    },
    async resultPieces(pieces) {
      if (quiet && !json) return
      for await (const piece of pieces) if (!world.stdout.write(piece)) await taken(world.stdout)
    },
    remark(line) {
      const { isTTY, columns } = world.stderr
      const lines = isTTY === true && columns ? hanging(line, columns) : [line]
      for (const line of lines) world.stderr.write(`${shownLine(line)}\n`)
    },
  }
}

/** How wide a terminal is; one that does not say, or says nought, is taken as it comes. */
function windowOf({ isTTY, columns }: World['stdout']): Window {
  return isTTY === true && columns !== undefined && columns > 0 ? Math.max(columns, LEAST_WINDOW) : null
}

/** A line of a result in lines of its window; what is to be copied stays whole, for the terminal to break. */
function inWindow(line: string, window: Window): readonly string[] {
  return window === null || COPIED.test(line) ? [line] : hanging(line, window)
}

/** Commands, and lines of signed notes. */
const COPIED = /^\s*(?:\$|ssj|cd|sha256sum|certutil|openssl|python3|printf|-join|—) /

/** A window narrower than this is no place to read a table; what is laid for it breaks there as it may. */
const LEAST_WINDOW = 20

/** An answer that names what it is made after; a certificate does so itself, being a document of the law. */
function withSchema(schema: string, data: unknown): object {
  const fields = (data ?? {}) as object
  return 'spec' in fields ? fields : { schema, ...fields }
}

/** A desk whose answers as JSON are those of another command, `draw-run`: they name the schema of that one. */
export function answeringAs(desk: Desk, command: string): Desk {
  const { stdout } = desk.world
  const schema = answerSchema(command)
  return {
    ...desk,
    schema,
    result(data, lines) {
      if (desk.json) stdout.write(documentText(withSchema(schema, data)))
      else desk.result(data, lines)
    },
  }
}

/** A moment of a year in four figures, and of one after which there is another: terms are counted from it. */
function usable(now: string): string {
  if (/^(?!0000|9999)\d{4}-/.test(now)) return now
  throw refuse('clock-unusable', { now })
}

/** Waits until more may be written; a reader that has gone is told of by the stream itself. */
function taken(stream: NodeJS.WritableStream): Promise<void> {
  const ends = ['drain', 'error', 'close'] as const
  return new Promise(resolve => {
    const done = () => {
      for (const end of ends) stream.removeListener(end, done)
      resolve()
    }
    for (const end of ends) stream.on(end, done)
  })
}

/** `--lang`, else the first of SSJ_LANG, LC_ALL and LANG that is set, else Chinese (cli.md). */
export function languageOf(world: Pick<World, 'env'>, option: string | undefined): Language {
  const told = [option, world.env.SSJ_LANG, world.env.LC_ALL, world.env.LANG].find(
    text => text !== undefined && text !== '',
  )
  return told?.toLowerCase().startsWith('en') ? 'en' : 'zh'
}

/** Between statements that stand in one cell. */
export function between({ language }: Pick<Desk, 'language'>): string {
  return language === 'zh' ? '；' : '; '
}

/** A result for scripts: one JSON document, in which nothing steers a terminal either. */
export function documentText(data: unknown): string {
  return `${escapedInJson(JSON.stringify(data, null, 2))}\n`
}

/**
 * The sentence of a Reason: what could not be done and why, then a hint on a line of its own, for `shownLine`: names in
 * it may come from the user or any file. What could not be done names what it speaks of, where the Reason has names; a
 * hint has codes alone, since it is typed.
 */
export function sentenceOf(say: Sentences, reason: Reason, colours: Colours = NO_COLOURS): readonly string[] {
  const write = say.reasons[reason.code as keyof Sentences['reasons']] as (details: unknown) => Message
  const [, hint] = write(reason.details)
  const [state] = write(reason.named ?? reason.details)
  const refusal = `${colours.refusal('ssj:')} ${state}`
  return hint === undefined ? [refusal] : [refusal, colours.hint(`ssj: ${say.common.hint}`) + hint]
}
