/** @module-tag campaign */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Language, loadSentences } from '../../../src/terminal/sentences/load-sentences.ts'
import { sitsAtTerminal } from '../../helpers/at-terminal.ts'
import { csvFrom } from '../../helpers/miniature.ts'
import { monthly } from '../../helpers/monthly.ts'
import { drawnOffice, LATER, standing } from '../../helpers/results.ts'
import { contentOf, DISTRICT, type Office } from '../../helpers/ssj.ts'
import { HAS_TERMINAL, openTerminal, type Terminal } from '../../helpers/terminal.ts'

const DICE = '63345256151361361256'
const TASK = '14110220261002'
const LANGUAGES = ['zh', 'en'] as const
type Say = Awaited<ReturnType<typeof loadSentences>>

async function sitDown(here: Office, language: Language, size: { columns?: number; rows?: number } = {}) {
  const say = await loadSentences(language)
  const env = { SSJ_DB: here.db, SSJ_LANG: language }
  return { say, at: openTerminal(here.folder, { ...size, env }) }
}

/** Takes the first offer. */
async function firstOffer(at: Terminal, say: Say): Promise<void> {
  await at.asks(say.desk.quit)
  await at.press('enter')
}

async function importFile(at: Terminal, say: Say, file: string, isLast = false): Promise<void> {
  await firstOffer(at, say)
  await at.asks(say.desk.ask.file)
  await at.type(file, 'free')
  await at.asks(`> ${file}`)
  await at.press('enter')
  await at.asks(say.desk.ask.mode)
  await at.press('enter')
  if (isLast) await goOn(at, say)
}

/** Reads what would scroll away. */
async function goOn(at: Terminal, say: Say): Promise<void> {
  await at.asks(say.desk.goOn)
  await at.press('enter')
}

async function enterThrow(at: Terminal, say: Say, who: string, value: string): Promise<void> {
  await at.asks(say.draw.guided.throwOf(who, '骰子'))
  await at.type(value, 'free')
  await at.press('enter')
}

