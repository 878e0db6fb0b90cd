import { emitKeypressEvents, type Interface } from 'node:readline'
import { createPromptModule } from 'inquirer'
import { escapeControls } from '../core/escape-controls.ts'
import { coloursOn, shownLine } from './colours.ts'
import type { Desk } from './desk.ts'
import { widthOf } from './width.ts'

/** One of several answers: what is shown, what it stands for, and what is said of it while it is at hand. */
export interface Choice<T> {
  readonly name: string
  readonly value: T
  readonly note?: string
}

/** A line of text that is asked for: what Enter alone means, and what is wrong with an answer. */
export interface TextQuestion {
  readonly message: string
  readonly initial?: string
  /** Covered up once it is answered, so that whoever is asked next answers for themselves. */
  readonly covered?: boolean
  /** Why this is no answer, or null; the person is asked until it is one, and what they typed stays. */
  readonly check?: (text: string) => string | null | Promise<string | null>
}

/** Whoever can be asked something. Every question may be gone back from by Escape: {@link WentBack} is thrown. */
export interface Asker {
  readonly text: (question: TextQuestion) => Promise<string>
  /** One of a few; the one of `initial` is at hand first. */
  readonly choose: <T>(message: string, choices: readonly Choice<T>[], initial?: T) => Promise<T>
  /** One of many, found by typing a part of it. */
  readonly find: <T>(message: string, find: (term: string) => Promise<readonly Choice<T>[]>) => Promise<T>
  /** Yes or no; Enter alone means no. */
  readonly yes: (message: string) => Promise<boolean>
}

/** Escape: back to where one was before the question. Away from the desk that ends the command, as Ctrl-C does. */
export class WentBack extends Error {
  override readonly name = 'ExitPromptError'
}

/** Ctrl-D, or a terminal that is gone: nobody answers any more. */
class Left extends Error {
  override readonly name = 'ExitPromptError'
}

/** Asks the person at the terminal. Questions go to stderr, so that stdout holds results only. */
export function askerAt(desk: Pick<Desk, 'world' | 'say'>): Asker {
  const { world, say } = desk
  const words = say.common.asking
  const theme = themeFor(desk)
  const put = <T>(question: object) => asked<T>(desk, { theme, ...question })
  const listed = (message: string, count: () => number) => {
    const pageSize = Math.max(4, (world.stderr.rows ?? 24) - 5 - message.split('\n').length)
    const tip = (keys: string) => () => (count() > pageSize ? `${words.more(count())}${keys}` : keys)
    return { pageSize, loop: false, tip }
  }
  return {
    async text({ message, initial = '', covered = false, check = () => null }) {
      const transformer = (text: string, { isFinal }: { readonly isFinal: boolean }) =>
        covered && isFinal ? '•'.repeat([...text].length) : text
      const answer = await put<string>({
        type: 'input',
        message: fitting(world, message),
        default: initial,
        transformer,
        validate: async (text: string) => (await check(text.trim())) ?? true,
      })
      return answer.trim()
    },
    choose(message, choices, initial) {
      const { tip, ...page } = listed(message, () => choices.length)
      return put({
        type: 'select',
        message: fitting(world, message, 0),
        choices: choices.map(shown),
        ...(initial === undefined ? {} : { default: initial }),
        ...page,
        theme: { ...theme, style: { ...theme.style, keysHelpTip: tip(words.keys) } },
      })
    },
    find(message, find) {
      let count = 0
      const { tip, ...page } = listed(message, () => count)
      return put({
        type: 'search',
        message: fitting(world, message),
        async source(term = '') {
          const found = await find(term.trim())
          count = found.length
          return found.length === 0 ? [{ name: words.nothing, value: null, disabled: ' ' }] : found.map(shown)
        },
        ...page,
        theme: { ...theme, style: { ...theme.style, keysHelpTip: tip(words.keysFind) } },
      })
    },
    yes: message =>
      put({
        type: 'confirm',
        message: fitting(world, message),
        default: false,
        theme: {
          ...theme,
          keywords: { yes: words.yes, no: words.no, error: () => words.yesOrNo },
        },
      }),
  }
}

/** Plain signs and no colour but that of the line at hand: a console of twenty years ago shows them. */
function themeFor({ world }: Pick<Desk, 'world'>) {
  const same = (text: string) => text
  const { hint } = coloursOn(world.stderr, world.env)
  return {
    prefix: { idle: '?', done: '√' },
    icon: { cursor: '>' },
    spinner: { interval: 200, frames: ['-', '\\', '|', '/'] },
    style: {
      answer: same,
      message: same,
      searchTerm: same,
      help: same,
      key: same,
      description: (text: string) => `  ${text}`,
      error: (text: string) => `! ${text}`,
      defaultAnswer: (text: string) => `(${text})`,
      confirmDefault: (text: string) => text.toUpperCase(),
      highlight: (text: string) => shownLine(hint(text)),
      disabled: (text: string) => text.replace(/^-? /, '  '),
    },
  }
}

/** A question that leaves little room for its answer has it on a line of its own. */
function fitting({ stderr }: Desk['world'], message: string, room = 24): string {
  const text = message.split('\n').map(escapeControls).join('\n')
  const last = text.split('\n').at(-1)!
  return widthOf(last) + 3 + room > (stderr.columns ?? 80)
    ? `${text}\n${room === 0 ? '' : '>'}`.trimEnd()
    : text
}

function shown<T>({ name, value, note }: Choice<T>) {
  const [line, said] = [escapeControls(name), note === undefined ? {} : { description: escapeControls(note) }]
  return { name: line, short: line, value, ...said }
}

/** Puts one question. Escape and the end of the terminal are heard beside what the prompt itself listens to. */
async function asked<T>({ world }: Pick<Desk, 'world'>, question: object): Promise<T> {
  const { stdin, stderr } = world
  // A lone Escape is told from the beginning of an arrow key by the time that passes: the first who asks says how long.
  emitKeypressEvents(stdin, { escapeCodeTimeout: 100 } as unknown as Interface)
  const going = new AbortController()
  let how: typeof WentBack | typeof Left = Left
  const go = (as: typeof how) => {
    how = as
    going.abort()
  }
  const onKey = (_text: string, { name, ctrl }: { readonly name?: string; readonly ctrl?: boolean }) => {
    if (name === 'escape') go(WentBack)
    else if (name === 'd' && ctrl === true) go(Left)
  }
  const onEnd = () => go(Left)
  stdin.on('keypress', onKey)
  stdin.on('end', onEnd)
  try {
    const prompt = createPromptModule({ input: stdin, output: stderr, signal: going.signal })
    const { answer } = await prompt([{ ...question, name: 'answer' } as never])
    return answer as T
  } catch (error) {
    throw going.signal.aborted ? new how() : error
  } finally {
    stdin.removeListener('keypress', onKey)
    stdin.removeListener('end', onEnd)
  }
}
