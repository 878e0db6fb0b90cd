import { readFileSync } from 'node:fs'
import { Readable, Writable } from 'node:stream'
import { beforeAll, describe, expect, it } from 'vitest'
import { owedNow } from '../../../src/commands/report/deadlines.ts'
import { inOneState } from '../../../src/commands/session.ts'
import type { Day } from '../../../src/core/dates.ts'
import type { Step } from '../../../src/core/results/result-state.ts'
import { inEntry } from '../../../src/store/entry.ts'
import { openStore } from '../../../src/store/open.ts'
import { writeStep } from '../../../src/store/results/result-steps.ts'
import { allResults } from '../../../src/store/results/results.ts'
import { deskFor } from '../../../src/terminal/desk.ts'
import { inspectors, miniature, targets } from '../../helpers/miniature.ts'
import type { Office } from '../../helpers/ssj.ts'

const LATER = '2026-02-20T04:00:00Z'
let here: Office
let drawn: readonly string[]

/** A draw of six firms of one department on 3 February 2026, to be carried out by the end of June. */
beforeAll(async () => {
  here = await miniature({
    items: [{ 事项编码: 'S1', 抽查事项: '食品安全', 检查主体: '甲局' }],
    targets: targets(8),
    inspectors: inspectors(4),
    plan: [
      {
        任务编号: 'A',
        任务名称: '食品抽查',
        起止时间: '2026-02-01~2026-06-30',
        发起部门: 'JIA',
        抽查事项: 'S1',
        抽查数量: '6',
      },
      {
        任务编号: 'B',
        任务名称: '未开展的抽查',
        起止时间: '2026-05-01~2026-06-30',
        发起部门: 'YI',
        抽查事项: 'S1',
        抽查数量: '1',
      },
    ],
  })
  await here.done('draw', 'run', 'A', '--seed', 'x')
  const shown = await here.done('draw', 'show', '1')
  drawn = shown.selection.flatMap((row: { target: string; status: string }) =>
    row.status === 'drawn' ? [row.target] : [],
  )
  // Five results: clean, clean and reviewed, a problem, a problem settled and reviewed, published.
  const rows = [
    [drawn[0], '2026-02-10', '1', '', ''],
    [drawn[1], '2026-02-10', '1', '', ''],
    [drawn[2], '2026-02-11', 'A', '未完结', ''],
    [drawn[3], '2026-02-11', 'A', '已完结', '已改正'],
    [drawn[4], '2026-02-12', '1', '', ''],
  ].map(([target, day, outcome, settled, closing]) =>
    ['A', target, 'JIA', day, outcome, settled, closing].join(','),
  )
  const headings = '任务编号,对象编号,检查部门,检查日期,检查结果,完结状态,处理结果'
  const file = here.file('r.csv', `${[headings, ...rows].join('\n')}\n`)
  expect((await here.ssjIn({ now: LATER }, 'import', 'results', file)).err).toBe('')
  const store = openStore({ written: here.db, full: here.db }, 0)
  const all = [...allResults(store)]
  const step = (step: Step, day: string) => ({ step, day: day as Day, approver: '科长', reason: '' })
  await inEntry(store, { at: LATER, actor: '审核人' }, 'review', writer => {
    for (const { id, target } of all) {
      if ([drawn[1], drawn[3], drawn[4]].includes(target))
        writeStep(writer, id, step('reviewed', '2026-02-12'))
      if (target === drawn[4]) writeStep(writer, id, step('published', '2026-02-20'))
    }
    return { subject: {}, result: null }
  })
  store.close()
})

const on = async (day: string, ...argv: string[]) => {
  const ran = await here.ssjIn({ now: `${day}T04:00:00Z` }, 'report', 'deadlines', ...argv)
  expect(ran.err).toBe('')
  return ran
}
const owedOn = async (day: string, ...argv: string[]) => (await on(day, '--json', ...argv)).json

