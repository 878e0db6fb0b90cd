import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inspectors, miniature, targets } from '../../helpers/miniature.ts'
import { cellsOf, contentOf, type Office } from '../../helpers/ssj.ts'

const RUN = ['--seed', 'x'] as const

/** The archive of a draw, written once, in which everything agrees. */
async function folderOf(at: Office, draw: string): Promise<string> {
  const folder = at.path(`archive-${draw}`)
  if (existsSync(folder)) return join(folder, 'data')
  await at.done('export', draw, '--to', folder, '--profile', 'archive')
  expect(await at.done('verify', folder)).toMatchObject({ kind: 'agrees' })
  return join(folder, 'data')
}

const table = async (at: Office, draw: string, name: string) =>
  cellsOf(join(await folderOf(at, draw), name)).slice(1)

describe('an ad-hoc task', () => {
  it('is described by options, numbered, and stands in the plan', async () => {
    const here = await miniature({ targets: targets(10), inspectors: inspectors(4) })
    const options = ['--lead', '甲局', '--rate', '30%', '--from', '2026-03-01', '--to', '2026-04-30']
    const frozen = await here.done(
      'draw',
      'freeze',
      ...options,
      '--source',
      '骰子/30',
      '--source',
      '彩票:digits/3',
    )
    expect(frozen).toMatchObject({
      draw: '2026-0001',
      sources: ['骰子', '彩票'],
      task: { id: 'LS-2026-0001', departments: ['JIA'], from: '2026-03-01', to: '2026-04-30' },
      strata: [{ stratum: 'all', size: 10, take: 3, reserve: 1, rate: '30%', probability: '30.00%' }],
      folder: null,
    })
    const { versions } = await here.done('show', 'plan', 'LS-2026-0001')
    expect(versions[0]).toMatchObject({
      period: '2026-03-01~2026-04-30',
      sources: '骰子/30;彩票:digits/3',
      lead: 'JIA',
    })
    const ran = await here.done(
      'draw',
      'run',
      'LS-2026-0001',
      '--seed',
      '彩票=9 0 1',
      '--seed',
      `骰子=${'4'.repeat(30)}`,
    )
    expect(ran).toMatchObject({ draw: '2026-0001', committed: 'before', drawn: 3 })
    expect(await here.done('draw', 'run', '--lead', 'JIA', '--count', '2', ...RUN)).toMatchObject({
      draw: '2026-0002',
      drawn: 2,
    })
    await here.done('draw', 'replay', '2')
    await here.done('log', '--verify')
  })

  it('may have its folder and its last day in --to', async () => {
    const here = await miniature({ targets: targets(4), inspectors: inspectors(3) })
    const folder = here.path('out')
    const frozen = await here.done(
      ...['draw', 'freeze', '--lead', 'JIA', '--count', '1', '--to', folder, '--to', '2026-02-28'],
    )
    expect(frozen).toMatchObject({ folder, task: { from: '2026-02-03', to: '2026-02-28' } })
    expect(JSON.parse(readFileSync(join(folder, 'commitment.json'), 'utf8')).spec).toBe('ssj-draw/2')
  })

  it('under a number that is taken by another task is refused', async () => {
    const here = await miniature({ targets: targets(4), inspectors: inspectors(3) })
    await here.done('draw', 'freeze', '--lead', 'JIA', '--count', '1', '--id', 'A')
    const ran = await here.ssj('draw', 'freeze', '--lead', 'JIA', '--count', '2', '--id', 'A', '--json')
    expect([ran.code, ran.json.error.code]).toEqual([2, 'task-id-taken'])
  })
})

