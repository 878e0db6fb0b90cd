/** @module-tag campaign */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { JobName } from '../../../src/terminal/sentences/jobs/names.ts'
import { loadSentences } from '../../../src/terminal/sentences/load-sentences.ts'
import type { Sentences } from '../../../src/terminal/sentences/sentences.ts'
import { widthOf } from '../../../src/terminal/width.ts'
import { atScreen, type Screen } from '../../helpers/at-screen.ts'
import { monthly } from '../../helpers/monthly.ts'
import { NOW, type Office } from '../../helpers/ssj.ts'

const SMALL = { columns: 40, rows: 24 }
const TASK = '14110220261002'
const DICE = '63345256151361361256'

function sitsAt(here: Office, language: string, env: Readonly<Record<string, string>> = {}): Screen {
  return atScreen(
    {
      ...{ cwd: here.folder, patience: 1_000, now: () => NOW, systemUser: () => 'nobody' },
      env: { SSJ_DB: here.db, SSJ_LANG: language, SSJ_ACTOR: '测试员', NO_COLOR: '1', ...env },
      randomBytes: count => new Uint8Array(count),
    },
    SMALL,
  )
}

/** What is pressed in a month: imports, freeze with its announcement, seed, export, the papers of a target, the list of jobs. */
const MONTH = [
  ...['targets', 'inspectors', 'plan'].map(name => `⏎ ${name}.csv ⏎ ⏎`),
  '⏎ ⏎ y ⏎',
  '⏎ 王 ⏎ 李 ⏎ ⏎ 63345256151361361256 ⏎ 63345256151361361256 ⏎ 407 ⏎ y ⏎',
  '⏎ ⏎ ⏎ ⏎',
].join(' ')

describe.each(['zh', 'en'] as const)('the desk in a window of 40 columns and 24 lines, in %s', language => {
  it('plays a month, and writes no line that the window breaks', async () => {
    const here = await monthly()
    const say = await loadSentences(language)
    const at = sitsAt(here, language)
    for (const key of MONTH.split(' ')) {
      await at.press(key)
      // What a long result is read by is asked in between.
      while ((await at.open())[0]!.includes(say.desk.goOn)) await at.press('⏎')
      expect((await at.open()).length).toBeLessThanOrEqual(SMALL.rows)
    }
    await at.leave()
    expect(tooWide(at.written(), say)).toEqual([])
    expect(existsSync(join(here.folder, say.desk.publicName('2026-0001'), 'verify.html'))).toBe(true)
    expect(existsSync(join(here.folder, say.desk.announcementName(`2026-${TASK}`), 'commitment.json'))).toBe(
      true,
    )
  })

  it('asks line by line where a terminal can only write, and steers it nowhere', async () => {
    const here = await monthly()
    const say = await loadSentences(language)
    const at = sitsAt(here, language, { TERM: 'dumb' })
    const { ask } = say.desk
    const answers = async (...turns: (readonly [asked: string, line: string])[]) => {
      for (const [asked, line] of turns) {
        await asksFor(at, asked)
        await at.press(line === '' ? '⏎' : `“${line}” ⏎`)
      }
    }
    const picks = (job: JobName): [string, string][] => [
      [say.desk.whatNow, say.desk.jobs[job]],
      [say.desk.whatNow, '1'],
    ]
    await answers([say.desk.whatNow, '<'], [say.desk.whatNow, '=99'], [say.desk.whatNow, '+'])
    for (const library of ['targets', 'inspectors', 'plan'])
      await answers(
        ...picks('import'),
        ...([
          [ask.file, `${library}.csv`],
          [ask.file, ''],
          [ask.mode, '1'],
        ] as const),
      )
    await answers(...picks('freeze'), [ask.task, '002'], [ask.task, ''], [ask.announceTo, 'targets.csv'])
    await answers([ask.announceTo, 'out'], [say.desk.sure, 'perhaps'], [say.desk.sure, '<'])
    await answers([ask.announceTo, '<'], [ask.task, '<'])
    await asksFor(at, say.desk.whatNow)
    expect((await here.done('draw', 'list')).draws).toEqual([])
    await answers(...picks('freeze'), [ask.task, '002'], [ask.task, ''], [ask.announceTo, 'out'])
    await answers([say.desk.sure, 'y'], ...picks('run'), [ask.task, ''])
    const { first, second, witnesses, throwOf, value, isRight } = say.draw.guided
    await answers([first, '王'], [second, '李'], [witnesses, ''], [throwOf('王', '骰子'), '1'])
    await answers([throwOf('王', '骰子'), DICE], [throwOf('李', '骰子'), DICE])
    await answers([value('福彩3D 第2026312期'), '407'], [isRight, 'y'], [say.desk.whatNow, say.desk.quit])
    await answers([say.desk.whatNow, ''])
    expect((await here.done('log')).entries.at(-1).action).toBe('run')
    await at.leave()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what steers a terminal
    expect(at.written()).not.toMatch(/[\u001b\r\u0007\b]/)
    expect(tooWide(at.written(), say)).toEqual([])
  })
})

/** Waits until a question is open; what a long result is read by is answered. */
async function asksFor(at: Screen, question: string): Promise<void> {
  const flat = (text: string) => text.replaceAll(/\s/g, '')
  for (let tries = 0; tries < 400; tries++) {
    const shown = flat((await at.open()).join(''))
    if (shown.includes(flat(question))) return
    if (/按回车继续|Entertogoon/.test(shown)) await at.press('⏎')
  }
  throw new Error(`not asked: ${question}\n${at.written().slice(-1500)}`)
}

/** Lines wider than the window; a command line stays whole, so that it can be copied. */
function tooWide(written: string, say: Sentences): string[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what moves or clears begins a line of its own
  const lines = written.replaceAll(/\u001b\[[\d;?]*[A-Za-z]/g, '\n').split(/[\r\n]+/)
  // Where the line of an answer ends is shown by the terminal, not by the desk.
  return lines
    .map(line => line.replace(/^(?:> )+/, ''))
    .filter(line => widthOf(line) > SMALL.columns && !line.startsWith(say.desk.line('')))
}
