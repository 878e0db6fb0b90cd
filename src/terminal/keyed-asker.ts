import { escapeControls } from '../core/escape-controls.ts'
import { asked, patiently } from './asked.ts'
import type { Asker, Choice } from './asker.ts'
import { coloursOn, shownLine } from './colours.ts'
import type { Desk } from './desk.ts'
import { deskWindow } from './desk-window.ts'
import { widthOf } from './width.ts'
import { hanging, wrapped } from './wrapped.ts'

/** Asks by keys: arrows, Enter, Escape. What is typed stays where the window changes its size meanwhile. */
export function keyedAskerAt(desk: Pick<Desk, 'world' | 'say'>): Asker {
  const { world, say } = desk
  const words = say.common.asking
  const columns = () => deskWindow(world).columns
  /** A list with as many lines as the window has left, and what is said below it. */
  const listed = (message: string, count: () => number, keys: string) => {
    const below = hanging(words.more(999) + keys, columns()).length
    const pageSize = Math.max(4, deskWindow(world).rows - message.split('\n').length - below - 3)
    const tip = () => hanging(count() > pageSize ? words.more(count()) + keys : keys, columns()).join('\n')
    return { pageSize, loop: false, tip }
  }
  /** The page of a list, and what is noted of each line that is at hand: the one that the window is put again with. */
  const page = (question: string, count: () => number, keys: string, atHand: (line: string) => void) => {
    const { tip, ...sizes } = listed(question, count, keys)
    const theme = themeFor(desk, question)
    const highlight = (text: string) => {
      atHand(text)
      return theme.style.highlight(text)
    }
    return { ...sizes, theme: { ...theme, style: { ...theme.style, highlight, keysHelpTip: tip } } }
  }
  const isShown = (line: string) => (choice: { readonly name: string }) => line === `> ${choice.name}`
  return {
    async text({ message, initial = '', covered = false, check = () => null }) {
      let typed = ''
      const answer = await asked<string>(world, () => {
        const question = fitting(message, columns(), widthOf(initial) + 3)
        return {
          type: 'input',
          ...(typed === '' ? { default: initial } : { default: typed, prefill: 'editable' }),
          message: question,
          theme: themeFor(desk, question),
          transformer: (text: string, { isFinal }: { readonly isFinal: boolean }) => {
            typed = text
            if (!isFinal) return text
            return covered ? '•'.repeat([...text].length) : beside(answered(question), text, columns())
          },
          validate: async (text: string) => (await check(text.trim())) ?? true,
        }
      })
      return answer.trim()
    },
    choose(message, choices, initial) {
      let at = initial
      return asked(world, () => {
        const question = fitting(message, columns(), 0)
        const names = choices.map(choice => shown(choice, columns()))
        const atHand = (line: string) => {
          at = names.find(isShown(line))?.value ?? at
        }
        return {
          type: 'select',
          message: question,
          choices: names,
          ...(at === undefined ? {} : { default: at }),
          ...page(question, () => choices.length, words.keys, atHand),
        }
      })
    },
    find(message, find) {
      type Shown = ReturnType<typeof shown<unknown>>
      let typed = ''
      let names: readonly Shown[] = []
      let at: Shown | undefined
      const { source, patience } = patiently<object>(async (term, signal) => {
        typed = term
        names = (await find(term.trim(), signal)).map(choice => shown(choice, columns()))
        const nothing = term.trim() === '' ? words.typeIt : words.nothing
        return names.length === 0 ? [{ name: nothing, value: null, disabled: ' ' }] : names
      })
      const put = () => {
        const question = fitting(message, columns())
        const atHand = (line: string) => {
          at = names.find(isShown(line))
        }
        return {
          type: 'search',
          message: question,
          source,
          ...(typed === '' ? {} : { initialValue: typed }),
          ...(at === undefined ? {} : { default: at.value }),
          ...page(question, () => names.length, words.keysFind, atHand),
        }
      }
      return asked(world, put, patience)
    },
    yes(message) {
      return asked(world, () => {
        const question = fitting(message, columns(), 0)
        const theme = themeFor(desk, question)
        const style = {
          ...theme.style,
          message: (text: string, status: string) =>
            status === 'done' ? text : fitting(message + words.yesHint, columns(), 6),
          defaultAnswer: () => '',
        }
        const keywords = { yes: words.yes, no: words.no, error: () => words.yesOrNo }
        return { type: 'confirm', message: question, default: false, theme: { ...theme, style, keywords } }
      })
    },
  }
}

/** Plain signs and no colour but that of the line at hand: a console of twenty years ago shows them. */
function themeFor({ world }: Pick<Desk, 'world'>, message: string) {
  const same = (text: string) => text
  const { hint } = coloursOn(world.stderr, world.env)
  const { columns } = deskWindow(world)
  return {
    prefix: { idle: '?', done: '√' },
    icon: { cursor: '>' },
    spinner: { interval: 200, frames: ['-', '\\', '|', '/'] },
    style: {
      answer: (text: string) => beside(answered(message), text, columns),
      message: (text: string, status?: string) => (status === 'done' ? answered(text) : text),
      searchTerm: same,
      help: same,
      key: same,
      error: (text: string) => hanging(`! ${text}`, columns).join('\n'),
      defaultAnswer: (text: string) => `(${text})`,
      confirmDefault: (text: string) => text.toUpperCase(),
      highlight: (text: string) => text.split('\n').map(hint).map(shownLine).join('\n'),
      disabled: (text: string) => text.replace(/^-? /, '  '),
    },
  }
}

/** A question in lines of the window; one that leaves little room for its answer has it on a line of its own. */
function fitting(message: string, columns: number, room = 24): string {
  // Short of the window, with the mark before it and the blank after it: a line that fills it makes terminals begin another, which stays empty.
  const lines = message.split('\n').flatMap(line => hanging(escapeControls(line), columns - 4))
  const isTight = widthOf(lines.at(-1)!) + 3 + Math.min(room, columns - 4) > columns
  return room > 0 && isTight ? `${lines.join('\n')}\n>` : lines.join('\n')
}

/** A question once it has its answer, which needs no line of its own any more. */
function answered(question: string): string {
  return question.replace(/\n>$/, '')
}

/** An answer behind its question, in lines of the window. */
function beside(message: string, answer: string, columns: number): string {
  const before = widthOf(message.split('\n').at(-1)!) + 3
  if (before + widthOf(answer) < columns) return answer
  return ['', ...wrapped(answer, columns - 2)].join('\n  ')
}

/** A choice in lines of the window, those after the first set in. */
function shown<T>({ name, value }: Choice<T>, columns: number) {
  const lines = hanging(escapeControls(name), columns - 2).map(line => line.trimStart())
  return { name: lines.join('\n  '), short: escapeControls(name), value }
}