describe('a match that is not possible', () => {
  async function refused(at: Office, ...options: string[]) {
    const before = contentOf(at.db)
    const argv = ['draw', 'run', '--lead', 'JIA', ...options, ...RUN]
    const zh = await at.ssj(...argv)
    const en = await at.ssj(...argv, '--lang', 'en')
    const { error } = (await at.ssj(...argv, '--json')).json
    expect([zh.code, en.code]).toEqual([2, 2])
    expect([zh.out, en.out]).toEqual(['', ''])
    expect(contentOf(at.db)).toBe(before)
    return { zh: zh.err, en: en.err, error }
  }

  it('for want of people names targets and cures, and changes nothing', async () => {
    const here = await miniature({ targets: targets(5), inspectors: inspectors(1) })
    const { zh, en, error } = await refused(here, '--count', '3')
    expect(error).toMatchObject({ code: 'infeasible', details: { department: 'JIA' } })
    expect(error.details.blocking.causes).toContainEqual({ kind: 'people', seats: 2, people: 1 })
    expect(error.details.blocking.cures).toContainEqual({ kind: 'person', tag: '' })
    expect(zh).toMatch(/T0\d/)
    expect(en).toContain('one more person')
  })

  it('for want of places names inspectors and limits', async () => {
    const here = await miniature({ targets: targets(5), inspectors: inspectors(2, { 年度上限: '2' }) })
    const { zh, en, error } = await refused(here, '--count', '3')
    const { blocking } = error.details
    expect(blocking.seats - blocking.free - blocking.outside).toBe(blocking.deficit)
    expect(blocking.deficit).toBeGreaterThan(0)
    expect(blocking.free).toBe(2 * blocking.inspectors.length)
    expect(blocking.targets).toHaveLength(3)
    for (const name of [...blocking.inspectors, ...blocking.targets]) {
      expect(zh).toContain(name)
      expect(en).toContain(name)
    }
    await here.done('draw', 'run', '--lead', 'JIA', '--count', '2', ...RUN)
  })

  it('by recusal names the pair', async () => {
    const here = await miniature({
      targets: targets(1),
      inspectors: inspectors(2),
      recusals: [{ 人员编号: 'P2', 对象编号: 'T01' }],
    })
    const { zh, error } = await refused(here, '--rate', '100%')
    const pair = { inspector: 'P2', target: 'T01' }
    expect(error.details.blocking.cures).toContainEqual({ kind: 'recusal', ...pair })
    expect(zh).toContain('P2')
  })

  it('for a seat that nobody can take is told before anything is fixed', async () => {
    const here = await miniature({ targets: targets(5), inspectors: inspectors(3) })
    const { zh, en, error } = await refused(here, '--count', '1', '--team', '组长,特种设备')
    expect(error).toMatchObject({ code: 'nobody-for-seat', details: { department: 'JIA', pool: 3 } })
    expect(zh).toContain('JIA')
    expect(en).toMatch(/leader|特种设备/)
  })
})

