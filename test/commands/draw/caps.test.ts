import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { inspectors, miniature, targets } from '../../helpers/miniature.ts'
import { contentOf, type Office } from '../../helpers/ssj.ts'

/** Four targets of 甲局, T03 and T04 of 乙局 too; T04 was founded of late; T02 is of class A. */
let base: Office
beforeAll(async () => {
  base = await miniature({
    targets: [
      ...targets(1, { 成立日期: '2020-01-01', 信用风险等级: 'B' }),
      ...targets(1, { 成立日期: '2020-01-01', 信用风险等级: 'A' }, 2),
      ...targets(1, { 成立日期: '2020-01-01', 信用风险等级: 'B', 监管部门: 'JIA;YI' }, 3),
      ...targets(1, { 成立日期: '2026-01-10', 信用风险等级: 'B', 监管部门: 'JIA;YI' }, 4),
    ],
    inspectors: [...inspectors(4), ...inspectors(4, { 所属部门: 'YI' }, 5)],
    items: [
      { 事项编码: 'X1', 抽查事项: '示例一', 事项类别: '重点', 检查依据: '《示例法》' },
      { 事项编码: 'X2', 抽查事项: '示例二', 事项类别: '重点', 检查依据: '《示例法》' },
    ],
  })
})

const SPAN = ['--from', '2026-03-01', '--to', '2026-03-31']
const freeze = (here: Office, ...options: string[]) =>
  here.ssj('draw', 'freeze', '--lead', 'JIA', '--count', '1', '--name', '本次', ...SPAN, ...options)
const visit = (here: Office, target: string, department: string, cause = '投诉举报', reference = '1') =>
  here.done(
    'visit',
    'add',
    ...['--target', target, '--department', department],
    '--cause',
    cause,
    '--reference',
    reference,
  )
/** Draws these targets by condition, in an earlier month. */
const drawn = (here: Office, targets: string, name: string, ...options: string[]) =>
  here.done(
    'draw',
    'run',
    '--lead',
    'JIA',
    '--rate',
    '100%',
    '--where',
    `对象编号=${targets}`,
    '--name',
    name,
    ...options,
    '--seed',
    '1',
  )

let folders = 0
/** The exclusions of the latest freeze, its frame with departments, and the waterfall in both languages. */
async function outcome(here: Office, ...options: string[]) {
  const folder = here.path(`to-${folders++}`)
  const again = here.copy()
  const told = await freeze(here, ...options, '--to', folder)
  expect(told.err).toBe('')
  const lines = (name: string) => readFileSync(join(folder, name), 'utf8').trimEnd().split('\n').slice(1)
  const english = await freeze(again, ...options, '--lang', 'en', '--id', 'EN')
  return {
    excluded: lines('exclusions.csv'),
    frame: lines('frame.csv').map(line => line.split(',').slice(1, 3).join(' ')),
    zh: told.out,
    en: english.out,
  }
}

describe('cap-department', () => {
  test('bites: the department leaves the target, and a target that nobody is left for is excluded', async () => {
    const here = base.copy()
    await here.done('rules', 'set', 'cap-department', '1')
    await visit(here, 'T01', 'JIA')
    await visit(here, 'T03', 'JIA')
    const { excluded, frame, zh, en } = await outcome(here, '--with', 'YI')
    expect(excluded).toEqual(['T01,cap-department:JIA'])
    expect(frame).toEqual(['T02 JIA', 'T03 YI', 'T04 JIA;YI'])
    expect(zh).toMatch(/− 排除：已达同一部门年度检查上限 +1\n/)
    expect(zh).toContain('其中部门因“已达同一部门年度检查上限”不参加检查 1 户次')
    expect(en).toMatch(/excluded: over the yearly cap of one department +1\n/)
    expect(en).toContain('visits withheld from single departments (over the yearly cap of one department): 1')
  })

  test('bites wholly where the task wants all departments', async () => {
    const here = base.copy()
    await here.done('rules', 'set', 'cap-department', '1')
    await visit(here, 'T03', 'JIA')
    const { excluded, frame } = await outcome(here, '--with', 'YI', '--joint', '全部')
    expect(excluded).toEqual(['T03,cap-department:JIA'])
    expect(frame).toEqual(['T04 JIA;YI'])
  })

  test('lets pass: below the cap, another department, an exempt cause, last year, a struck visit', async () => {
    const here = base.copy()
    await here.done('rules', 'set', 'cap-department', '1')
    await visit(here, 'T01', 'YI')
    await visit(here, 'T02', 'JIA', '上级部署专项')
    await here.done(
      'visit',
      'add',
      '--target',
      'T03',
      '--department',
      'JIA',
      '--cause',
      '投诉举报',
      '--reference',
      '1',
      '--date',
      '2025-12-31',
    )
    await visit(here, 'T04', 'JIA')
    await here.done('visit', 'strike', 'C2026-0003', '--reason', '录错')
    expect((await outcome(here)).excluded).toEqual([])
  })

  test('lets pass a task with an exempt cause, and does not count its visits', async () => {
    const here = base.copy()
    await here.done('rules', 'set', 'cap-department', '1')
    await visit(here, 'T01', 'JIA')
    const special = ['--kind', '专项', '--cause', '上级部署专项：示例通知']
    expect((await outcome(here, ...special)).excluded).toEqual([])
    await drawn(here, 'T02', '专项', ...special, ...SPAN)
    expect((await outcome(here, '--name', '后来')).excluded).toEqual(['T01,cap-department:JIA'])
  })
})

