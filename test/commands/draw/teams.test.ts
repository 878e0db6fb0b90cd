import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inspectors, miniature, targets } from '../../helpers/miniature.ts'
import { cellsOf, contentOf, type Office } from '../../helpers/ssj.ts'

const PERIOD = ['--from', '2026-03-01', '--to', '2026-03-31'] as const
const RUN = ['--lead', 'JIA', ...PERIOD, '--seed', 'x'] as const
const BY = ['--reason', '人手不足', '--approver', '局领导'] as const

/** The refusal in both languages and as data; nothing is written. */
async function refused(here: Office, ...argv: string[]) {
  const before = contentOf(here.db)
  const [zh, en] = [await here.ssj(...argv), await here.ssj(...argv, '--lang', 'en')]
  const { error } = (await here.ssj(...argv, '--json')).json
  expect([zh.code, en.code, zh.out, en.out]).toEqual([2, 2, '', ''])
  expect(contentOf(here.db)).toBe(before)
  return { error, zh: zh.err, en: en.err }
}

const teamsOf = async (here: Office, draw: string): Promise<Map<string, string[]>> => {
  const { selection } = await here.done('draw', 'show', draw)
  return new Map(
    selection.map((row: { target: string; team: { inspector: string }[] }) => [
      row.target,
      row.team.map(({ inspector }) => inspector),
    ]),
  )
}

describe('enforcement staff of each department', () => {
  it('are two at least, experts only on top', async () => {
    const here = await miniature({
      targets: targets(3),
      inspectors: [...inspectors(4), ...inspectors(2, { 专业资质: '专家' }, 5)],
    })
    const run = (team: string) => ['draw', 'run', ...RUN, '--count', '1', '--team', team]
    const { error, zh, en } = await refused(here, ...run('任意,专家'))
    expect(error).toMatchObject({ code: 'too-few-staff', details: { department: 'JIA', staff: 1, least: 2 } })
    expect(error.details.rule.rule).toBe('staff-minimum')
    expect(zh).toContain('至少要 2 个')
    expect(en).toContain('at least 2')
    await here.done(...run('任意,任意,专家'))
  })

  it('are as many as the rule of the office says', async () => {
    const here = await miniature({ targets: targets(3), inspectors: inspectors(4) })
    const run = ['draw', 'run', ...RUN, '--count', '1', '--team'] as const
    await here.done('rules', 'set', 'staff-minimum', '3')
    expect((await refused(here, ...run, '2')).error.details).toMatchObject({ staff: 2, least: 3 })
    await here.done('rules', 'set', 'staff-minimum', '1')
    await here.done(...run, '1')
    await here.done('draw', 'replay', '1')
  })
})

describe('rotation', () => {
  const options = [...RUN, '--rate', '全部'] as const

  it('keeps whoever went last time away from the same target', async () => {
    const here = await miniature({ targets: targets(2), inspectors: inspectors(4) })
    await here.done('draw', 'run', ...options, '--id', 'A')
    const frozen = await here.done(
      'draw',
      'freeze',
      '--lead',
      'JIA',
      ...PERIOD,
      '--rate',
      '全部',
      '--id',
      'B',
      '--rotate',
      '是',
    )
    expect(frozen.rotated).toBe(4)
    await here.done('draw', 'run', 'B', '--seed', 'y')
    const [last, now] = [await teamsOf(here, '1'), await teamsOf(here, '2')]
    for (const [target, team] of now)
      for (const inspector of team) expect(last.get(target)).not.toContain(inspector)
    for (const draw of ['1', '2']) await here.done('draw', 'replay', draw)
    const folder = here.path('archive')
    await here.done('export', '2', '--profile', 'archive', '--to', folder)
    expect(cellsOf(join(folder, 'data', 'recusals.csv'))).toHaveLength(5)
    await here.done('verify', folder)
  })

  it('looks at who stood there in the end, forgets void draws, and is off unless asked for', async () => {
    const here = await miniature({ targets: targets(1), inspectors: inspectors(5) })
    await here.done('draw', 'run', ...options, '--id', 'A')
    const [first] = (await teamsOf(here, '1')).get('T01')!
    await here.done(
      'draw',
      'substitute',
      '1',
      '--inspector',
      first!,
      '--reason',
      '请假',
      '--approver',
      '局领导',
    )
    const freeze = async (id: string, ...more: string[]) =>
      here.done('draw', 'freeze', '--lead', 'JIA', ...PERIOD, '--rate', '全部', '--id', id, ...more)
    expect((await freeze('B')).rotated).toBe(0)
    expect((await freeze('C', '--rotate', '是')).rotated).toBe(2)
    await here.done('draw', 'run', 'C', '--seed', 'y')
    const went = (await teamsOf(here, '1')).get('T01')!
    for (const inspector of (await teamsOf(here, '3')).get('T01')!) expect(went).not.toContain(inspector)
    await here.done('draw', 'void', '3', ...BY)
    await here.done('draw', 'void', '1', ...BY)
    expect((await freeze('D', '--rotate', '是')).rotated).toBe(0)
  })

  it('is a column of the plan that takes 是 or 否', async () => {
    const here = await miniature({ targets: targets(2), inspectors: inspectors(4) })
    const plan = (value: string) =>
      here.file('plan.csv', `任务编号,任务名称,发起部门,抽查数量,人员轮换\nA,甲,JIA,1,${value}\n`)
    const bad = await here.ssj('import', 'plan', plan('也许'), '--json')
    expect([bad.code, bad.out.includes('invalid-yesno')]).toEqual([1, true])
    await here.done('import', 'plan', plan('有'))
    expect((await here.done('show', 'plan', 'A')).versions[0].extra).toEqual({ 人员轮换: '是' })
    expect((await here.ssj('draw', 'freeze', 'A')).out).toContain('人员轮换')
  })
})