describe('the pool', () => {
  const PERIOD = ['--from', '2026-03-01', '--to', '2026-03-31'] as const

  it('leaves out who is not in force, whose certificate ends, who is away throughout', async () => {
    const here = await miniature({
      targets: targets(3),
      inspectors: [
        ...inspectors(3),
        ...inspectors(1, { 状态: '离岗' }, 4),
        ...inspectors(1, { 证件有效期: '2026-03-30' }, 5),
        ...inspectors(1, { 证件有效期: '2026-03-31' }, 6),
        ...inspectors(1, { 不可用日期: '2026-02-20~2026-03-15;2026-03-16~2026-04-02' }, 7),
        ...inspectors(1, { 不可用日期: '2026-03-01~2026-03-15;2026-03-17~2026-03-31' }, 8),
        ...inspectors(1, { 所属部门: '乙局' }, 9),
        ...inspectors(1, { 年度上限: '0' }, 10),
      ],
    })
    const options = ['--lead', 'JIA', '--count', '1', ...PERIOD] as const
    const frozen = await here.done('draw', 'freeze', ...options, '--id', 'A')
    expect(frozen.leftOut).toEqual([
      { inspector: 'P10', department: 'JIA', reason: 'limit' },
      { inspector: 'P4', department: 'JIA', reason: 'not-in-force' },
      { inspector: 'P5', department: 'JIA', reason: 'certificate' },
      { inspector: 'P7', department: 'JIA', reason: 'away' },
    ])
    expect(frozen.pool).toEqual([{ department: 'JIA', seats: ['', ''], size: 5 }])
    expect(frozen.withoutExpiry).toBe(4)
    const text = await here.ssj('draw', 'freeze', ...options, '--lang', 'en', '--id', 'B')
    for (const name of ['P10', 'P4', 'P5', 'P7']) expect(text.out).toContain(name)
    await here.done('draw', 'run', 'A', ...RUN)
    const pool = await table(here, '1', 'pool.csv')
    expect(pool.map(row => row[1])).toEqual(['P1', 'P2', 'P3', 'P6', 'P8'])
  })

  it('counts visits of the year against the limit, and forgets void draws', async () => {
    const here = await miniature({ targets: targets(6), inspectors: inspectors(2, { 年度上限: '3' }) })
    const run = (count: string, id: string) =>
      here.ssj('draw', 'run', '--lead', 'JIA', '--count', count, '--id', id, ...PERIOD, ...RUN, '--json')
    expect((await run('2', 'A')).code).toBe(0)
    expect((await run('2', 'B')).json.error.code).toBe('infeasible')
    expect((await run('1', 'C')).code).toBe(0)
    const spent = await here.ssj('draw', 'freeze', '--lead', 'JIA', '--count', '1', ...PERIOD, '--json')
    expect([spent.code, spent.json.error.code]).toEqual([2, 'nobody-for-seat'])
    await here.done('draw', 'void', '2', '--reason', '有误', '--approver', '局领导')
    expect((await run('1', 'D')).code).toBe(0)
    for (const draw of ['1', '2', '3']) await here.done('draw', 'replay', draw)
  })

  it('carries visits as load where the task balances over the year', async () => {
    const here = await miniature({ targets: targets(4), inspectors: inspectors(4) })
    await here.done('draw', 'run', '--lead', 'JIA', '--count', '1', ...PERIOD, ...RUN)
    await here.done('draw', 'run', '--lead', 'JIA', '--count', '1', '--balance', '是', ...PERIOD, ...RUN)
    const seats = [
      ...(await table(here, '1', 'assignment.csv')),
      ...(await table(here, '2', 'assignment.csv')),
    ]
    expect(seats.map(row => row[3]).sort()).toEqual(['P1', 'P2', 'P3', 'P4'])
  })

  it('keeps recusals apart, and forgets those that ended', async () => {
    const here = await miniature({
      targets: targets(2),
      inspectors: inspectors(3),
      recusals: [
        { 人员编号: 'P1', 对象编号: 'T01' },
        { 人员编号: 'P2', 对象编号: 'T02', 失效日期: '2026-02-28' },
        { 人员编号: 'P3', 对象编号: 'T02', 失效日期: '2026-03-01' },
      ],
    })
    await here.done('draw', 'run', '--lead', 'JIA', '--rate', '全部', ...PERIOD, ...RUN)
    expect(await table(here, '1', 'recusals.csv')).toEqual([
      ['P1', 'T01'],
      ['P3', 'T02'],
    ])
    const seats = await table(here, '1', 'assignment.csv')
    expect(seats.map(row => `${row[0]} ${row[3]}`).sort()).toEqual(['T01 P2', 'T01 P3', 'T02 P1', 'T02 P2'])
  })
})