describe('cap-total', () => {
  test('bites with drawn visits and cases together; a joint visit is one', async () => {
    const here = base.copy()
    await here.done('rules', 'set', 'cap-total', '2')
    await drawn(here, 'T01,T03,T04', '联合', '--with', 'YI', '--from', '2026-02-01', '--to', '2026-02-28')
    await visit(here, 'T01', 'YI')
    await visit(here, 'T03', 'YI', '上级部署专项')
    const { excluded, zh, en } = await outcome(here)
    expect(excluded).toEqual(['T01,cap-total:2'])
    expect(zh).toMatch(/− 排除：已达年度检查上限（各部门合计） +1\n/)
    expect(en).toMatch(/excluded: over the yearly cap of all departments +1\n/)
  })

  test('lets pass what a void draw had drawn, and its own earlier attempt', async () => {
    const here = base.copy()
    await here.done('rules', 'set', 'cap-total', '1')
    await drawn(here, 'T01', '作废的', ...SPAN)
    await here.done('draw', 'void', '1', '--reason', '有误', '--approver', '局领导')
    expect((await outcome(here.copy())).excluded).toEqual([])
    await drawn(here, 'T02', '自己', '--id', 'Z', ...SPAN)
    const again = ['--again', '--reason', '有误', '--approver', '局领导']
    expect((await here.done('draw', 'run', 'Z', ...again, '--seed', '2')).drawn).toBe(1)
  })

  test('counts a visit that two draws have in common once; both keep the target out of their windows', async () => {
    const here = base.copy()
    await here.done('rules', 'set', 'cap-total', '2')
    await drawn(here, 'T03', '甲查', '--items', 'X1', ...SPAN)
    await drawn(here, 'T03,T04', '乙查', '--lead', 'YI', '--items', 'X2', ...SPAN)
    expect((await outcome(here.copy(), '--id', 'M')).excluded).toEqual(['T03,cap-total:2'])
    await here.done('draw', 'merge', '1', '2', '--target', 'T03', '--approver', '局领导')
    expect((await outcome(here, '--id', 'N')).excluded).toEqual([])
    const window = ['--items', 'X2', '--exclude-drawn', '本年同事项', '--id', 'W']
    expect((await outcome(here, ...window)).excluded).toEqual([
      'T03,drawn-item:2026-0002',
      'T04,drawn-item:2026-0002',
    ])
    expect((await here.ssj('show', 'targets', 'T03', '--history')).out).toContain(
      '（与 2026-0001 合并为一次）',
    )
    expect((await here.ssj('show', 'targets', 'T03', '--history', '--lang', 'en')).out).toContain(
      '(one visit with 2026-0001)',
    )
  })

  test('is refused where it cannot be met, with the rule, who set it and what would do', async () => {
    const here = base.copy()
    await here.done('rules', 'set', 'cap-total', '1')
    for (const target of ['T01', 'T02', 'T03']) await visit(here, target, 'JIA')
    const before = contentOf(here.db)
    const zh = await freeze(here, '--count', '2')
    expect([zh.code, zh.err]).toEqual([
      2,
      'ssj: 任务“LS-2026-0001”不能冻结：需要 2 户，因年度上限排除 3 户后只剩 1 户\n' +
        'ssj: 提示：提高上限，或把抽查数量降到 1 户以内。规则 cap-total（同一对象的年度检查上限（各部门合计））现为“1”，由 测试员 于 2026-02-03 12:05:06 设定（台账第 6 条）\n',
    ])
    const en = await freeze(here, '--count', '2', '--lang', 'en')
    expect(en.err).toContain('it needs 2 targets; the yearly caps exclude 3 and leave 1')
    expect(contentOf(here.db)).toBe(before)
    expect((await freeze(here, '--count', '1')).code).toBe(0)
    await visit(here, 'T04', 'JIA')
    const none = await freeze(here, '--count', '1', '--id', 'A2')
    expect([none.code, none.err]).toEqual([2, expect.stringMatching(/只剩 0 户\n.*提示：提高上限。规则/)])
    expect((await freeze(here, '--count', '1', '--id', 'A3', '--lang', 'en')).err).toContain(
      'raise the cap; ',
    )
  })
})