describe.skipIf(!HAS_TERMINAL).each(LANGUAGES)(
  'a month at the desk, in %s (skipped where no terminal can be had)',
  language => {
    it('takes forty keys beside the names of files and the seed', async () => {
      const here = await monthly()
      const { say, at } = await sitDown(here, language, { rows: 40 })
      await at.asks(say.desk.ask.actor)
      await at.press('enter')
      for (const library of ['targets', 'inspectors', 'plan']) await importFile(at, say, `${library}.csv`)
      await at.asks(`2026/${TASK}`)
      await at.press('enter')
      await at.asks(say.desk.ask.announceTo)
      await at.press('enter')
      await at.asks(say.desk.sure)
      await at.type('y')
      await at.press('enter')
      await goOn(at, say)
      await firstOffer(at, say)
      for (const [question, name] of [
        [say.draw.guided.first, '王'],
        [say.draw.guided.second, '李'],
      ] as const) {
        await at.asks(question)
        await at.type(name)
        await at.press('enter')
      }
      await at.asks(say.draw.guided.witnesses)
      await at.press('enter')
      await enterThrow(at, say, '王', DICE)
      await enterThrow(at, say, '李', DICE)
      await at.asks(say.draw.guided.value('福彩3D 第2026312期'))
      await at.type('407', 'free')
      await at.press('enter')
      await at.asks(say.draw.guided.isRight)
      expect(at.screen()).toContain('6 3 3 4 5   2 5 6 1 5   1 3 6 1 3   6 1 2 5 6')
      await at.type('y')
      await at.press('enter')
      await goOn(at, say)
      await firstOffer(at, say)
      for (const question of ['profile', 'formats', 'folder'] as const) {
        await at.asks(say.desk.ask[question])
        await at.press('enter')
      }
      await at.asks(say.desk.offers.of(say.desk.jobs.sheet, { id: '2026-0001', name: '' }).trim())
      expect(at.keys()).toBeLessThanOrEqual(40)
      await at.press('interrupt')
      expect(await at.left).toBe(130)
      const folder = say.desk.publicName('2026-0001')
      expect(existsSync(join(here.folder, folder, 'verify.html'))).toBe(true)
      expect(
        existsSync(join(here.folder, say.desk.announcementName(`2026-${TASK}`), 'commitment.json')),
      ).toBe(true)
      expect((await here.ssj('verify', join(here.folder, folder))).code).toBe(0)
      const log = await here.done('log')
      expect(log.entries.at(-1)).toMatchObject({ action: 'run', actor: '测试员' })
    })

    it('takes forty keys more for its results: entered, reviewed, published, and the report', async () => {
      const here = await drawnOffice()
      const { drawn } = await standing(here)
      const rows = drawn.flatMap(target =>
        ['S1', 'S2', 'S3'].map(item => ({
          ...{ 任务编号: 'A', 对象编号: target, 抽查事项: item, 检查日期: '2026-03-02' },
          ...{ 检查部门: item === 'S3' ? '乙局' : '甲局', 检查结果代码: '1' },
        })),
      )
      here.file('r.csv', csvFrom(rows))
      const { at, say, leave } = await sitsAtTerminal(here, language, { now: LATER })
      const { ask, jobs, offers, sure, taken } = say.desk
      await at.asks(offers.duty(jobs.enter, 9))
      await at.press('enter')
      await at.asks(ask.file)
      await at.type('r.csv', 'free')
      await at.asks('> r.csv')
      await at.press('enter')
      await at.asks(ask.mode)
      await at.press('enter')
      await at.asks(`> ${offers.duty(jobs.review, 9)}`)
      await at.press('enter')
      await at.asks(ask.draw)
      await at.press('enter')
      await at.asks(ask.approver)
      await at.type('科')
      await at.sees('> 科')
      await at.press('enter')
      await at.asks(sure)
      await at.type('y')
      await at.press('enter')
      await at.asks(`> ${jobs.publish}`)
      await at.press('enter')
      await at.asks(ask.publishTo)
      // A name that is taken is told, and the right one given.
      await at.type('r.csv')
      await at.sees('r.csv')
      await at.press('enter')
      await at.asks(taken('r.csv'))
      await at.press('clear')
      await at.type('out')
      await at.sees('out')
      await at.press('enter')
      await at.asks(sure)
      await at.type('y')
      await at.press('enter')
      await at.asks(say.desk.whatNow)
      await at.type(language === 'en' ? 'report' : '报表', 'free')
      await at.asks(`> ${jobs.report}`)
      await at.press('enter')
      for (const question of ['reportName', 'year', 'reportTo'] as const) {
        await at.asks(ask[question])
        await at.press('enter')
      }
      await at.asks(say.desk.whatNow)
      expect(at.keys()).toBeLessThanOrEqual(40)
      expect(await leave()).toBe(130)
      expect((await here.done('log')).entries.at(-1).action).toBe('results publish')
      expect((await here.done('results', 'list', '1', '--state', 'published')).results).toHaveLength(9)
      expect(existsSync(here.path('out'))).toBe(true)
    })

    it('tells what is wrong, keeps the rest, and does nothing by halves, in a narrow window too', async () => {
      const here = await monthly()
      for (const library of ['targets', 'inspectors', 'plan'])
        await here.done('import', library, join(DISTRICT, `${library}.csv`))
      const { say, at } = await sitDown(here, language, { columns: 40, rows: 30 })
      await at.asks(say.desk.ask.actor)
      // Keys that mean nothing, and a name that nobody has used.
      await at.type('zzz')
      await at.press('escape')
      expect(await at.left).toBe(130)

      const before = contentOf(here.db)
      const { at: again } = await sitDown(here, language, { columns: 40, rows: 30 })
      await again.asks(say.desk.ask.actor)
      await again.press('enter')
      await again.asks(say.desk.quit)
      await again.type('qqqq')
      await again.asks(say.common.asking.nothing)
      await again.press('enter', 'escape', 'clear')
      await firstOffer(again, say)
      // Back from the folder to the desk, and to the summary again, with a name that is taken on the way.
      await again.asks(say.desk.ask.announceTo)
      await again.press('escape')
      await again.sees(say.desk.notDone)
      await firstOffer(again, say)
      await again.asks(say.desk.ask.announceTo)
      await again.type('targets.csv')
      await again.press('enter')
      await again.asks(say.desk.taken('targets.csv'))
      await again.press('clear')
      await again.type('out')
      await again.press('enter')
      await again.asks(say.desk.sure)
      await again.press('enter')
      await again.sees(say.desk.notDone)
      expect(contentOf(here.db)).toBe(before)
      expect(readdirSync(here.folder)).not.toContain('out')
      // Ctrl-C in the middle of a job: the desk says which.
      await firstOffer(again, say)
      await again.asks(say.desk.ask.announceTo)
      await again.press('interrupt')
      expect(await again.left).toBe(130)
      await again.sees(say.desk.left(say.desk.jobs.freeze))
      expect(contentOf(here.db)).toBe(before)
    })

    it('draws with no throw that two people do not agree on, and with none after the window was closed', async () => {
      const here = await monthly()
      for (const library of ['targets', 'inspectors', 'plan'])
        await here.done('import', library, join(DISTRICT, `${library}.csv`))
      await here.done('draw', 'freeze', TASK)
      const before = contentOf(here.db)
      const { say, at } = await sitDown(here, language, { columns: 60 })
      await at.asks(say.desk.ask.actor)
      await at.press('enter')
      await firstOffer(at, say)
      for (const name of ['王', '李']) {
        await at.asks(name === '王' ? say.draw.guided.first : say.draw.guided.second)
        await at.type(name)
        await at.press('enter')
      }
      await at.asks(say.draw.guided.witnesses)
      await at.press('enter')
      await enterThrow(at, say, '王', '123')
      await at.asks(say.draw.guided.notOne('骰子', 'dice/20', '').slice(0, 12))
      await at.press('clear')
      await enterThrow(at, say, '王', DICE)
      await enterThrow(at, say, '李', DICE.replace('3', '4'))
      await at.sees(say.draw.guided.apart([2]).slice(0, 20))
      await at.asks(say.draw.guided.throwOf('王', '骰子'))
      at.close()
      await at.left
      expect(contentOf(here.db)).toBe(before)
    })
  },
)