describe('the frame', () => {
  it('gives each excluded target its reason, and counts the others', async () => {
    const here = await miniature({
      targets: [
        ...targets(6, { 信用风险等级: 'A', 主体类型: '企业' }),
        ...targets(1, { 登记状态: '注销', 主体类型: '企业' }, 7),
        ...targets(1, { 登记状态: '吊销，未注销', 主体类型: '企业' }, 8),
        ...targets(2, { 信用风险等级: 'B', 主体类型: '企业' }, 9),
        ...targets(3, { 主体类型: '个体工商户' }, 11),
        ...targets(2, { 监管部门: '乙局', 主体类型: '企业' }, 14),
        ...targets(1, { 信用风险等级: '', 主体类型: '企业' }, 16),
      ],
      inspectors: inspectors(4),
    })
    const options = ['--where', '主体类型=企业', '--rates', 'A=50%', '--rounding', 'floor'] as const
    const frozen = await here.done('draw', 'freeze', '--lead', 'JIA', ...options, '--id', 'A')
    expect(frozen.waterfall).toEqual({
      registry: 16,
      elsewhere: 2,
      outside: 3,
      excluded: { deregistered: 1, revoked: 1, 'no-rate': 3 },
      frame: 6,
      withdrawn: {},
      unassigned: 0,
    })
    expect(frozen.strata).toMatchObject([{ stratum: 'A', size: 6, take: 3, rate: '50%' }])
    await here.done('draw', 'run', 'A', ...RUN)
    expect(await table(here, '1', 'exclusions.csv')).toEqual([
      ['T07', 'deregistered'],
      ['T08', 'revoked'],
      ['T09', 'no-rate:B'],
      ['T10', 'no-rate:B'],
      ['T16', 'no-rate:未分类'],
    ])
  })

  it('leaves out who lacks a field of the strata', async () => {
    const here = await miniature({
      targets: [...targets(3, { 行业代码: 'H6210' }), ...targets(1, { 行业代码: '' }, 4)],
      inspectors: inspectors(4),
    })
    const options = ['--lead', 'JIA', '--by', '行业代码+信用风险等级', '--count', '2'] as const
    const frozen = await here.done('draw', 'run', ...options, ...RUN)
    expect(frozen.drawn).toBe(2)
    expect(await table(here, '1', 'exclusions.csv')).toEqual([['T04', 'missing:行业代码']])
    expect((await table(here, '1', 'frame.csv')).map(row => row[0])).toEqual(Array(3).fill('H6210+未分类'))
  })

  it('leaves out who was drawn within the window, with the draw that drew them', async () => {
    const here = await miniature({ targets: targets(6), inspectors: inspectors(4) })
    const base = ['draw', 'run', '--lead', 'JIA', ...RUN, '--count']
    const span = (from: string, to: string) => ['--from', from, '--to', to]
    await here.done(...base, '2', ...span('2026-01-05', '2026-01-31'), '--reason', '补录')
    await here.done(...base, '1', ...span('2026-02-01', '2026-02-28'))
    await here.done('draw', 'void', '2', '--reason', '有误', '--approver', '局领导')
    const first = (await table(here, '1', 'selection.csv')).filter(row => row[4] === 'drawn')
    await here.done(...base, '6', ...span('2026-03-01', '2026-03-31'), '--exclude-drawn', '本年')
    expect(await table(here, '3', 'exclusions.csv')).toEqual(
      first.map(row => [row[2], 'drawn:2026-0001']).sort(),
    )
    expect((await table(here, '3', 'frame.csv')).length).toBe(4)
    await here.done('draw', 'replay', '3')
    await here.done(
      ...base,
      '1',
      ...span('2027-03-01', '2027-03-31'),
      '--exclude-drawn',
      '本年',
      '--reason',
      '提前',
    )
    expect(await table(here, '4', 'exclusions.csv')).toEqual([])
    const none = await here.ssj(
      ...base,
      ...['1', ...span('2027-03-01', '2027-03-31'), '--exclude-drawn', '近3年', '--reason', '提前', '--json'],
    )
    expect([none.code, none.json.error.code]).toEqual([2, 'empty-frame'])
    await here.done('draw', 'void', '3', '--reason', '有误', '--approver', '局领导')
    await here.done('draw', 'replay', '3')
    await here.done(...base, '6', ...span('2026-04-01', '2026-04-30'), '--exclude-drawn', '否')
    expect(await table(here, '5', 'exclusions.csv')).toEqual([])
  })

  it('of a joint draw has who belongs to one department, or to all', async () => {
    const here = await miniature({
      targets: [
        ...targets(2),
        ...targets(2, { 监管部门: '乙局' }, 3),
        ...targets(2, { 监管部门: 'JIA;YI' }, 5),
        ...targets(1, { 监管部门: '' }, 7),
      ],
      inspectors: [...inspectors(3), ...inspectors(3, { 所属部门: '乙局' }, 4)],
    })
    const options = [
      'draw',
      'run',
      '--lead',
      '甲局',
      '--with',
      '乙局',
      '--rate',
      '全部',
      '--team',
      '1',
      ...RUN,
    ]
    await here.done('rules', 'set', 'staff-minimum', '1')
    await here.done(...options, '--joint', '任一')
    const frame = (await table(here, '1', 'frame.csv')).map(row => `${row[1]} ${row[2]}`)
    expect(frame).toEqual(['T01 JIA', 'T02 JIA', 'T03 YI', 'T04 YI', 'T05 JIA;YI', 'T06 JIA;YI', 'T07 JIA'])
    const seats = (await table(here, '1', 'assignment.csv')).map(row => `${row[0]} ${row[1]}`)
    expect(seats).toEqual([
      ...['T01 JIA', 'T02 JIA', 'T03 YI', 'T04 YI'],
      ...['T05 JIA', 'T05 YI', 'T06 JIA', 'T06 YI', 'T07 JIA'],
    ])
    await here.done(...options, '--joint', '全部')
    expect((await table(here, '2', 'frame.csv')).map(row => row[1])).toEqual(['T05', 'T06'])
  })

  it('shares a count over the strata by Sainte-Laguë', async () => {
    const here = await miniature({
      targets: [
        ...targets(53, { 信用风险等级: 'A' }),
        ...targets(24, { 信用风险等级: 'B' }, 54),
        ...targets(23, { 信用风险等级: 'C' }, 78),
      ],
      inspectors: inspectors(4),
    })
    const frozen = await here.done(
      ...['draw', 'freeze', '--lead', 'JIA', '--by', '信用风险等级', '--count', '7', '--reserve', '2'],
    )
    // 53, 24, 23, 53/3 = 17.7, 53/5 = 10.6, 24/3 = 8, 23/3 = 7.67 (53/7 = 7.57 is next)
    expect(frozen.strata).toMatchObject([
      { stratum: 'A', size: 53, take: 3, reserve: 2 },
      { stratum: 'B', size: 24, take: 2, reserve: 2 },
      { stratum: 'C', size: 23, take: 2, reserve: 2 },
    ])
    const all = await here.done('draw', 'freeze', '--lead', 'JIA', '--by', '信用风险等级', '--count', '500')
    expect(all.strata.map((stratum: { take: number }) => stratum.take)).toEqual([53, 24, 23])
  })

  it('holds what meets the conditions', async () => {
    const here = await miniature({
      targets: [
        ...targets(1, { 所属子库: '餐饮', 成立日期: '2019-12-31', 面积: '90' }),
        ...targets(1, { 所属子库: '餐饮;食品销售', 成立日期: '2020-01-01', 面积: '100' }, 2),
        ...targets(1, { 所属子库: '食品销售', 成立日期: '2021-06-01', 面积: '1000' }, 3),
        ...targets(1, { 所属子库: '危化', 标签: '校园周边' }, 4),
      ],
      inspectors: inspectors(4),
    })
    const expected: [string, string[]][] = [
      ['分库=餐饮', ['T01', 'T02']],
      ['分库=餐饮,食品销售', ['T01', 'T02', 'T03']],
      ['分库=餐饮;分库=食品销售', ['T02']],
      ['分库!=餐饮', ['T03', 'T04']],
      ['成立日期>=2020-01-01', ['T02', 'T03']],
      ['成立日期<=2020-1-1', ['T01', 'T02']],
      ['面积>=100', ['T02', 'T03']],
      ['标签=校园周边', ['T04']],
      ['名称=示例店T0*;分库=食品销售', ['T02', 'T03']],
      ['面积=空', ['T04']],
      ['名称~T02,T04;监管部门=甲局', ['T02', 'T04']],
      ['信用风险等级=未分类;标签=空', ['T01', 'T02', 'T03']],
    ]
    for (const [i, [condition, ids]] of expected.entries()) {
      const draw = `2026-${String(i + 1).padStart(4, '0')}`
      await here.done('draw', 'run', '--lead', 'JIA', '--rate', '全部', '--where', condition, ...RUN)
      expect(
        (await table(here, draw, 'frame.csv')).map(row => row[1]),
        condition,
      ).toEqual(ids)
    }
    const near = await here.ssj('draw', 'run', '--lead', 'JIA', '--count', '1', '--where', '面积大=1', ...RUN)
    expect([near.code, near.err]).toEqual([2, expect.stringContaining('“面积”')])
  })
})