describe('drawn-window', () => {
  const earlier = async (here: Office) => {
    await drawn(
      here,
      'T01,T03',
      '先前',
      '--with',
      'YI',
      '--items',
      'X1',
      '--from',
      '2026-02-01',
      '--to',
      '2026-02-28',
    )
    return here
  }

  test('bites as a rule for tasks that say nothing; a task may say otherwise', async () => {
    const here = await earlier(base.copy())
    await here.done('rules', 'set', 'drawn-window', '本年')
    const { excluded, zh, en } = await outcome(here)
    expect(excluded).toEqual(['T01,drawn:2026-0001', 'T03,drawn:2026-0001'])
    expect(zh).toMatch(/− 排除：已被抽取过 +2\n/)
    expect(en).toMatch(/excluded: drawn before +2\n/)
    expect((await outcome(here.copy(), '--exclude-drawn', '否', '--id', 'N')).excluded).toEqual([])
  })

  test('同部门: only the department that went stays away', async () => {
    const here = await earlier(base.copy())
    const joint = ['--with', 'YI', '--exclude-drawn', '本年同部门']
    const { excluded, frame } = await outcome(
      here,
      '--lead',
      'YI',
      '--with',
      'JIA',
      '--exclude-drawn',
      '本年同部门',
    )
    expect(excluded).toEqual(['T01,drawn-department:2026-0001', 'T03,drawn-department:2026-0001'])
    expect(frame).toEqual(['T02 JIA', 'T04 JIA;YI'])
    const other = base.copy()
    await drawn(other, 'T01,T03', '先前', '--from', '2026-02-01', '--to', '2026-02-28')
    const mixed = await outcome(other, ...joint)
    expect(mixed.excluded).toEqual(['T01,drawn-department:2026-0001'])
    expect(mixed.frame).toEqual(['T02 JIA', 'T03 YI', 'T04 JIA;YI'])
    expect(mixed.zh).toContain('其中部门因“同一部门已抽取过”不参加检查 1 户次')
    expect(mixed.en).toContain('visits withheld from single departments (drawn for the same department): 1')
  })

  test('同事项: only draws with an item in common count', async () => {
    const here = await earlier(base.copy())
    const same = await outcome(here.copy(), '--items', 'X1;X2', '--exclude-drawn', '近3年同事项')
    expect(same.excluded).toEqual(['T01,drawn-item:2026-0001', 'T03,drawn-item:2026-0001'])
    expect(same.zh).toContain('同一事项已抽取过')
    expect(same.en).toContain('drawn for the same item')
    expect(
      (await outcome(here.copy(), '--items', 'X2', '--exclude-drawn', '近3年同事项', '--id', 'N')).excluded,
    ).toEqual([])
  })
})

describe('grace-days', () => {
  test('bites to its last day', async () => {
    const here = base.copy()
    await here.done('rules', 'set', 'grace-days', '51')
    const { excluded, zh, en } = await outcome(here)
    expect(excluded).toEqual(['T04,grace:2026-03-02'])
    expect(zh).toContain('新设主体宽限期内')
    expect(en).toContain('newly founded')
  })

  test('lets pass the day it is over, and a 专项 task', async () => {
    const here = base.copy()
    await here.done('rules', 'set', 'grace-days', '50')
    expect((await outcome(here)).excluded).toEqual([])
    await here.done('rules', 'set', 'grace-days', '51')
    expect((await outcome(here, '--kind', '专项', '--id', 'N')).excluded).toEqual([])
  })
})

