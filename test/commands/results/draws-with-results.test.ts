import { beforeAll, describe, expect, it } from 'vitest'
import { csvFrom, inspectors, miniature, targets } from '../../helpers/miniature.ts'
import { atTime, LATER } from '../../helpers/results.ts'
import type { Office } from '../../helpers/ssj.ts'

const BY = ['--reason', '有误', '--approver', '局领导']
const TASK = ['--lead', 'JIA', '--with', 'YI', '--joint', '全部', '--rate', '全部']

let office: Office
/** An office whose draw 1 took all of three targets, one of which was visited by both departments. */
beforeAll(async () => {
  const made = await miniature({
    targets: targets(3, { 监管部门: 'JIA;YI' }),
    inspectors: [...inspectors(3), ...inspectors(3, { 所属部门: 'YI' }, 4)],
  })
  await made.done(
    'draw',
    'run',
    ...TASK,
    '--id',
    'A',
    '--from',
    '2026-02-10',
    '--to',
    '2026-04-30',
    '--seed',
    'x',
  )
  const here = atTime(made, LATER)
  const rows = ['甲局', '乙局'].map(department => ({
    ...{ 任务编号: 'A', 对象编号: 'T01', 检查部门: department, 检查日期: '2026-03-02', 检查结果代码: '1' },
  }))
  await here.done('import', 'results', here.file('r.csv', csvFrom(rows)))
  office = here
})
const here = () => atTime(office, LATER)

describe('a draw with results', () => {
  it.each([
    ['zh', '已有 2 条检查结果（其中已公示 0 条', '--despite-results'],
    ['en', '2 results', 'if that is meant, add --despite-results'],
  ])('is made void, drawn again or changed when that is meant (%s)', async (lang, told, hint) => {
    const at = here()
    for (const argv of [
      ['void', '1', ...BY],
      ['run', 'A', '--again', ...BY, '--seed', 'y'],
      ['freeze', 'A', '--again', ...BY],
      ['substitute', '1', '--target', 'T01', '--reason', '停业', '--approver', '局领导', '--leave-empty'],
    ]) {
      const ran = await at.ssj('draw', ...argv, '--lang', lang)
      expect([argv[0], ran.code, ran.err]).toEqual([argv[0], 2, expect.stringContaining(told)])
      expect(ran.err).toContain(hint)
    }
    const free = [
      'substitute',
      '1',
      '--target',
      'T02',
      '--reason',
      '停业',
      '--approver',
      '局领导',
      '--leave-empty',
    ]
    expect((await at.ssj('draw', ...free)).code).toBe(0)
    const again = ['run', 'A', '--again', ...BY, '--reason', '重抽', '--seed', 'y', '--despite-results']
    expect((await at.ssj('draw', ...again)).code).toBe(0)
    expect((await at.done('results', 'list', '2026-0001')).results).toHaveLength(2)
  })
})

describe('visits that took place', () => {
  /** Which targets the caps keep out of another draw of both departments. */
  const capped = async (at: Office): Promise<unknown> => {
    const task = [...TASK, '--id', 'NEW', '--from', '2026-06-01', '--to', '2026-06-30']
    const { waterfall } = await at.done('draw', 'freeze', ...task)
    return waterfall
  }

  it('count towards the caps when their draw is void: once for the target, once for each department', async () => {
    const at = here()
    await at.done('draw', 'void', '1', ...BY, '--despite-results')
    await at.done('rules', 'set', 'cap-total', '1', '--reason', '试')
    expect(JSON.stringify(await capped(at.copy()))).toContain('cap-total')
    // One visit of two departments leaves room for another.
    await at.done('rules', 'set', 'cap-total', '2', '--reason', '试')
    expect(JSON.stringify(await capped(at))).toContain('"frame":3')
  })

  it('count when the target fell out, as do the visits of those that stand', async () => {
    const at = here()
    const out = ['--target', 'T01', '--reason', '停业', '--approver', '局领导', '--leave-empty']
    await at.done('draw', 'substitute', '1', ...out, '--despite-results')
    await at.done('rules', 'set', 'cap-total', '1', '--reason', '试')
    const ran = await at.ssj('draw', 'freeze', ...TASK, '--id', 'NEW', '--from', '2026-06-01', '--json')
    expect(ran.json.error).toMatchObject({ code: 'caps-leave-too-few', details: { capped: 3 } })
  })

  it('nobody made count no more when their draw is void', async () => {
    const at = here()
    await at.done('draw', 'void', '1', ...BY, '--despite-results')
    await at.done('rules', 'set', 'cap-total', '1', '--reason', '试')
    expect(JSON.stringify(await capped(at))).toContain('"frame":2')
  })
})
