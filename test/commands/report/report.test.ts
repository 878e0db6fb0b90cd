import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inspectors, miniature, targets } from '../../helpers/miniature.ts'
import type { Office } from '../../helpers/ssj.ts'

const BY = ['--approver', '局领导'] as const

/** Two draws of a year, one of them a second attempt; a target and an inspector replaced. */
async function year(): Promise<Office> {
  const here = await miniature({
    targets: [...targets(30, { 管辖所: '甲所', 信用风险等级: 'A' }), ...targets(10, { 管辖所: '乙所' }, 31)],
    inspectors: inspectors(6, { 年度上限: '20', 科室或监管所: '甲所' }),
  })
  const run = (...argv: string[]) => here.done('draw', 'run', '--seed', argv[0]!, ...argv.slice(1))
  await run('x', '--lead', 'JIA', '--count', '10', '--id', 'A', '--reserve', '2')
  await run('y', 'A', '--again', '--reason', '公证人未到场', ...BY)
  await run('z', '--lead', 'JIA', '--count', '5', '--id', 'B')
  const { selection } = await here.done('draw', 'show', '2')
  await here.done('draw', 'substitute', '2', '--target', selection[0].target, '--reason', '停业', ...BY)
  await here.done('draw', 'substitute', '3', '--inspector', 'P1', '--reason', '请假', ...BY)
  return here
}

describe('report fairness', () => {
  it('tells void attempts, substitutions, pairs, visits and three tests', async () => {
    const here = await year()
    const told = await here.done('report', 'fairness')
    expect(told.draws).toEqual({ frozen: 3, drawn: 2 })
    expect(told.voided).toEqual([
      { draw: '2026-0001', task: 'A', attempt: 1, reason: '公证人未到场', approver: '局领导' },
    ])
    expect(told.substitutions.map(({ kind }: { kind: string }) => kind)).toEqual(['target', 'inspector'])
    expect(told.pairsPossible).toBe(15)
    const sum = (list: { times?: number; visits?: number }[]) =>
      list.reduce((total, row) => total + (row.times ?? row.visits ?? 0), 0)
    expect(sum(told.pairs)).toBe(15)
    expect(sum(told.people)).toBe(30)
    expect(told.people[0]).toMatchObject({ inspector: 'P1', station: '甲所', pools: 2 })
    const { station, order } = told.tests
    expect(station.cells.map((row: { observed: number }) => row.observed)).toHaveLength(2)
    const drawn = (cells: { observed: number }[]) => cells.reduce((total, row) => total + row.observed, 0)
    expect([drawn(station.cells), drawn(order.cells)]).toEqual([15, 15])
    expect(station.cells[1]).toMatchObject({ name: '甲所', expected: '45/4' })
    const other = await here.done('report', 'fairness', '--year', '2025')
    expect(other).toMatchObject({ draws: { frozen: 0, drawn: 0 }, tests: { station: { p: null } } })
  })

  it('reads in both languages', async () => {
    const here = await year()
    const zh = (await here.ssj('report', 'fairness')).out
    const en = (await here.ssj('report', 'fairness', '--lang', 'en')).out
    for (const text of [zh, en])
      for (const part of ['2026-0001', '公证人未到场', 'χ²', '甲所', '11.25']) expect(text).toContain(part)
    expect(zh).toContain('作废 1 次')
    expect(en).toContain('of 15 possible pairs')
  })
})

describe('report coverage and workload', () => {
  it('count who stands, once', async () => {
    const here = await year()
    const covered = await here.done('report', 'coverage')
    expect(covered).toMatchObject({
      targets: 40,
      visits: 15,
      byDepartment: [
        { name: 'JIA', registered: 40, reached: covered.visited, drew: 15, went: 15, cases: 0 },
        { name: 'YI', registered: 0, reached: 0, drew: 0, went: 0, cases: 0 },
      ],
    })
    const { people } = await here.done('report', 'workload')
    for (const { visits, limit, left } of people) expect(left).toBe(limit - visits)
    expect(people.reduce((sum: number, { visits }: { visits: number }) => sum + visits, 0)).toBe(30)
    for (const name of ['coverage', 'workload'])
      expect((await here.ssj('report', name, '--lang', 'en')).out).toContain('2026')
  })
})