describe('exempt-where', () => {
  test('bites on the spot', async () => {
    const here = base.copy()
    await here.done('rules', 'set', 'exempt-where', '信用风险等级=A')
    const { excluded, zh, en } = await outcome(here, '--method', '现场检查、书面检查')
    expect(excluded).toEqual(['T02,exempt'])
    expect(zh).toContain('免予主动检查')
    expect(en).toContain('exempt from proactive inspection')
    expect((await outcome(here.copy(), '--id', 'N')).excluded).toEqual(['T02,exempt'])
  })

  test('lets pass by other methods, and a 专项 task', async () => {
    const here = base.copy()
    await here.done('rules', 'set', 'exempt-where', '信用风险等级=A')
    expect((await outcome(here, '--method', '书面检查')).excluded).toEqual([])
    expect((await outcome(here.copy(), '--kind', '专项', '--id', 'N')).excluded).toEqual([])
  })
})

describe('special-cause', () => {
  test('bites where it is set, lets pass with a cause', async () => {
    const here = base.copy()
    const told = await freeze(here.copy(), '--kind', '专项')
    expect(told.out).toContain('专项检查没有写明原因')
    await here.done('rules', 'set', 'special-cause', '是')
    expect((await freeze(here, '--kind', '专项')).err).toContain('专项检查没有写明原因')
    expect((await freeze(here, '--kind', '专项', '--lang', 'en')).err).toContain(
      'a 专项 task must state its cause',
    )
    expect((await freeze(here, '--kind', '专项', '--cause', '随便')).err).toContain('“随便”不在检查原因之列')
    expect((await freeze(here, '--kind', '专项', '--cause', '随便', '--lang', 'en')).err).toContain(
      'not among the causes',
    )
    expect((await freeze(here, '--kind', '专项', '--cause', '投诉举报：集中投诉')).code).toBe(0)
    const [, task] = [null, await here.done('show', 'plan', 'LS-2026-0001')]
    expect(task.versions[0].extra).toEqual({ 检查原因: '投诉举报：集中投诉' })
  })
})

test('a draw keeps the rules it was frozen under, and is replayed under them', async () => {
  const here = base.copy()
  await here.done('rules', 'set', 'cap-total', '1')
  await visit(here, 'T01', 'JIA')
  await drawn(here, 'T01,T02', '有上限', '--items', 'X1', ...SPAN)
  await here.done('rules', 'set', 'cap-total', '默认')
  await here.done('rules', 'set', 'exempt-where', '信用风险等级=A')
  expect(await here.done('draw', 'replay', '1')).toMatchObject({ same: true })
  const shown = await here.done('draw', 'show', '1')
  expect(shown.rules['cap-total']).toBe('1')
  expect(shown.selection.map((row: { target: string }) => row.target)).toEqual(['T02'])
  const folder = here.path('out')
  await here.done('export', '1', '--to', folder)
  const record = JSON.parse(readFileSync(join(folder, 'record.json'), 'utf8'))
  expect(record.rules).toMatchObject({ 'cap-total': '1', 'exempt-where': '' })
  expect(record.items).toEqual([{ code: 'X1', name: '示例一', since: 3 }])
  expect((await here.ssj('verify', folder)).code).toBe(0)
})

test('a rule that would refuse comes too late for what is frozen; one that changes the frame is told', async () => {
  const here = base.copy()
  const plan = '任务编号,任务名称,发起部门,抽查数量,起止时间\nP,示例任务,JIA,1,2026-03-01~2026-03-31\n'
  await here.done('import', 'plan', here.file('plan.csv', plan))
  const frozen = await here.done('draw', 'freeze', 'P')
  await here.done('rules', 'set', 'staff-minimum', '3')
  expect(await here.done('draw', 'freeze', 'P')).toMatchObject({
    draw: '2026-0001',
    frozenBefore: true,
    digest: frozen.digest,
  })
  await here.done('rules', 'set', 'exempt-where', '信用风险等级=A')
  for (const [lang, words] of [
    ['zh', '此后名录库、规则或任务有变化'],
    ['en', 'the registries, the rules or the task have changed since'],
  ] as const) {
    const told = await here.ssj('draw', 'freeze', 'P', '--lang', lang)
    expect([told.code, told.err.includes(words)]).toEqual([2, true])
  }
  expect(await here.done('draw', 'run', 'P', '--seed', 'x')).toMatchObject({ digest: frozen.digest })
  await here.done('draw', 'replay', '1')
  const again = ['--again', '--reason', '误', '--approver', '局领导', '--json'] as const
  expect((await here.ssj('draw', 'freeze', 'P', ...again)).json.error.code).toBe('too-few-staff')
})
