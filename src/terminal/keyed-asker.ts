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
  return {
    async text({ message, initial = '', covered = false, check = () => null }) {
      let typed = ''
      const shownMessage = fitting(message, columns(), widthOf(initial) + 3)
      const transformer = (text: string, { isFinal }: { readonly isFinal: boolean }) => {
        typed = text
        if (!isFinal) return text
        return covered ? '•'.repeat([...text].length) : beside(shownMessage, text, columns())
      }
      const answer = await asked<string>(world, () => ({
        type: 'input',
        ...(typed === '' ? { default: initial } : { default: typed, prefill: 'editable' }),
        message: fitting(message, columns(), widthOf(initial) + 3),
        theme: themeFor(desk, shownMessage),
        transformer,
        validate: async (text: string) => (await check(text.trim())) ?? true,
      }))
      return answer.trim()
    },
    choose(message, choices, initial) {
      let at = initial
      return asked(world, () => {
        const question = fitting(message, columns(), 0)
        const { tip, ...page } = listed(question, () => choices.length, words.keys)
        const theme = themeFor(desk, question)
        const names = choices.map(choice => shown(choice, columns()))
        const highlight = (text: string) => {
          at = names.find(({ name }) => text === `> ${name}`)?.value ?? at
          return theme.style.highlight(text)
        }
        return {
          type: 'select',
          message: question,
          choices: names,
          ...(at === undefined ? {} : { default: at }),
          ...page,
          theme: { ...theme, style: { ...theme.style, highlight, keysHelpTip: tip } },
        }
      })
    },
    find(message, find) {
      type Shown = ReturnType<typeof shown<unknown>>
      let [count, typed] = [0, '']
      let names: readonly Shown[] = []
      let at: Shown | undefined
      const { source, patience } = patiently<object>(async (term, signal) => {
        typed = term
        const found = await find(term.trim(), signal)
        count = found.length
        names = found.map(choice => shown(choice, columns()))
        return count === 0
          ? [{ name: term.trim() === '' ? words.typeIt : words.nothing, value: null, disabled: ' ' }]
          : names
      })
      const question = () => {
        const shownMessage = fitting(message, columns())
        const { tip, ...page } = listed(shownMessage, () => count, words.keysFind)
        const theme = themeFor(desk, shownMessage)
        const highlight = (text: string) => {
          at = names.find(({ name }) => text === `> ${name}`)
          return theme.style.highlight(text)
        }
        return {
          type: 'search',
          message: shownMessage,
          source,
          ...(typed === '' ? {} : { initialValue: typed }),
          ...(at === undefined ? {} : { default: at.value }),
          ...page,
          theme: { ...theme, style: { ...theme.style, highlight, keysHelpTip: tip } },
        }
      }
      return asked(world, question, patience)
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
      answer: (text: string) => beside(message, text, columns),
      message: same,
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
  const lines = message.split('\n').flatMap(line => hanging(escapeControls(line), columns - 2))
  const isTight = widthOf(lines.at(-1)!) + 3 + Math.min(room, columns - 4) > columns
  return room > 0 && isTight ? `${lines.join('\n')}\n>` : lines.join('\n')
}

/** An answer behind its question, in lines of the window. */
function beside(message: string, answer: string, columns: number): string {
  const before = widthOf(message.split('\n').at(-1)!) + 3
  if (before + widthOf(answer) <= columns) return answer
  return ['', ...wrapped(answer, columns - 2)].join('\n  ')
}

/** A choice in lines of the window, those after the first set in. */
function shown<T>({ name, value }: Choice<T>, columns: number) {
  const lines = hanging(escapeControls(name), columns - 2).map(line => line.trimStart())
  return { name: lines.join('\n  '), short: escapeControls(name), value }
}