describe('days off', () => {
  it('keep out whom the rule says: only all days, or any day', async () => {
    const here = await miniature({
      targets: targets(2),
      inspectors: [...inspectors(3), ...inspectors(1, { 不可用日期: '2026-03-10' }, 4)],
    })
    const freeze = (id: string) =>
      here.done('draw', 'freeze', '--lead', 'JIA', ...PERIOD, '--count', '1', '--id', id)
    expect((await freeze('A')).leftOut).toEqual([])
    await here.done('rules', 'set', 'days-off', '任一日即排除')
    expect((await freeze('B')).leftOut).toEqual([{ inspector: 'P4', department: 'JIA', reason: 'away' }])
    for (const [task, draw] of [
      ['A', '1'],
      ['B', '2'],
    ] as const) {
      await here.done('draw', 'run', task, '--seed', 'x')
      await here.done('draw', 'replay', draw)
    }
  })
})

describe('leaders', () => {
  it('are one for each team, and the work of leading is shared', async () => {
    const here = await miniature({
      targets: targets(6),
      inspectors: [...inspectors(3, { 可任组长: '是' }), ...inspectors(3, {}, 4)],
    })
    await here.done('draw', 'run', ...RUN, '--rate', '全部', '--team', '组长,任意')
    const { people } = await here.done('report', 'workload')
    expect(people.map(({ visits }: { visits: number }) => visits)).toEqual([2, 2, 2, 2, 2, 2])
    for (const [, [leader]] of await teamsOf(here, '1')) expect(['P1', 'P2', 'P3']).toContain(leader)
  })
})

