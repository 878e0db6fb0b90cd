/** @module-tag campaign */
import { existsSync, readdirSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { type AtTerminal, sitsAtTerminal } from '../../helpers/at-terminal.ts'
import { csvFrom, inspectors, miniature, targets } from '../../helpers/miniature.ts'
import { contentOf, type Office } from '../../helpers/ssj.ts'
import { HAS_TERMINAL, type Terminal } from '../../helpers/terminal.ts'

/** An office with a file that takes a second or two to be imported. */
async function withLargeFile(): Promise<Office> {
  const here = await miniature({ targets: targets(9), inspectors: inspectors(6) })
  here.file('新.csv', csvFrom(targets(12_000, {}, 1_000)))
  return here
}

let readyFor: Awaited<ReturnType<typeof offices>>
beforeAll(async () => {
  readyFor = await offices()
})

describe.skipIf(!HAS_TERMINAL).each(['zh', 'en'] as const)('a sitting that breaks off, in %s', language => {
  it.each(['interrupt', 'hang-up'] as const)(
    'by %s while an import runs has written nothing, and goes on where it was',
    async how => {
      const here = await withLargeFile()
      const sits = await sitsAtTerminal(here, language)
      const { at, say } = sits
      const before = contentOf(here.db)
      await at.asks(say.desk.whatNow)
      await at.type(say.desk.jobs.import)
      await at.press('enter')
      await at.asks(say.desk.ask.file)
      await at.type('新.csv')
      await at.asks('> 新.csv')
      await at.press('enter')
      await at.asks(say.desk.ask.mode)
      await at.press('enter')
      await at.sees('ssj import targets 新.csv')
      if (how === 'interrupt') await at.press('interrupt')
      else at.close()
      const code = await at.left
      if (how === 'interrupt') {
        expect(code).toBe(130)
        expect(flat(at.screen(true))).toContain(flat(say.desk.interrupted))
      }
      expect(contentOf(here.db)).toBe(before)
      expect(existsSync(`${here.db}-desk.json`)).toBe(true)

      const again = await sitsAtTerminal(here, language)
      await again.at.asks(say.desk.goOnWith(say.desk.jobs.import))
      expect(flat(again.at.screen())).toContain(
        flat(say.desk.brokeOff(say.desk.jobs.import, 'running', null)),
      )
      await again.at.press('enter')
      await again.at.asks(say.desk.ask.mode)
      await again.at.press('enter')
      await again.at.sees('12000')
      expect(await again.leave()).toBe(130)
      expect((await here.done('log')).entries.at(-1).action).toBe('import targets')
      expect(existsSync(`${here.db}-desk.json`)).toBe(false)
    },
  )

  it.each([
    ['freeze', 0],
    ['freeze', 300],
    ['run', 0],
    ['run', 150],
    ['export', 0],
    ['export', 400],
  ] as const)(
    'by a power cut while it does “%s”, after %i ms, has done all of it or nothing',
    async (job, wait) => {
      const here = readyFor[job].copy()
      const before = (await here.done('log')).entries.length
      const sits = await sitsAtTerminal(here, language)
      await begins(sits, job)
      await new Promise(resolve => setTimeout(resolve, wait))
      sits.at.crash()
      await sits.at.left

      expect((await here.ssj('log', '--verify')).code).toBe(0)
      const { entries } = await here.done('log')
      const isDone = entries.length > before
      expect(entries.length - before).toBeLessThanOrEqual(1)
      const again = await sitsAtTerminal(here, language)
      const { at, say } = again
      await at.asks(say.desk.whatNow)
      const told = say.desk.brokeOff(say.desk.jobs[job], 'running', isDone ? entries.at(-1).entry : null)
      const folder = here.path(say.desk.publicName('2026-0001'))
      if (job === 'export' && existsSync(folder)) expect((await here.ssj('verify', folder)).code).toBe(0)
      // Where the cut came after the end there is nothing to tell, and all is there.
      const isTold = flat(at.screen()).includes(flat(told))
      if (!isTold) expect(job === 'export' ? existsSync(folder) : isDone).toBe(true)
      if (job === 'export' && isTold) {
        // Taken up again it is written whole, under a name that is free, and nothing of the first lies about.
        await at.asks(say.desk.goOnWith(say.desk.jobs.export))
        await at.press('enter')
        await at.asks(say.desk.ask.folder)
        await at.type('again')
        await at.press('enter')
        await at.asks(say.desk.offers.of(say.desk.jobs.sheet, { id: '2026-0001', name: '' }).trim())
        expect((await here.ssj('verify', here.path('again'))).code).toBe(0)
      }
      expect(readdirSync(here.folder).filter(name => name.startsWith('.'))).toEqual([])
      await again.leave()
    },
  )

  it('at a question keeps what was answered, and a record as far as it was entered', async () => {
    const here = await miniature({ targets: targets(9), inspectors: inspectors(6) })
    const sits = await sitsAtTerminal(here, language)
    const { at, say } = sits
    await at.asks(say.desk.whatNow)
    await at.type(say.desk.jobs.add)
    await at.press('enter')
    await at.asks(say.desk.ask.library)
    await at.type(say.registry.libraries.inspectors)
    await at.press('enter')
    for (const text of ['P99', '示例某']) {
      await at.asks(text === 'P99' ? '人员编号' : '姓名')
      await at.type(text)
      await at.press('enter')
    }
    await at.asks('所属部门')
    at.close()
    await at.left
    const again = await sitsAtTerminal(here, language)
    await again.at.asks(say.desk.goOnEntering(say.registry.libraries.inspectors, 2))
    await again.at.press('enter')
    await again.at.asks('人员编号')
    expect(again.at.screen()).toContain('(P99)')
    await again.at.press('enter')
    await again.at.asks('姓名')
    expect(again.at.screen()).toContain('(示例某)')
    await again.at.press('interrupt')
    expect(await again.at.left).toBe(130)
  })

  it('goes on in a window of another size, with what was typed', async () => {
    const here = await miniature({ targets: targets(9), inspectors: inspectors(6) })
    const { at, say, leave } = await sitsAtTerminal(here, language)
    await at.asks(say.desk.whatNow)
    await at.type(say.desk.jobs.retire)
    await at.press('enter')
    await at.asks(say.desk.ask.library)
    await at.type(say.registry.libraries.targets)
    await at.press('enter')
    await at.asks(say.desk.ask.record)
    await at.type('示例店T0')
    await at.asks('T01')
    await at.press('down')
    await at.asks('> T02')
    await resized(at, 40, 24)
    await at.asks('> T02')
    await at.type('4')
    await at.asks('> T04')
    await at.press('enter')
    await at.asks(say.desk.ask.reason)
    await at.type('停业三')
    await resized(at, 90, 30)
    await at.type('年')
    await at.asks('停业三年')
    await at.press('enter')
    await at.asks(say.desk.sure)
    await resized(at, 60, 24)
    await at.type('y')
    await at.press('enter')
    expect(await leave()).toBe(130)
    const { entries } = await here.done('log')
    expect(entries.at(-1)).toMatchObject({ action: 'retire targets', subject: { reason: '停业三年' } })
  })
})

/** Offices of 12 000 firms in which each of these jobs is next. */
async function offices() {
  const freeze = await withLargeFile()
  await freeze.done('import', 'targets', freeze.path('新.csv'))
  const task = { 任务编号: 'A', 任务名称: '甲任务', 发起部门: 'JIA', 抽查数量: '60', 随机源: '骰子/30' }
  const plan = csvFrom([{ ...task, 起止时间: '2026-03-01~2026-03-31' }])
  await freeze.done('import', 'plan', freeze.file('plan.csv', plan))
  const run = freeze.copy()
  await run.done('draw', 'freeze', 'A')
  const drawn = run.copy()
  await drawn.done('draw', 'run', 'A', '--seed', `骰子=${DICE}`)
  return { freeze, run, export: drawn } as const
}
const DICE = '361245361245361245361245361245'

/** Does a job up to where its command runs. */
async function begins({ at, say }: AtTerminal, job: 'freeze' | 'run' | 'export'): Promise<void> {
  const enters = async (asked: string, text = '') => {
    await at.asks(asked)
    if (text !== '') {
      await at.type(text)
      await at.sees(text)
    }
    await at.press('enter')
  }
  const { ask, jobs, sure, whatNow } = say.desk
  const { first, second, witnesses, throwOf, isRight } = say.draw.guided
  await enters(whatNow, jobs[job])
  switch (job) {
    case 'freeze':
      await enters(ask.task)
      await enters(ask.announceTo)
      await enters(sure, 'y')
      return at.sees('ssj draw freeze')
    case 'run':
      await enters(ask.task)
      await enters(first, '王')
      await enters(second, '李')
      await enters(witnesses)
      for (const who of ['王', '李']) {
        await at.asks(throwOf(who, '骰子'))
        await at.type(DICE)
        await at.press('enter')
      }
      return enters(isRight, 'y')
    case 'export':
      for (const question of ['draw', 'profile', 'formats', 'folder'] as const) await enters(ask[question])
      return at.sees('ssj export')
    default:
      return job satisfies never
  }
}

function flat(text: string): string {
  return text.replaceAll(/\s/g, '')
}

/** Gives a window another size, and waits until the question was put again. */
async function resized(at: Terminal, columns: number, rows: number): Promise<void> {
  at.resize(columns, rows)
  for (let turns = 0; turns < 50; turns++) await at.pause()
}