describe('reports of a year as files', () => {
  it.each(['fairness', 'coverage', 'workload', 'calendar', 'matrix'])(
    '%s is written in each format, with its picture',
    async name => {
      const here = await year()
      for (const ending of ['txt', 'csv', 'xlsx', 'docx', 'html']) {
        const path = here.path(`${name}.${ending}`)
        expect((await here.ssj('report', name, '--to', path)).err).toBe('')
        const text = readFileSync(path).toString()
        expect(text.length).toBeGreaterThan(100)
        if (ending !== 'html') continue
        expect(text).toMatch(name === 'matrix' ? /class="s[1-4]"/ : /<svg width="100%"/)
        expect(text).not.toMatch(/<script|https?:[^"]*"[^>]*src/)
        // The band of chance, and the line of a limit.
        if (name !== 'coverage' && name !== 'matrix') expect(text).toContain('class="mark"')
      }
      expect((await here.ssj('report', name, '--to', here.path('en.html'), '--lang', 'en')).code).toBe(0)
    },
  )
})

describe('report workload', () => {
  it('tells the visits of experts and of who left since, so that they add up', async () => {
    const here = await miniature({ targets: targets(4), inspectors: inspectors(4) })
    const experts = here.file('experts.csv', '编号,姓名,聘请部门\nZ1,示例甲,JIA\n')
    await here.done('import', 'experts', experts)
    const task = ['--lead', 'JIA', '--rate', '全部', '--team', '任意,任意,专家'] as const
    await here.done('draw', 'run', ...task, '--seed', 'x')
    await here.done('retire', 'inspectors', 'P1', '--reason', '调离')
    const { people } = await here.done('report', 'workload')
    expect(people.map(({ inspector }: { inspector: string }) => inspector)).toEqual([
      'P2',
      'P3',
      'P4',
      'P1',
      'Z1',
    ])
    expect(people.reduce((sum: number, { visits }: { visits: number }) => sum + visits, 0)).toBe(12)
    expect(people.at(-1)).toMatchObject({ department: 'JIA', visits: 4, limit: null, left: null })
  })
})

describe('report workload on pages', () => {
  it.each([
    ['zh', '另有 40 人全年没有户次（甲局 36 人，乙局 4 人）'],
    ['en', 'No visit in the year: 40 more (甲局 36, 乙局 4)'],
  ])(
    'counts who has made none in one sentence, and names them in the table alone (%s)',
    async (lang, told) => {
      const here = await miniature({
        targets: targets(1),
        inspectors: [...inspectors(38), ...inspectors(4, { 所属部门: 'YI' }, 39)],
      })
      await here.done('draw', 'run', '--lead', 'JIA', '--rate', '全部', '--seed', 'x')
      for (const ending of ['html', 'txt', 'csv'])
        await here.done('report', 'workload', '--to', here.path(`w.${ending}`), '--lang', lang)
      const read = (ending: string) => readFileSync(here.path(`w.${ending}`), 'utf8')
      for (const ending of ['html', 'txt']) expect(read(ending)).toContain(told)
      expect(read('html').match(/\bP\d+\b/g)!.length).toBeLessThanOrEqual(6)
      expect(new Set(read('csv').match(/\bP\d+\b/g)).size).toBe(42)
    },
  )
})

describe('report matrix', () => {
  it('says that it is for the office alone, in both languages, and has all pairs in its spreadsheet', async () => {
    const here = await year()
    const { meetings, ties } = await here.done('report', 'matrix')
    expect(ties.map(({ holds }: { holds: boolean }) => holds)).toEqual([true, true, true])
    expect(meetings.targets).toBeUndefined()
    const met = meetings.departments[0].pairs.reduce(
      (sum: number, one: { times: number }) => sum + one.times,
      0,
    )
    expect(met).toBe(15)
    await here.done('report', 'matrix', '--to', here.path('m.csv'))
    const lines = readFileSync(here.path('m.csv'), 'utf8').trimEnd().split('\r\n')
    expect(lines).toHaveLength(1 + meetings.departments[0].pairs.length)
    expect(lines[1]).toMatch(/^甲局,P\d 示例人\d,P\d 示例人\d,\d+$/)
    for (const [lang, told] of [
      ['zh', '不对外公示'],
      ['en', 'must not be published'],
    ] as const)
      expect((await here.ssj('report', 'matrix', '--lang', lang)).out).toContain(told)
  })

  it('tells who went to which firm where it is asked', async () => {
    const here = await miniature({ targets: targets(2), inspectors: inspectors(2) })
    for (const id of ['A', 'B'])
      await here.done(
        'draw',
        'run',
        '--lead',
        'JIA',
        '--rate',
        '全部',
        '--id',
        id,
        '--seed',
        id,
        '--exclude-drawn',
        '否',
      )
    const { meetings } = await here.done('report', 'matrix', '--targets')
    expect(meetings.targets).toHaveLength(4)
    expect(meetings.targets[0]).toEqual({
      ...{ department: 'JIA', inspector: 'P1', target: 'T01', draws: ['2026-0001', '2026-0002'] },
    })
    expect((await here.ssj('report', 'matrix', '--targets')).out).toContain('T02 示例店T02')
  })
})

describe('report timeline', () => {
  it('has what the ledger has of one draw, entry by entry, in both languages', async () => {
    const here = await year()
    const { timeline } = await here.done('report', 'timeline', '--draw', '1')
    expect(timeline).toMatchObject({ draw: '2026-0001', state: 'void', attempt: 1 })
    expect(timeline.events.map(({ kind }: { kind: string }) => kind)).toEqual([
      ...['frozen', 'drawn', 'void', 'again'],
    ])
    expect(timeline.events[2]).toMatchObject({ reason: '公证人未到场', approver: '局领导' })
    const second = (await here.done('report', 'timeline', '--draw', '2')).timeline
    expect(second.events.at(-1)).toMatchObject({ kind: 'substituted', approver: '局领导' })
    for (const ending of ['txt', 'csv', 'xlsx', 'docx', 'html'])
      await here.done('report', 'timeline', '--draw', '2', '--to', here.path(`t.${ending}`))
    expect(readFileSync(here.path('t.html'), 'utf8')).toContain('class="mark"')
    expect((await here.ssj('report', 'timeline', '--draw', '2')).out).toContain('停业关闭')
    expect((await here.ssj('report', 'timeline', '--draw', '2', '--lang', 'en')).out).toContain('substituted')
  })
})

it.each([
  [['timeline'], 'missing-option'],
  [['timeline', '--draw', '9'], 'no-such-draw'],
  [['timeline', '--draw', '1', '--year', '2026'], 'option-not-applicable'],
  [['calendar', '--draw', '1'], 'option-not-applicable'],
  [['fairness', '--targets'], 'option-not-applicable'],
  [['nothing'], 'unknown-report'],
  [['toString'], 'unknown-report'],
  [['fairness', '--year', '26'], 'invalid-option'],
])('report %j is declined', async (argv, code) => {
  const here = await miniature({})
  const ran = await here.ssj('report', ...argv, '--json')
  expect([ran.code, ran.json.error.code]).toEqual([2, code])
})

describe('report coverage', () => {
  it('counts a common visit once, tells who drew from who went, and has cases and closed stations beside', async () => {
    const here = await miniature({
      targets: [
        ...targets(2, { 监管部门: 'JIA;YI', 管辖所: '甲所' }),
        ...targets(2, { 监管部门: 'YI', 管辖所: '乙所', 登记状态: '注销' }, 3),
        ...targets(1, { 监管部门: 'YI', 管辖所: '甲所' }, 5),
      ],
      inspectors: [...inspectors(3), ...inspectors(3, { 所属部门: 'YI' }, 4)],
    })
    const run = (lead: string, ...options: string[]) =>
      here.done('draw', 'run', '--lead', lead, '--rate', '100%', '--seed', 'x', ...options)
    await run('JIA', '--id', 'A', '--with', 'YI', '--where', '对象编号=T01,T02', '--joint', '同往')
    await run('JIA', '--id', 'B', '--where', '对象编号=T01')
    const before = await here.done('report', 'coverage')
    expect(before).toMatchObject({ visits: 3, joint: 2, visited: 2, targets: 3 })
    await here.done('draw', 'merge', '1', '2', '--target', 'T01', ...BY)
    const visit = ['--cause', '投诉举报', '--reference', '1', '--department', 'YI']
    await here.done('visit', 'add', '--target', 'T05', ...visit)
    const struck = await here.done('visit', 'add', '--target', 'T05', ...visit, '--date', '2026-01-05')
    await here.done('visit', 'strike', struck.id, '--reason', '录错')
    const told = await here.done('report', 'coverage')
    expect(told).toMatchObject({ visits: 2, joint: 2, cases: { visits: 1, targets: 1 } })
    expect(told.byDepartment).toEqual([
      { name: 'JIA', registered: 2, reached: 2, drew: 2, went: 2, cases: 0 },
      { name: 'YI', registered: 3, reached: 2, drew: 0, went: 2, cases: 1 },
    ])
    expect(told.byStation).toContainEqual({ name: '乙所', registered: 0, reached: 0, closed: 2 })
    const zh = (await here.ssj('report', 'coverage')).out
    expect(zh).toContain('两个以上部门同去 2 户次，占 100.00%')
    expect(zh).toContain('另有未经抽取的个案检查 1 次，涉及 1 户')
    expect(zh).toMatch(/^乙所 +0 +0 +— +2$/m)
    const en = (await here.ssj('report', 'coverage', '--lang', 'en')).out
    expect(en).toContain('beside them 1 visit that was not drawn, to 1 target')
  })
})
