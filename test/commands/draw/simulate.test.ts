import { describe, expect, it } from 'vitest'
import { inspectors, miniature, targets } from '../../helpers/miniature.ts'
import { contentOf } from '../../helpers/ssj.ts'

const TASK = ['--lead', 'JIA', '--by', 'risk', '--rates', 'A=30%;B=50%'] as const

const office = () =>
  miniature({
    targets: [...targets(10, { 信用风险等级: 'A' }), ...targets(4, { 信用风险等级: 'B' }, 11)],
    inspectors: inspectors(5),
  })

describe('draw simulate', () => {
  it('tells inclusion exactly, visits and pairs as counted, and writes nothing', async () => {
    const here = await office()
    const before = contentOf(here.db)
    const told = await here.done('draw', 'simulate', ...TASK, '--runs', '40')
    expect(contentOf(here.db)).toBe(before)
    expect(told).toMatchObject({ isTheDraw: false, runs: 40, matched: 40, infeasible: 0, pairsPossible: 10 })
    expect(told.strata).toMatchObject([
      { stratum: 'A', size: 10, take: 3, inclusion: '3/10' },
      { stratum: 'B', size: 4, take: 2, inclusion: '1/2' },
    ])
    const visits = told.inspectors.map(({ visits }: { visits: number }) => visits)
    expect(visits.reduce((sum: number, count: number) => sum + count)).toBe(40 * 5 * 2)
    expect(new Set(told.inspectors.map(({ most }: { most: number }) => most))).toEqual(new Set([2]))
    const meetings = told.pairs.reduce((sum: number, { times }: { times: number }) => sum + times, 0)
    expect(meetings).toBe(40 * 5)
    expect(told.next).toMatchObject({ leavesOutDrawn: false, strata: [{ size: 10 }, { size: 4 }] })
    expect(await here.done('draw', 'simulate', ...TASK, '--runs', '40')).toEqual(told)
    expect(await here.done('draw', 'simulate', ...TASK, '--runs', '40', '--seed', '二')).not.toEqual(told)
  })

  it('tells the same where rows pass as bytes', async () => {
    const here = await office()
    const asked = ['draw', 'simulate', ...TASK, '--runs', '20', '--json'] as const
    const told = await Promise.all(
      ['bytes', 'records'].map(rows => here.ssjIn({ env: { SSJ_ROWS: rows } }, ...asked)),
    )
    expect(told[0]!.json.matched).toBe(20)
    expect(told[0]!.json).toEqual(told[1]!.json)
  })

  it('shows the frame after it where the task leaves drawn targets out', async () => {
    const here = await office()
    const { next } = await here.done('draw', 'simulate', ...TASK, '--runs', '2', '--exclude-drawn', '本年')
    expect(next.leavesOutDrawn).toBe(true)
    expect(next.strata).toMatchObject([
      { stratum: 'A', size: 7, take: 3, inclusion: '3/7' },
      { stratum: 'B', size: 2, take: 1, inclusion: '1/2' },
    ])
  })

  it('says in both languages that it is not the draw', async () => {
    const here = await office()
    expect((await here.ssj('draw', 'simulate', ...TASK, '--runs', '3')).out).toContain('这不是抽取')
    const en = await here.ssj('draw', 'simulate', ...TASK, '--runs', '3', '--lang', 'en')
    expect(en.out).toContain('This is not the draw')
    expect(en.out).toContain('3/10')
  })

  it('counts trials that cannot be matched, and declines when none can', async () => {
    const here = await miniature({
      targets: targets(2),
      inspectors: inspectors(3),
      recusals: [
        { 人员编号: 'P1', 对象编号: 'T01' },
        { 人员编号: 'P2', 对象编号: 'T01' },
      ],
    })
    const told = await here.done('draw', 'simulate', '--lead', 'JIA', '--count', '1', '--runs', '30')
    expect(told).toMatchObject({ infeasible: 0, strata: [{ size: 1, take: 1 }] })
    await here.done('rules', 'set', 'unstaffable', '保留')
    const some = await here.done('draw', 'simulate', '--lead', 'JIA', '--count', '1', '--runs', '30')
    expect(some.infeasible).toBeGreaterThan(0)
    expect(some.matched).toBeGreaterThan(0)
    expect(some.blocked.blocking.targets).toEqual(['T01'])
    const all = await here.ssj('draw', 'simulate', '--lead', 'JIA', '--rate', '全部', '--runs', '3', '--json')
    expect([all.code, all.json.error.code]).toEqual([2, 'infeasible'])
  })

  it.each(['0', '-1', 'viele', '100001'])('declines --runs %s', async runs => {
    const here = await office()
    const ran = await here.ssj('draw', 'simulate', ...TASK, `--runs=${runs}`, '--json')
    expect([ran.code, ran.json.error.code]).toEqual([2, 'invalid-option'])
  })
})
