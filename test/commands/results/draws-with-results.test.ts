import { readFileSync } from 'node:fs'
import { join } from 'node:path'
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

describe('somebody who has inspected', () => {
  it.each([
    ['zh', '参加的检查已有', '只替换尚未检查的：加 --visit'],
    ['en', 'of visits of', 'for the others alone, add --visit'],
  ])(
    'falls out of other visits, or where it is meant; the result keeps its team (%s)',
    async (lang, told, hint) => {
      const at = here()
      const { results } = await at.done('results', 'list', '2026-0001/T01/JIA/')
      const { selection } = await at.done('draw', 'show', '1')
      const elsewhere: string = selection.find(
        (row: { target: string; team: { inspector: string }[] }) =>
          row.target !== 'T01' && row.team.some(({ inspector }) => results[0].seated.includes(inspector)),
      ).target
      const inspector = selection
        .find((row: { target: string }) => row.target === elsewhere)
        .team.find((seat: { inspector: string }) => results[0].seated.includes(seat.inspector)).inspector
      const leave = ['--inspector', inspector, '--reason', '请假', '--approver', '局领导']
      const refused = await at.ssj('draw', 'substitute', '1', ...leave, '--lang', lang)
      expect([refused.code, refused.err]).toEqual([2, expect.stringContaining(told)])
      expect(refused.err).toContain(hint)
      expect((await at.ssj('draw', 'substitute', '1', ...leave, '--visit', elsewhere)).code).toBe(0)
      const visited = ['substitute', '1', ...leave, '--visit', 'T01']
      expect((await at.ssj('draw', ...visited)).code).toBe(2)
      expect((await at.ssj('draw', ...visited, '--despite-results')).code).toBe(0)
      const row = {
        任务编号: 'A',
        对象编号: 'T01',
        检查部门: '甲局',
        检查日期: '2026-03-02',
        检查结果代码: '1',
      }
      const kept = { ...row, 检查人员: results[0].seated.join('、'), 处理结果: '存档' }
      expect((await at.ssj('import', 'results', at.file('r.csv', csvFrom([kept])))).err).toBe('')
      const [after] = (await at.done('results', 'list', '2026-0001/T01/JIA/')).results
      expect(after.seated).toEqual(results[0].seated)
      await at.done('results', 'sheet', '1', '--to', 'sheets', '--format', 'csv')
      const sheet = readFileSync(join(at.folder, 'sheets/2026-0001-甲局.csv'), 'utf8')
      const names = [...results[0].seated].map((id: string) => `示例人${id.slice(1)}`).join('、')
      expect(sheet.split('\r\n').find(line => line.includes('T01'))).toContain(names)
    },
  )
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

  it('count as load of who went, in the report and towards the yearly limit of people, whatever became of the draw', async () => {
    type People = readonly { inspector: string; visits: number; left: number | null }[]
    const went = (await here().done('results', 'list', '2026-0001/T01/JIA/')).results[0].seated as string[]
    const out = [
      '--target',
      'T01',
      '--reason',
      '停业',
      '--approver',
      '局领导',
      '--leave-empty',
      '--despite-results',
    ]
    for (const [argv, seats] of [
      [['void', '1', ...BY, '--despite-results'], 0],
      [['substitute', '1', ...out], 2],
    ] as const) {
      const at = here()
      await at.done('draw', ...argv)
      await at.done('add', 'inspectors', '--set', `人员编号=${went[0]}`, '--set', '年度上限=1')
      const { people } = (await at.done('report', 'workload')) as { people: People }
      // Both departments went to T01; of two other targets the seats stand where only the target fell out.
      expect(people.reduce((sum, one) => sum + one.visits, 0)).toBe(4 + seats * 4)
      expect(people.find(({ inspector }) => inspector === went[0])).toMatchObject({ left: 0 })
      const task = [...TASK, '--id', 'NEW', '--from', '2026-06-01', '--to', '2026-06-30', '--rotate', '否']
      const told = await at.ssj('draw', 'freeze', ...task)
      expect(told.out + told.err).toContain(`已达年度上限 1 名（示例人${went[0]!.slice(1)}（${went[0]}））`)
    }
  })

  it('count when the target fell out, as do the visits of those that stand', async () => {
    const at = here()
    const out = ['--target', 'T01', '--reason', '停业', '--approver', '局领导', '--leave-empty']
    await at.done('draw', 'substitute', '1', ...out, '--despite-results')
    await at.done('rules', 'set', 'cap-total', '1', '--reason', '试')
    const ran = await at.ssj('draw', 'freeze', ...TASK, '--id', 'NEW', '--from', '2026-06-01', '--json')
    expect(ran.json.error).toMatchObject({ code: 'caps-leave-too-few', details: { capped: 3 } })
  })

  it('count when the task was drawn again', async () => {
    const at = here()
    const again = ['run', 'A', '--again', ...BY, '--seed', 'y', '--despite-results']
    await at.done('draw', ...again)
    await at.done('draw', 'void', '2', ...BY)
    await at.done('rules', 'set', 'cap-total', '1', '--reason', '试')
    expect(JSON.stringify(await capped(at))).toContain('"frame":2')
  })

  it.each([
    ['zh', '已有 1 条检查结果（其中已公示 0 条）'],
    ['en', '1 result of this visit (0 of them published)'],
  ])(
    'that were not drawn take their results with them when they are struck, which is told (%s)',
    async (lang, told) => {
      const at = here()
      const visit = ['--target', 'T02', '--department', '甲局', '--cause', '投诉举报', '--reference', '线索']
      const { id } = await at.done('visit', 'add', ...visit, '--date', '2026-05-06')
      const row = {
        任务编号: id,
        对象编号: 'T02',
        检查部门: '甲局',
        检查日期: '2026-05-06',
        检查结果代码: '1',
      }
      await at.done('import', 'results', at.file('c.csv', csvFrom([row])))
      const struck = await at.ssj('visit', 'strike', id, '--reason', '误录', '--lang', lang)
      expect([struck.code, struck.out]).toEqual([0, expect.stringContaining(told)])
    },
  )

  it.each([
    ['zh', '已经分别检查（2026-0001 于 2026-03-02，2026-0002 于 2026-05-20），仍按两次计'],
    ['en', 'they took place apart (2026-0001 on 2026-03-02, 2026-0002 on 2026-05-20), and count as two'],
  ])('on two days are not made one (%s)', async (lang, told) => {
    const at = here()
    const period = ['--from', '2026-04-01', '--to', '2026-06-30']
    await at.done('draw', 'run', '--lead', 'JIA', '--rate', '全部', '--id', 'B', ...period, '--seed', 'z')
    const row = {
      任务编号: 'B',
      对象编号: 'T01',
      检查部门: '甲局',
      检查日期: '2026-05-20',
      检查结果代码: '1',
    }
    await at.done('import', 'results', at.file('b.csv', csvFrom([row])))
    const merging = ['merge', '1', '2', '--approver', '局领导', '--lang', lang, '--target']
    const ran = await at.ssj('draw', ...merging, 'T01')
    expect([ran.code, ran.err]).toEqual([2, expect.stringContaining(told)])
    expect((await at.ssj('draw', ...merging, 'T02')).code).toBe(0)
  })

  it('nobody made count no more when their draw is void', async () => {
    const at = here()
    await at.done('draw', 'void', '1', ...BY, '--despite-results')
    await at.done('rules', 'set', 'cap-total', '1', '--reason', '试')
    expect(JSON.stringify(await capped(at))).toContain('"frame":2')
  })
})
