/** @module-tag campaign */
import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { JOBS } from '../../../src/commands/desk/jobs/jobs.ts'
import type { Language } from '../../../src/terminal/sentences/load-sentences.ts'
import { type AtTerminal, sitsAtTerminal } from '../../helpers/at-terminal.ts'
import { csvFrom } from '../../helpers/miniature.ts'
import { atTime, drawnOffice, LATER, standing } from '../../helpers/results.ts'
import type { Office } from '../../helpers/ssj.ts'
import { HAS_TERMINAL } from '../../helpers/terminal.ts'
import { farLater, farOffice } from './far-office.ts'
import { FAR_PLAYS } from './far-plays.ts'
import { OFFICE_PLAYS } from './office-plays.ts'
import { PLAYS, type Play } from './plays.ts'

let base: Office
let drawn: readonly string[]
beforeAll(async () => {
  const made = await drawnOffice()
  drawn = (await standing(made)).drawn
  const row = (target: string, item: string, more = {}) => ({
    ...{ 任务编号: 'A', 对象编号: target, 检查部门: '甲局', 抽查事项: item, 检查日期: '2026-03-02' },
    ...{ 检查结果代码: '1', ...more },
  })
  const plan = [
    { 任务编号: 'B', 任务名称: '乙任务', 起止时间: '2026-06-01~2026-08-31', 随机源: '骰子 第3次/30' },
    { 任务编号: 'W', 任务名称: '等种子', 起止时间: '2026-06-01~2026-09-30', 随机源: '骰子 第2次/30' },
    { 任务编号: 'S', 任务名称: '封存', 起止时间: '2026-06-01~2026-07-31', 随机源: '骰子/30' },
  ].map(task => ({ ...task, 发起部门: 'JIA', 抽查数量: '2' }))
  await made.done('import', 'plan', made.file('plan.csv', csvFrom(plan)))
  await made.done('draw', 'freeze', 'S', '--sealed')
  await made.done('draw', 'run', 'S', '--seed', '骰子=361245361245361245361245361245')
  await made.done('draw', 'freeze', 'W')
  const rows = drawn.map(target => row(target, 'S1'))
  await made.done('import', 'results', made.file('r.csv', csvFrom(rows)))
  await made.done(
    'import',
    'plan',
    made.file('c.csv', csvFrom([{ ...plan[0], 任务编号: 'C', 随机源: '骰子 第5次/30' }])),
  )
  base = made
})

/** Played in the tests of a month and of jobs. */
const ELSEWHERE = [
  'init',
  'demo',
  'import',
  'add',
  'freeze',
  'run',
  'export',
  'certify',
  'backup',
  'rule',
  'enter',
]

it('is played for every job there is', () => {
  const played = new Set<string>([...PLAYS, ...OFFICE_PLAYS, ...FAR_PLAYS].map(({ job }) => job))
  expect(
    Object.keys(JOBS)
      .filter(job => !played.has(job))
      .sort(),
  ).toEqual([...ELSEWHERE].sort())
})

/** Looked at before it is written, or read back by the command itself; a new record is shown field by field. */
const LOOKED_AT = ['import', 'enter', 'takeIn', 'add', 'run', 'init']

it('sums up and asks before every job that the ledger keeps', () => {
  const kept = [...PLAYS, ...OFFICE_PLAYS, ...FAR_PLAYS].filter(({ action }) => action !== undefined)
  const unasked = kept.filter(({ job }) => JOBS[job].binding === undefined && !LOOKED_AT.includes(job))
  expect(unasked.map(({ job }) => job)).toEqual([])
})

describe.skipIf(!HAS_TERMINAL).each(['zh', 'en'] as const)('at the desk in a terminal, in %s', language => {
  played(language, [...PLAYS, ...OFFICE_PLAYS], async () => {
    const here = atTime(base, LATER)
    here.file(
      '个案.csv',
      csvFrom([
        { 检查对象: 'T04', 部门: '甲局', 日期: '2026-05-02', 检查原因: '转办交办', 依据文号或线索: '转办 1' },
      ]),
    )
    here.file('规则.csv', '规则,值\nlapse-days,60\n')
    here.file('对方.csv', csvFrom([{ 备忘: 'x' }]))
    here.file('派发名单.csv', csvFrom([{ 统一社会信用代码: 'x' }]))
    await here.done('certify', '1', 'T01', '--to', here.path('证明.html'))
    await here.done('export', '1', '--to', here.path('公示'))
    return here
  })
})

describe.skipIf(!HAS_TERMINAL).each(['zh', 'en'] as const)('what is rare, at the desk, in %s', language => {
  played(language, FAR_PLAYS, async () => farLater(await farOffice()))

  it('clock: puts on record that it was fast', async () => {
    const here = await farLater(await farOffice())
    const sits = await sitsAtTerminal(here, language, { now: '2026-05-19T02:00:00Z' })
    const { desk } = sits.say
    const shown = await sits.plays(
      'clock',
      [desk.ask.reason, '电话13812345678', '{clear}', '时钟快了一天'],
      [desk.ask.approver, '王局长'],
      [desk.sure, 'y'],
    )
    expect(shown).toContain('ssj log clock --reason 时钟快了一天 --approver 王局长')
    await sits.leave()
    expect((await here.done('log')).entries.at(-1)).toMatchObject({
      action: 'log clock',
      at: '2026-05-19T02:00:00Z',
    })
  })
})

/** Plays these jobs one after the other, each to its end, in an office of their own. */
function played(language: Language, plays: readonly Play[], open: () => Promise<Office>): void {
  let here: Office
  let sits: AtTerminal
  beforeAll(async () => {
    here = await open()
    sits = await sitsAtTerminal(here, language, { now: LATER })
  })
  afterAll(async () => {
    await sits.leave()
  })
  it.each(plays)('$job: $line', async play => {
    const { job, turns, line, shows = [], action, makes = [], before, left, is } = play
    await before?.(here)
    const shown = await sits.plays(job, ...(turns?.(sits) ?? [])).catch(async error => {
      // The next job is played all the same.
      sits.at.close()
      sits = await sitsAtTerminal(here, language, { now: LATER })
      throw error
    })
    for (const text of [`ssj ${line}`, ...shows]) expect(flat(shown)).toContain(flat(text))
    for (const name of makes) expect([name, existsSync(here.path(name))]).toEqual([name, true])
    if (action !== undefined) expect((await here.done('log')).entries.at(-1).action).toBe(action)
    if (left !== undefined) expect(await left(here)).toEqual(is)
  })
}

/** Lines break where the window ends. */
function flat(text: string): string {
  return text.replaceAll(/\s/g, '')
}
