/** @module-tag campaign */
import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { JobName } from '../../../src/terminal/sentences/topics/desk.ts'
import { type AtTerminal, sitsAtTerminal, type Turn } from '../../helpers/at-terminal.ts'
import { csvFrom } from '../../helpers/miniature.ts'
import { atTime, drawnOffice, LATER, standing } from '../../helpers/results.ts'
import type { Office } from '../../helpers/ssj.ts'
import { HAS_TERMINAL } from '../../helpers/terminal.ts'

/** One job as it is played: what is asked and answered, the command line it must amount to, what else is shown. */
interface Play {
  readonly job: JobName
  readonly turns?: (with_: AtTerminal) => readonly Turn[]
  readonly line: string
  readonly shows?: readonly string[]
  /** What the ledger then ends with. */
  readonly action?: string
  readonly makes?: readonly string[]
}

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
  base = made
})

const PLAYS: readonly Play[] = [
  { job: 'plan', turns: ({ say: { desk } }) => [[desk.ask.year, '']], line: 'plan check --year 2026' },
  {
    job: 'simulate',
    turns: ({ say: { desk } }) => [[desk.ask.task, '2026/B']],
    line: 'draw simulate 2026/B',
  },
  {
    job: 'template',
    turns: ({ say: { desk, registry } }) => [
      [desk.ask.library, registry.libraries.departments],
      [desk.ask.templateTo, '部门.csv'],
    ],
    line: 'template departments --to 部门.csv',
    makes: ['部门.csv'],
  },
  {
    job: 'correct',
    turns: ({ say: { desk, registry } }) => [
      [desk.ask.library, registry.libraries.targets],
      [desk.ask.record, 'T05'],
      [desk.record.more, '名称'],
      ['名称 *', '新名店'],
      [desk.record.more, ''],
      [desk.sure, 'y'],
    ],
    line: 'add targets --set 对象编号=T05 --set 名称=新名店',
    action: 'add targets',
  },
  {
    job: 'retire',
    turns: ({ say: { desk, registry } }) => [
      [desk.ask.library, registry.libraries.targets],
      [desk.ask.record, '新名'],
      [desk.ask.reason, '', '停业'],
      [desk.sure, 'y'],
    ],
    line: 'retire targets T05 --reason 停业',
    shows: ['T05  新名店'],
    action: 'retire targets',
  },
  {
    job: 'look',
    turns: ({ say: { desk, registry } }) => [
      [desk.ask.library, registry.libraries.targets],
      [desk.ask.record, 'T06'],
    ],
    line: 'show targets T06 --history',
  },
  {
    job: 'visit',
    turns: ({ say: { desk } }) => [
      [desk.ask.subject, 'T06'],
      [desk.ask.department, '甲局'],
      [desk.ask.date, '2026-02-31'],
      [desk.badDay, '{clear}', '2026-05-01'],
      [desk.ask.cause, '投诉'],
      [desk.ask.reference, '', '12345-1'],
      [desk.sure, 'y'],
    ],
    line: 'visit add --target T06 --department JIA --date 2026-05-01',
    action: 'visit add',
  },
  {
    job: 'visits',
    turns: ({ say: { desk } }) => [[desk.ask.year, '']],
    line: 'visit list --year 2026',
    shows: ['12345-1'],
  },
  {
    job: 'announce',
    turns: ({ say: { desk } }) => [
      [desk.ask.draw, '2026-0003'],
      [desk.ask.announceTo, 'w'],
    ],
    line: 'draw announce 2026-0003 --to w',
    makes: ['w/commitment.json'],
  },
  { job: 'verify', turns: ({ say: { desk } }) => [[desk.ask.checked, 'w']], line: 'verify w' },
  {
    job: 'reveal',
    turns: ({ say: { desk } }) => [
      [desk.ask.draw, '2026-0002'],
      [desk.sure, 'y'],
    ],
    line: 'draw reveal 2026-0002',
    action: 'reveal',
  },
  {
    job: 'replay',
    turns: ({ say: { desk } }) => [[desk.ask.draw, '2026-0001']],
    line: 'draw replay 2026-0001',
  },
  { job: 'merge', line: 'draw merge' },
  { job: 'draws', line: 'draw list' },
  { job: 'show', turns: ({ say: { desk } }) => [[desk.ask.draw, '2026-0001']], line: 'draw show 2026-0001' },
  {
    job: 'substitute',
    turns: ({ say: { desk } }) => [
      [desk.ask.draw, '2026-0001'],
      [desk.ask.fallen, desk.options.inspector],
      [desk.ask.inspector, 'P'],
      [desk.ask.outcome, ''],
      [desk.ask.reason, '急病'],
      [desk.ask.approver, '王局长'],
      [desk.ask.evidence, ''],
      [desk.sure, 'y'],
    ],
    line: 'draw substitute 2026-0001 --inspector P',
    action: 'substitute',
  },
  {
    job: 'certifyYear',
    turns: ({ say: { desk } }) => [
      [desk.ask.subject, 'T06'],
      [desk.ask.year, ''],
      [desk.ask.certificateTo, '全年.html'],
    ],
    line: 'certify T06 --year 2026 --to 全年.html',
    makes: ['全年.html'],
  },
  {
    job: 'lists',
    turns: ({ say: { desk } }) => [
      [desk.ask.list, desk.options.items],
      [desk.ask.listTo, ''],
    ],
    line: 'publish items --to',
  },
  {
    job: 'sheet',
    turns: ({ say: { desk } }) => [
      [desk.ask.draw, '2026-0001'],
      [desk.ask.sheetTo, '表'],
    ],
    line: 'results sheet 2026-0001 --to 表',
    makes: ['表'],
  },
  {
    job: 'open',
    turns: ({ say: { desk } }) => [[desk.ask.draw, '2026-0001']],
    line: 'results list 2026-0001',
  },
  { job: 'rules', line: 'rules list' },
  { job: 'log', line: 'log' },
  { job: 'check', line: 'log --verify' },
  {
    job: 'report',
    turns: ({ say: { desk } }) => [
      [desk.ask.reportName, desk.reportsNamed.deadlines!],
      [desk.ask.year, ''],
      [desk.ask.reportTo, ''],
    ],
    line: 'report deadlines --year 2026',
  },
  {
    job: 'return',
    turns: ({ say: { desk } }) => [
      [desk.ask.result, 'S1'],
      [desk.ask.reason, '缺照片'],
      [desk.sure, 'y'],
    ],
    line: 'results return',
    action: 'results return',
  },
  {
    job: 'review',
    turns: ({ say: { desk } }) => [
      [desk.ask.draw, '2026-0001'],
      [desk.ask.approver, '王局长'],
      [desk.sure, 'y'],
    ],
    line: 'results review 2026-0001 --approver 王局长',
    action: 'results review',
  },
  {
    job: 'publish',
    turns: ({ say: { desk } }) => [
      [desk.ask.draw, '2026-0001'],
      [desk.ask.publishTo, '结果'],
      [desk.sure, 'y'],
    ],
    line: 'publish results --draw 2026-0001 --to 结果',
    action: 'results publish',
    makes: ['结果'],
  },
  { job: 'takedown', turns: ({ say: { desk } }) => [[desk.sure, 'y']], line: 'results takedown' },
  {
    job: 'void',
    turns: ({ say: { desk } }) => [
      [desk.ask.draw, '2026-0003'],
      [desk.ask.reason, '有误'],
      [desk.ask.approver, '王局长'],
      [desk.sure, 'y'],
    ],
    line: 'draw void 2026-0003 --reason 有误 --approver 王局长',
    action: 'void',
  },
]

describe.skipIf(!HAS_TERMINAL).each(['zh', 'en'] as const)('at the desk in a terminal, in %s', language => {
  let here: Office
  let sits: AtTerminal
  beforeAll(async () => {
    here = atTime(base, LATER)
    sits = await sitsAtTerminal(here, language, { now: LATER })
  })
  afterAll(async () => {
    await sits.leave()
  })
  it.each(PLAYS)('$job: $line', async ({ job, turns, line, shows = [], action, makes = [] }) => {
    const shown = await sits.plays(job, ...(turns?.(sits) ?? [])).catch(async error => {
      // The next job is played all the same.
      sits.at.close()
      sits = await sitsAtTerminal(here, language, { now: LATER })
      throw error
    })
    for (const text of [`ssj ${line}`, ...shows]) expect(shown).toContain(text)
    for (const name of makes) expect([name, existsSync(here.path(name))]).toEqual([name, true])
    if (action !== undefined) expect((await here.done('log')).entries.at(-1).action).toBe(action)
  })
})