describe('people lent by a neighbour', () => {
  const office = () =>
    miniature({
      targets: targets(2, { 监管部门: '甲局;乙局' }),
      inspectors: [
        ...inspectors(1),
        ...inspectors(3, { 所属部门: '乙局' }, 2),
        ...inspectors(1, { 所属部门: '乙局', 证件有效期: '2026-01-01' }, 5),
      ],
    })
  const task = [...RUN, '--count', '1'] as const

  it('stand in one pool, on record with reason and approver', async () => {
    const here = await office()
    expect((await refused(here, 'draw', 'run', ...task)).error.code).toBe('infeasible')
    const joint = [...RUN, '--with', '乙局', '--count', '1', '--lend', 'P2=甲局', ...BY]
    await here.done('draw', 'run', ...joint, '--id', 'A')
    const shown = await here.done('draw', 'show', '1')
    const lent = [{ inspector: 'P2', department: 'JIA', reason: '人手不足', approver: '局领导' }]
    expect(shown.lent).toEqual(lent)
    const team: { department: string; inspector: string }[] = shown.selection[0].team
    const of = (name: string) =>
      team
        .filter(row => row.department === name)
        .map(row => row.inspector)
        .sort()
    expect([of('JIA'), of('YI')]).toEqual([
      ['P1', 'P2'],
      ['P3', 'P4'],
    ])
    const { entries } = await here.done('log')
    expect(JSON.stringify(entries.at(-1).subject)).toContain('P2')
    expect((await here.ssj('draw', 'show', '1')).out).toContain('借调示例人2（P2）到甲局（JIA）')
    expect((await here.ssj('draw', 'show', '1', '--lang', 'en')).out).toContain(
      '示例人2 (P2) is lent to 甲局 (JIA)',
    )
    await here.done('draw', 'replay', '1')
    const folder = here.path('archive')
    await here.done('export', '1', '--profile', 'archive', '--to', folder)
    await here.done('verify', folder)
    for (const row of cellsOf(join(folder, 'data', 'pool.csv')).filter(cells => cells[1] === 'P2'))
      expect(row[0]).toBe('JIA')
  })

  it('are declined without reason and approver, for strangers, twice, unfit, and after freezing', async () => {
    const here = await office()
    const code = async (...argv: string[]) =>
      (await refused(here, 'draw', 'run', ...task, ...argv)).error.code
    expect(await code('--lend', 'P2=甲局')).toBe('missing-option')
    expect(await code('--lend', 'P2=甲局', '--reason', '缺人', '--approver', '测试员')).toBe(
      'approver-is-actor',
    )
    expect(await code('--lend', 'P2', ...BY)).toBe('invalid-lending')
    expect(await code('--lend', 'P99=甲局', ...BY)).toBe('no-such-record')
    expect(await code('--lend', 'P2=乙局', ...BY)).toBe('unknown-lending-department')
    expect(await code('--lend', 'P1=甲局', ...BY)).toBe('lent-to-own-department')
    expect(await code('--lend', 'P2=甲局', '--lend', 'P2=JIA', ...BY)).toBe('duplicate-lending')
    expect(await code('--lend', 'P5=甲局', ...BY)).toBe('lent-person-unfit')
    const freeze = ['draw', 'freeze', '--lead', 'JIA', ...PERIOD, '--count', '1', '--id', 'A']
    await here.done(...freeze, '--lend', 'P2=甲局', ...BY)
    const late = await refused(here, 'draw', 'run', 'A', '--seed', 'x', '--lend', 'P3=甲局', ...BY)
    expect(late.error.code).toBe('lending-already-fixed')
    expect((await refused(here, 'draw', 'freeze', 'A', '--lend', 'P3=甲局', ...BY)).error.code).toBe(
      'lending-already-fixed',
    )
    expect((await here.done('draw', 'freeze', 'A')).frozenBefore).toBe(true)
    await here.done('draw', 'run', 'A', '--seed', 'x')
    await here.done('draw', 'replay', '1')
    const told = await here.done(
      'draw',
      'simulate',
      '--lead',
      'JIA',
      '--count',
      '1',
      '--lend',
      'P2=甲局',
      ...BY,
    )
    expect(told.matched).toBe(200)
  })
})

describe('an office of three with one recused and one away', () => {
  const office = () =>
    miniature({
      targets: targets(1),
      inspectors: [
        ...inspectors(2),
        ...inspectors(1, { 不可用日期: '2026-02-20~2026-04-02' }, 3),
        ...inspectors(1, { 所属部门: '乙局' }, 4),
      ],
      recusals: [{ 人员编号: 'P2', 对象编号: 'T01' }],
    })
  const run = ['draw', 'run', ...RUN, '--rate', '全部'] as const

  it('is told what blocks, and each change that is named cures it', async () => {
    const here = await office()
    const { error, zh, en } = await refused(here, ...run)
    const { cures, deficit } = error.details.blocking
    expect(deficit).toBe(1)
    expect(cures).toEqual([
      { kind: 'recusal', inspector: 'P2', target: 'T01' },
      { kind: 'person', tag: '' },
      { kind: 'seat', tag: '' },
    ])
    expect(zh).toContain(
      '1 户（示例店T01（T01））共需 2 个席位；所有人最多能坐其中 1 个，还差 1 个。原因：回避：示例人2（P2）不能去示例店T01（T01）',
    )
    expect(en).toContain('which is 1 short. Why: recused: 示例人2 (P2) from 示例店T01 (T01)')
    const lifted = here.copy()
    await lifted.done('retire', 'recusals', 'P2/T01', '--reason', '已核实')
    await lifted.done(...run)
    await here.copy().done(...run, '--lend', 'P4=甲局', ...BY)
    const fewer = here.copy()
    await fewer.done('rules', 'set', 'staff-minimum', '1')
    await fewer.done(...run, '--team', '1')
  })
})
