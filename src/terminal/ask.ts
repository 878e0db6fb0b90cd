import { escapeControls } from '../core/escape-controls.ts'
import { asked, patiently } from './asked.ts'
import { coloursOn, shownLine } from './colours.ts'
import type { Desk } from './desk.ts'
import { widthOf } from './width.ts'

/** One of several answers: what is shown, what it stands for, and what is said of it while it is at hand. */
export interface Choice<T> {
  readonly name: string
  readonly value: T
  readonly note?: string
}

/** Finds what goes by a text; once the signal is given nobody waits for it any more. */
export type Search<T> = (term: string, signal?: AbortSignal) => Promise<readonly Choice<T>[]>

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
  readonly find: <T>(message: string, find: Search<T>) => Promise<T>
  /** Yes or no; Enter alone means no. */
  readonly yes: (message: string) => Promise<boolean>
}

/** Asks the person at the terminal. Questions go to stderr, so that stdout holds results only. */
export function askerAt(desk: Pick<Desk, 'world' | 'say'>): Asker {
  const { world, say } = desk
  const words = say.common.asking
  const theme = themeFor(desk)
  const put = <T>(question: object) => asked<T>(world, { theme, ...question })
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
      const { source, patience } = patiently<object>(async (term, signal) => {
        const found = await find(term.trim(), signal)
        count = found.length
        return found.length === 0 ? [{ name: words.nothing, value: null, disabled: ' ' }] : found.map(shown)
      })
      const question = {
        type: 'search',
        message: fitting(world, message),
        source,
        ...page,
        theme: { ...theme, style: { ...theme.style, keysHelpTip: tip(words.keysFind) } },
      }
      return asked(world, question, patience)
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
