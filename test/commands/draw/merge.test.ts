import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { itemsAt } from '../../../src/core/frame/items-at-target.ts'
import { inspectors, miniature, targets } from '../../helpers/miniature.ts'
import { cellsOf, contentOf, type Office } from '../../helpers/ssj.ts'

const BY = ['--approver', '局领导'] as const
const SPRING = ['--from', '2026-03-01', '--to', '2026-05-31'] as const

/** Two draws of all four targets in overlapping weeks: 甲 alone, and 甲 with 乙. */
async function twice(...more: string[]): Promise<Office> {
  const here = await miniature({
    items: [
      { 事项编码: 'I1', 抽查事项: '年报', 检查主体: '甲局' },
      { 事项编码: 'I2', 抽查事项: '卫生', 检查主体: '乙局', 检查对象: '餐饮' },
      { 事项编码: 'I3', 抽查事项: '许可', 检查主体: '甲局', 参检部门: '乙局', 检查对象: '餐饮' },
    ],
    targets: [
      ...targets(2, { 监管部门: '甲局;乙局', 所属子库: '餐饮' }),
      ...targets(2, { 监管部门: '甲局;乙局', 所属子库: '商超' }, 3),
    ],
    inspectors: [
      ...inspectors(2, { 年度上限: '20' }),
      ...inspectors(2, { 年度上限: '20', 专业资质: '食品' }, 3),
      ...inspectors(3, { 所属部门: '乙局', 年度上限: '20' }, 5),
    ],
  })
  const run = ['draw', 'run', '--rate', '全部', '--seed', 'x', '--lead', '甲局'] as const
  await here.done(...run, ...SPRING, '--items', 'I1', '--id', 'A')
  await here.done(
    ...run,
    ...['--with', '乙局', '--from', '2026-05-01', '--to', '2026-06-30', '--items', 'I2;I3', '--id', 'B'],
    ...more,
  )
  return here
}

async function refused(here: Office, ...argv: string[]) {
  const before = contentOf(here.db)
  const words = ['draw', 'merge', ...argv]
  const [zh, en] = [await here.ssj(...words), await here.ssj(...words, '--lang', 'en')]
  const { error } = (await here.ssj(...words, '--json')).json
  expect([zh.code, en.code, zh.out, en.out]).toEqual([2, 2, '', ''])
  expect(contentOf(here.db)).toBe(before)
  return { error, zh: zh.err, en: en.err }
}