describe('ssj report deadlines', () => {
  it('tells who owes what since when, and what is too late', async () => {
    const { owed } = await owedOn('2026-03-13')
    const short = owed.map((one: Record<string, unknown>) => [
      one.duty,
      one.target,
      one.since,
      one.due,
      one.overdue,
    ])
    expect(short).toEqual([
      // Fifteen working days after 10 February, over the Spring Festival.
      ['review', drawn[0], '2026-02-10', '2026-03-09', true],
      ['review', drawn[2], '2026-02-11', '2026-03-10', true],
      ['rectify', drawn[2], '2026-02-11', '2026-03-13', false],
      // Twenty working days after the inspection.
      ['publish', drawn[1], '2026-02-12', '2026-03-16', false],
      ['publish', drawn[3], '2026-02-12', '2026-03-17', false],
      ['enter', drawn[5], '2026-02-03', '2026-07-14', false],
      ['carry-out', '', '2026-05-01', '2026-12-31', false],
    ])
  })

  it('sums by department, who is latest first', async () => {
    const { sums } = await owedOn('2026-03-13')
    expect(
      sums.map(({ department, duty, owed, overdue }: Record<string, unknown>) => [
        department,
        duty,
        owed,
        overdue,
      ]),
    ).toEqual([
      ['JIA', 'enter', 1, 0],
      ['JIA', 'review', 2, 2],
      ['JIA', 'publish', 2, 0],
      ['JIA', 'rectify', 1, 0],
      ['YI', 'carry-out', 1, 0],
    ])
  })

  it('follows the rules that an office sets', async () => {
    const at = here.copy()
    await at.ssjIn({ now: LATER }, 'rules', 'set', 'result-review-days', '18')
    await at.ssjIn({ now: LATER }, 'rules', 'set', 'closing-day', '11-10')
    const told = (await at.ssjIn({ now: '2026-03-13T04:00:00Z' }, 'report', 'deadlines', '--json')).json
    const dueOf = (duty: string) => told.owed.find((one: { duty: string }) => one.duty === duty).due
    expect([dueOf('review'), dueOf('carry-out')]).toEqual(['2026-03-12', '2026-11-10'])
  })

  it('asks to take down what was public for its years', async () => {
    const { owed } = await owedOn('2031-02-20')
    expect(owed.filter(({ duty }: { duty: string }) => duty === 'take-down')).toMatchObject([
      { target: drawn[4], due: '2031-02-20' },
    ])
  })

  it('tells of a year of which nothing is known, and guesses no day', async () => {
    const at = here.copy()
    await at.ssjIn({ now: LATER }, 'rules', 'set', 'rectification-days', '330')
    const ran = await at.ssjIn({ now: '2026-03-13T04:00:00Z' }, 'report', 'deadlines')
    expect(ran.out).toContain('2027 年的节假日还没有导入')
    expect(ran.out).toContain('须知 2027 年节假日')
    const english = await at.ssjIn({ now: '2026-03-13T04:00:00Z' }, 'report', 'deadlines', '--lang', 'en')
    expect(english.out).toContain('the holidays of 2027 are not on record')
  })

  it.each(['csv', 'xlsx', 'docx', 'html', 'txt'])('is written as %s', async ending => {
    const at = here.copy()
    const path = at.path(`到期.${ending}`)
    const ran = await at.ssjIn({ now: '2026-03-13T04:00:00Z' }, 'report', 'deadlines', '--to', path)
    expect([ran.code, ran.err]).toEqual([0, ''])
    const bytes = readFileSync(path)
    expect(bytes.length).toBeGreaterThan(500)
    if (ending === 'html') expect(bytes.toString()).toContain('<svg width="100%"')
    if (ending === 'csv') expect(bytes.toString()).toContain('甲局,审核,2026-03-09（逾期）')
  })

  it('refuses an ending that is no format', async () => {
    expect((await here.ssj('report', 'deadlines', '--to', 'x.pdf')).err).toContain('*.docx')
  })
})

it('is what the desk shows first, by department', async () => {
  const desk = await deskOf(here, '2026-03-13T04:00:00Z')
  const owed = await inOneState(desk, store => owedNow(desk, store))
  expect(owed).toContainEqual(
    expect.objectContaining({ department: 'JIA', duty: 'review', owed: 2, overdue: 2 }),
  )
})

/** The desk of a command on this office's database. */
function deskOf(at: Office, now: string) {
  const world = { env: { SSJ_DB: at.db }, cwd: at.folder, patience: 0, now: () => now, systemUser: () => '' }
  const streams = { stdin: Readable.from([]), stdout: new Writable(), stderr: new Writable() }
  return deskFor({ ...world, ...streams, randomBytes: count => new Uint8Array(count) }, {})
}
