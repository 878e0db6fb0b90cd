/** @module-tag campaign */
import { beforeAll, describe, expect, it } from 'vitest'
import { JOBS } from '../../../src/commands/desk/jobs/jobs.ts'
import { atDesk } from '../../../src/commands/desk/sit-down.ts'
import { WentBack } from '../../../src/terminal/asked.ts'
import type { Asker, Choice } from '../../../src/terminal/asker.ts'
import type { JobName } from '../../../src/terminal/sentences/jobs/names.ts'
import { onlyLooks, quietDesk } from '../../helpers/at-desk.ts'
import { csvFrom, inspectors, miniature, targets } from '../../helpers/miniature.ts'
import { contentOf, type Office } from '../../helpers/ssj.ts'

let here: Office
beforeAll(async () => {
  here = await miniature({ targets: targets(9), inspectors: inspectors(6) })
  const task = ['--lead', 'JIA', '--count', '3', '--from', '2026-03-01', '--to', '2026-03-31']
  for (const id of ['A', 'B']) await here.done('draw', 'run', '--id', id, ...task, '--seed', 'x')
  const plan = { 任务名称: '丙', 发起部门: 'JIA', 抽查数量: '2', 起止时间: '2026-03-01~2026-03-31' }
  const rows = ['C', 'D'].map(任务编号 => ({ 任务编号, ...plan, 随机源: '骰子/30' }))
  await here.done('import', 'plan', here.file('plan.csv', csvFrom(rows)))
  await here.done('draw', 'freeze', 'C')
  here.file('folder/x.txt', 'x')
  here.file('新.csv', csvFrom(targets(2, {}, 50)))
})

/** Texts of which one is an answer to most questions. */
const TEXTS = ['', '名称甲', 'SCJG', '2026-03-05', '30', '2026', 'env:X', 'a.b/c', 'new-1.csv']

/**
 * Sits at the desk and begins a job; answers so many questions with the first that will do, and goes back from every one
 * after them. Commands are not run, but for looks. Gives how many questions were put before it first went back.
 */
async function goesBackFrom(job: JobName, language: 'zh' | 'en', depth: number): Promise<number> {
  const { desk, told } = await quietDesk(here, language)
  let [asked, isBegun, isOver] = [0, false, false]
  const answers = () => {
    if (isOver || asked === depth) {
      isOver = true
      throw new WentBack()
    }
    asked++
  }
  const first = <T>(choices: readonly Choice<T>[]): T => {
    const choice = choices[0]
    if (choice !== undefined) return choice.value
    isOver = true
    throw new WentBack()
  }
  const asker: Asker = {
    async text({ initial = '', check }) {
      answers()
      for (const text of [initial, ...TEXTS]) if (((await check?.(text)) ?? null) === null) return text
      return first([])
    },
    async choose(_message, choices) {
      answers()
      return first(choices)
    },
    async find(message, find) {
      if (message !== desk.say.desk.whatNow) {
        answers()
        const found = await find('')
        return first(found.length > 0 ? found : await find('名称甲'))
      }
      if (isBegun) return (await find(desk.say.desk.quit))[0]!.value
      isBegun = true
      const title = desk.say.desk.jobs[job]
      const found = await find(title)
      const work = found.find(({ name }) => name === title)
      // What there is nothing to do with is not offered.
      return (work ?? (await find(desk.say.desk.quit))[0]!).value
    },
    async yes() {
      isOver = true
      throw new WentBack()
    },
  }
  const code = await atDesk(desk, onlyLooks, asker)
  expect([job, code, told().includes('Error:')]).toEqual([job, 0, false])
  if (isOver) expect(told()).toContain(desk.say.desk.notDone)
  return asked
}

describe.each(['zh', 'en'] as const)('Escape, in %s', language => {
  it('leads back from every question of every job, with nothing done', async () => {
    const before = contentOf(here.db)
    const reached: Partial<Record<JobName, number>> = {}
    for (const job of Object.keys(JOBS) as JobName[]) {
      if (JOBS[job].questions.length === 0 || job === 'init') continue
      for (let depth = 0; depth < 8; depth++) {
        const asked = await goesBackFrom(job, language, depth)
        reached[job] = asked
        if (asked < depth) break
      }
    }
    expect(contentOf(here.db)).toBe(before)
    // Most are followed to their end.
    expect(Object.values(reached).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(60)
  })
})
