import { escapeControls } from '../core/escape-controls.ts'
import { WentBack } from './asked.ts'
import type { Asker, Choice, Search } from './asker.ts'
import type { Desk } from './desk.ts'
import { deskWindow } from './desk-window.ts'
import { lineFrom, linesBehind } from './line-from.ts'
import { hanging } from './wrapped.ts'

/** Alone on a line: back to where one was. */
const BACK = '<'
/** Alone on a line: the rest of the list. */
const MORE = '+'
/** Before what is looked for, where it would be taken for a number of the list. */
const TERM = /^=/

/**
 * Asks line by line: what is asked and offered is written once and never moved, lists have numbers, and each answer is a
 * line with Enter. For terminals that can do no more, and for readers of screens.
 */
export function lineAskerAt({ world, say }: Pick<Desk, 'world' | 'say'>): Asker {
  const { stdin, stderr } = world
  const words = say.common.asking
  const { columns, rows } = deskWindow(world)
  const tell = (text: string) => {
    for (const line of text.split('\n').flatMap(line => hanging(escapeControls(line), columns)))
      stderr.write(`${line}\n`)
  }
  const read = async () => {
    stderr.write('> ')
    const line = await whole()
    if (line === BACK) throw new WentBack()
    return line
  }
  /** A line as it is written; several that come at once were pasted, and are one answer once it is agreed to. */
  const whole = async (): Promise<string> => {
    const line = (await lineFrom(stdin)).trim()
    const others = await linesBehind(stdin)
    if (others.length === 0) return line
    const joined = [line, ...others.map(other => other.trim())].filter(part => part !== '').join(' ')
    tell(words.linePasted(others.length + 1))
    tell(`  ${joined}`)
    stderr.write('> ')
    return (await whole()) || joined
  }
  const asks = (message: string) => tell(`? ${message}`)

  /** The part of a list from a place on that the window has room for; gives where it ends. */
  function shows(choices: readonly Choice<unknown>[], from: number, how: string): number {
    let to = from
    for (let room = rows - 7; to < choices.length && room > 0; to++) {
      const line = `  ${to + 1}  ${choices[to]!.name}`
      room -= hanging(line, columns).length
      if (room >= 0 || to === from) tell(line)
      else break
    }
    if (to - from < choices.length) tell(words.lineMore(from + 1, to, choices.length))
    tell(how)
    return to
  }

  /** Shows a list, and reads until one of it is picked, or something is written that is none of its numbers. */
  async function picked<T>(
    choices: readonly Choice<T>[],
    how: string,
    first = 0,
  ): Promise<{ readonly taken: Choice<T> } | { readonly term: string }> {
    for (let from = 0; ; ) {
      const to = shows(choices, from, how)
      const line = await read()
      if (line === MORE) {
        from = to < choices.length ? to : 0
        continue
      }
      const taken = choices[placeMeant(line, first)]
      return taken === undefined ? { term: line.replace(TERM, '') } : { taken }
    }
  }

  async function find<T>(message: string, search: Search<T>, how: string, first = 0): Promise<T> {
    for (let term = ''; ; ) {
      asks(message)
      const found = await search(term)
      if (found.length === 0) tell(term === '' ? words.typeIt : words.nothing)
      const answer = await picked(found, how, term === '' ? first : 0)
      if ('taken' in answer) return answer.taken.value
      term = answer.term
    }
  }

  return {
    async text({ message, initial = '', covered = false, check = () => null }) {
      for (;;) {
        asks(`${message}${initial === '' ? '' : ` (${initial})`} ${words.lineBack}`)
        const answer = (await read()) || initial
        if (covered) stderr.write('\n'.repeat(rows))
        const fault = await check(answer)
        if (fault === null) return answer
        tell(`! ${fault}`)
      }
    },
    choose(message, choices, initial) {
      const first = choices.findIndex(({ value }) => value === initial)
      const search = async (term: string) => choices.filter(({ name }) => name.includes(term))
      return find(message, search, words.linePick, Math.max(first, 0))
    },
    find: (message, search) => find(message, search, words.lineFind),
    async yes(message) {
      const yes = ['y', 'yes', words.yes.toLowerCase()]
      const no = ['', 'n', 'no', words.no.toLowerCase()]
      for (;;) {
        asks(`${message}${words.yesHint} ${words.lineBack}`)
        const answer = (await read()).toLowerCase()
        if (yes.includes(answer)) return true
        if (no.includes(answer)) return false
        tell(`! ${words.yesOrNo}`)
      }
    },
  }
}

/** Which of a list a line means; -1 where it is something else. */
function placeMeant(line: string, first: number): number {
  if (line === '') return first
  return /^[1-9]\d*$/.test(line) ? Number(line) - 1 : -1
}