describe('draw merge', () => {
  it('proposes where draws meet, with teams and what each department checks', async () => {
    const here = await twice()
    const { proposals, merged } = await here.done('draw', 'merge')
    expect(merged).toEqual([])
    expect(proposals.map(({ target }: { target: string }) => target)).toEqual(['T01', 'T02', 'T03', 'T04'])
    expect(proposals[0]).toMatchObject({ host: '2026-0001', guest: '2026-0002', shared: ['JIA'], lacks: [] })
    const departments = proposals[0].team.map(({ department }: { department: string }) => department)
    expect(departments).toEqual(['JIA', 'JIA', 'YI', 'YI'])
    expect(proposals[0].items).toEqual([
      { draw: '2026-0001', department: 'JIA', items: ['I1'] },
      { draw: '2026-0002', department: 'JIA', items: ['I3'] },
      { draw: '2026-0002', department: 'YI', items: ['I2', 'I3'] },
    ])
    expect(proposals[2].items.at(-1)).toEqual({ draw: '2026-0002', department: 'YI', items: [] })
    expect((await here.ssj('draw', 'merge')).out).toContain('进一次门、查多项事')
    expect((await here.ssj('draw', 'merge', '--lang', 'en')).out).toContain('2026-0002 goes with 2026-0001')
  })

  it('records one visit: work and caps count it once, show and export tell it', async () => {
    const here = await twice()
    const visits = async (): Promise<number> => {
      const { people } = await here.done('report', 'workload')
      return people.reduce((sum: number, row: { visits: number }) => sum + row.visits, 0)
    }
    expect(await visits()).toBe(8 + 16)
    const done = await here.done('draw', 'merge', '1', '2', '--target', 'T01', '--target', 'T03', ...BY)
    expect(done.visits.map(({ target }: { target: string }) => target)).toEqual(['T01', 'T03'])
    expect(await visits()).toBe(8 + 16 - 2 * 2)
    const listed = await here.done('draw', 'merge')
    expect(listed.proposals.map(({ target }: { target: string }) => target)).toEqual(['T02', 'T04'])
    expect(listed.merged).toHaveLength(2)
    for (const draw of ['1', '2']) {
      const { merged } = await here.done('draw', 'show', draw)
      expect(merged[0]).toMatchObject({ target: 'T01', host: '2026-0001', guest: '2026-0002' })
      await here.done('draw', 'replay', draw)
    }
    expect((await here.ssj('draw', 'show', '1', '--lang', 'en')).out).toContain('common visits')
    const [open, archive] = [here.path('public'), here.path('archive')]
    await here.done('export', '2', '--to', open)
    await here.done('export', '2', '--to', archive, '--profile', 'archive')
    for (const folder of [open, archive]) await here.done('verify', folder)
    const table = cellsOf(join(open, '合并检查.csv'))
    expect(table[1]!.slice(1, 7)).toEqual([
      'T01',
      '示例店T01',
      '2026-0001',
      '2026-0002',
      '甲局',
      '年报、许可',
    ])
    expect(readFileSync(join(open, '合并检查.csv'), 'utf8')).not.toContain('示例人')
    expect(cellsOf(join(archive, 'data', '合并检查.csv'))[1]!.at(-1)).toContain('示例人')
    const going = cellsOf(join(archive, 'data', '检查任务表.csv')).slice(1)
    expect(going.filter(cells => cells[1] === 'T01').map(cells => cells[5])).toEqual(['乙局'])
    await here.done('log', '--verify')
  })

  it('ends when one of the draws becomes void', async () => {
    const here = await twice()
    await here.done('draw', 'merge', '1', '2', '--target', 'T01', ...BY)
    await here.done('draw', 'void', '1', '--reason', '有误', ...BY)
    expect((await here.done('draw', 'merge')).merged).toEqual([])
    const { people } = await here.done('report', 'workload')
    expect(people.reduce((sum: number, row: { visits: number }) => sum + row.visits, 0)).toBe(16)
  })

  it('is made anew with the further attempt, after the first became void', async () => {
    const here = await twice()
    await here.done('draw', 'merge', '1', '2', '--target', 'T01', ...BY)
    await here.done('draw', 'run', 'A', '--again', '--reason', '有误', ...BY, '--seed', 'y')
    await here.done('draw', 'merge', '3', '2', '--target', 'T01', ...BY)
    expect((await here.done('draw', 'merge')).merged).toMatchObject([
      { guest: '2026-0002', host: '2026-0003', target: 'T01' },
    ])
    const { visits } = await here.done('show', 'targets', 'T01', '--history')
    expect(visits.map(({ visit }: { visit: { host: string | null } }) => visit.host)).toEqual([
      null,
      null,
      '2026-0003',
    ])
    await here.done('log', '--verify')
  })

  it.each(['1', '2'])('ends when the target falls out of draw %s; others are merged still', async draw => {
    const here = await twice()
    await here.done('draw', 'merge', '1', '2', '--target', 'T01', '--target', 'T02', ...BY)
    const gone = ['--target', 'T01', '--reason', 'closed', ...BY, '--leave-empty'] as const
    await here.done('draw', 'substitute', draw, ...gone)
    const { merged, proposals } = await here.done('draw', 'merge')
    expect(merged).toMatchObject([{ target: 'T02' }])
    expect(proposals.map(({ target }: { target: string }) => target)).not.toContain('T01')
    const { people } = await here.done('report', 'workload')
    expect(people.reduce((sum: number, row: { visits: number }) => sum + row.visits, 0)).toBe(
      8 + 16 - 2 - (draw === '1' ? 2 : 4),
    )
    await here.done('draw', 'replay', draw)
  })

  it('declines draws apart, targets of one only, what is merged, and itself', async () => {
    const here = await twice()
    await here.done(
      ...['draw', 'run', '--lead', '甲局', '--count', '1', '--from', '2026-09-01', '--to', '2026-09-30'],
      ...['--seed', 'x', '--id', 'C'],
    )
    const code = async (...argv: string[]) => (await refused(here, ...argv)).error.code
    expect(await code('1', '3', '--target', 'T01', ...BY)).toBe('periods-do-not-overlap')
    expect(await code('1', '2', '--target', 'T99', ...BY)).toBe('target-not-visited')
    expect(await code('1', '1', '--target', 'T01', ...BY)).toBe('merge-needs-two-draws')
    expect(await code('1', '--target', 'T01', ...BY)).toBe('merge-needs-two-draws')
    expect(await code('1', '2', ...BY)).toBe('missing-option')
    expect(await code('1', '2', '--target', 'T01')).toBe('missing-option')
    expect(await code('1', '2', '--target', 'T01', '--approver', '测试员')).toBe('approver-is-actor')
    expect(await code('1', '9', '--target', 'T01', ...BY)).toBe('no-such-draw')
    await here.done('draw', 'merge', '1', '2', '--target', 'T01', ...BY)
    expect(await code('1', '2', '--target', 'T01', ...BY)).toBe('already-merged')
    expect(await code('2', '1', '--target', 'T01', ...BY)).toBe('already-merged')
  })

  it('declines a team without what the other draw asks for, and names the other way round', async () => {
    const here = await twice('--team', '甲局:食品,任意')
    const { proposals } = await here.done('draw', 'merge')
    const lacking = proposals.filter((row: { lacks: unknown[] }) => row.lacks.length > 0)
    const fitting = proposals.filter((row: { lacks: unknown[] }) => row.lacks.length === 0)
    for (const { target } of lacking) {
      const { error, en } = await refused(here, '1', '2', '--target', target, ...BY)
      expect(error).toMatchObject({
        code: 'merge-lacks-qualification',
        details: { department: 'JIA', tag: '食品' },
      })
      expect(en).toContain(`ssj draw merge 2026-0002 2026-0001 --target ${target}`)
      await here.done('draw', 'merge', '2', '1', '--target', target, ...BY)
    }
    for (const { target } of fitting) await here.done('draw', 'merge', '1', '2', '--target', target, ...BY)
    expect(lacking.length).toBeGreaterThan(0)
    expect(lacking.length + fitting.length).toBe(4)
  })

  it('tells when a substitution leaves the team without what the guest asks for, and is silent otherwise', async () => {
    const here = await twice('--team', '甲局:食品,任意')
    const { proposals } = await here.done('draw', 'merge')
    const fits = proposals.find(({ lacks }: { lacks: unknown[] }) => lacks.length === 0)
    await here.done('draw', 'merge', '1', '2', '--target', fits.target, ...BY)
    const leave = async (inspector: string) =>
      (
        await here.done(
          ...['draw', 'substitute', '1', '--inspector', inspector, '--visit', fits.target],
          ...['--reason', 'on-leave', ...BY],
        )
      ).lacking
    const teamNow = async () =>
      (await here.done('draw', 'show', '1')).selection
        .find(({ target }: { target: string }) => target === fits.target)
        .team.map(({ inspector }: { inspector: string }) => inspector) as string[]
    const isFood = (person: string) => ['P3', 'P4'].includes(person)
    const told: [boolean, boolean][] = []
    for (let i = 0; i < 6; i++) {
      const team = await teamNow()
      if (team.length === 0) break
      const lacking = await leave(team.find(isFood) ?? team[0]!)
      const left = await teamNow()
      // Where nobody of the host's department is left, the guest's own team goes.
      if (left.length > 0) told.push([lacking.length > 0, !left.some(isFood)])
    }
    for (const [said, isLacking] of told) expect(said).toBe(isLacking)
    expect(new Set(told.map(([said]) => said)).size).toBe(2)
  })
})

describe('itemsAt', () => {
  const item = (code: string, departments: string[], subjects: string[]) => ({ code, departments, subjects })
  const items = [item('a', [], []), item('b', ['D'], ['餐饮']), item('c', ['E'], ['各类企业'])]
  const named = new Set(['餐饮', '商超'])

  it.each([
    ['D', ['餐饮'], ['a', 'b']],
    ['D', ['D/餐饮'], ['a', 'b']],
    ['D', ['E/餐饮'], ['a']],
    ['D', ['商超'], ['a']],
    ['E', [], ['a', 'c']],
  ])('of department %s at a target in %j: %j', (department, own, expected) => {
    expect(itemsAt(items, department, own, named)).toEqual(expected)
  })
})
