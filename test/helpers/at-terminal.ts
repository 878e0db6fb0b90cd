import type { JobName } from '../../src/terminal/sentences/jobs/names.ts'
import { type Language, loadSentences } from '../../src/terminal/sentences/load-sentences.ts'
import type { Sentences } from '../../src/terminal/sentences/sentences.ts'
import type { Office } from './ssj.ts'
import { type KEYS, openTerminal, type Terminal } from './terminal.ts'

/** A question by a part of its words, and what is typed at it, each with Enter, pressed (`{escape}`) or waited for (`…told`). */
export type Turn = readonly [asked: string, ...replies: readonly string[]]

/** Somebody who sits at the desk in a terminal so high that nothing scrolls away. */
export interface AtTerminal {
  readonly at: Terminal
  readonly say: Sentences
  /** Does one job, found by its name: what the screen showed from its beginning to the next question of the desk. */
  readonly plays: (job: JobName, ...turns: readonly Turn[]) => Promise<string>
  readonly language: Language
  readonly leave: () => Promise<number>
}

/** Opens the desk of an office in a terminal. */
export async function sitsAtTerminal(
  here: Office,
  language: Language,
  {
    now,
    actor = '测试员',
    columns = 80,
    patience = 30_000,
  }: { now?: string; actor?: string; columns?: number; patience?: number } = {},
): Promise<AtTerminal> {
  const say = await loadSentences(language)
  const env = { SSJ_DB: here.db, SSJ_LANG: language, SSJ_ACTOR: actor }
  const size = { rows: 150, columns, patience }
  const at = openTerminal(here.folder, { ...size, env, ...(now === undefined ? {} : { now }) })
  const pressed = /^\{(\w+)\}$/
  const reply = async (text: string) => {
    if (text.startsWith('…')) return at.sees(text.slice(1))
    const key = pressed.exec(text)?.[1]
    // What is wrong with an answer is read before it is taken back.
    if (key === 'clear') await at.asks('! ', say.common.asking.nothing)
    if (key !== undefined) return at.press(key as keyof typeof KEYS)
    if (text !== '') {
      await at.type(text)
      await at.sees(text)
    }
    const before = at.screen(true)
    await at.press('enter')
    // What is typed while an answer is judged is nobody's: whether it is one is waited for. A list that was being looked up
    // changes the screen too, and what is typed then would be taken with the Enter for a paste of two lines.
    const isJudged = () => {
      const open =
        at
          .screen()
          .split('\n')
          .findLast(line => line.startsWith('? ')) ?? ''
      const isRefused = ['\n! ', say.common.asking.nothing].some(told => at.screen().includes(told))
      return at.screen(true) !== before && (text === '' || !open.includes(text) || isRefused)
    }
    for (let turns = 0; turns < 100 && !isJudged(); turns++) await at.pause()
  }
  return {
    at,
    say,
    language,
    async plays(job, ...turns) {
      await at.asks(say.desk.whatNow)
      const before = count(at.screen(true), `√ ${say.desk.whatNow}`)
      await at.type(say.desk.jobs[job])
      await at.press('enter')
      for (let turns = 0; count(at.screen(true), `√ ${say.desk.whatNow}`) === before; turns++) {
        if (turns > 500) throw new Error(`the desk did not take up “${job}”:\n${at.screen()}`)
        await at.pause()
      }
      for (const [asked, ...replies] of turns) {
        await at.asks(asked)
        for (const text of replies) await reply(text)
      }
      await at.asks(say.desk.whatNow, say.desk.goOn)
      if (at.screen().includes(`? ${say.desk.goOn}`)) {
        await at.press('enter')
        await at.asks(say.desk.whatNow)
      }
      const shown = at.screen(true)
      return shown.slice(shown.lastIndexOf(`√ ${say.desk.whatNow}`))
    },
    async leave() {
      await at.asks(say.desk.whatNow)
      await at.press('interrupt')
      return at.left
    },
  }
}

function count(text: string, part: string): number {
  return text.split(part).length - 1
}
