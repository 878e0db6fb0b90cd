import { beforeAll, expect, test } from 'vitest'
import { inspectors, miniature, targets } from '../../helpers/miniature.ts'
import type { Office } from '../../helpers/ssj.ts'

/** Three targets, three people with two visits a year, and a cap of one visit a year that came after the freeze. */
let base: Office
beforeAll(async () => {
  base = await miniature({ targets: targets(3), inspectors: inspectors(3, { 年度上限: '2' }) })
  await base.done('draw', 'freeze', '--id', 'A', ...TASK, '--count', '2', '--reserve', '1')
  await base.done('rules', 'set', 'cap-total', '1')
  for (const target of ['T01', 'T02', 'T03']) await base.done('visit', 'add', '--target', target, ...CASE)
})

const TASK = ['--lead', 'JIA', '--from', '2026-03-01', '--to', '2026-03-31']
const CASE = ['--department', 'JIA', '--cause', '投诉举报', '--reference', '1']
const BY = ['--approver', '示例局长']

test('a draw is run as it was frozen, and what is above a cap by now is told, with what would put it right', async () => {
  for (const [language, words] of [
    [
      'zh',
      /对象.*（T0\d）本年各部门合计 2 次，上限 1 次[\s\S]*ssj draw substitute 2026-0001 --target T0\d --reason visited/,
    ],
    ['en', /target .*\(T0\d\): 2 visits this year, all departments together, cap 1[\s\S]*to put it right:/],
  ] as const)
    expect((await base.copy().ssj('draw', 'run', 'A', '--seed', '1', '--lang', language)).out).toMatch(words)
  const ran = await base.copy().done('draw', 'run', 'A', '--seed', '1')
  expect(ran.drawn).toBe(2)
  expect(ran.above.targets).toEqual([
    { target: expect.any(String), limit: 'cap-total', of: '', visits: 2, most: 1 },
    { target: expect.any(String), limit: 'cap-total', of: '', visits: 2, most: 1 },
  ])
  expect(ran.above.substitutions).toHaveLength(2)
})

test('nothing is told where nothing is above a limit', async () => {
  const here = base.copy()
  await here.done('rules', 'set', 'cap-total', '2')
  const ran = await here.done('draw', 'run', 'A', '--seed', '1')
  expect(ran.above).toEqual({ targets: [], items: [], people: [], substitutions: [] })
})

test('a substitution tells of the target and of the people that come in', async () => {
  const here = base.copy()
  const { above } = await here.done('draw', 'run', 'A', '--seed', '1')
  const out = above.targets[0].target
  const zh = await here.copy().ssj('draw', 'substitute', '1', '--target', out, '--reason', 'closed', ...BY)
  expect(zh.out).toContain('现在超过上限的有')
  const came = await here.done('draw', 'substitute', '1', '--target', out, '--reason', 'closed', ...BY)
  expect(came.above.targets).toMatchObject([{ limit: 'cap-total', visits: 2, most: 1 }])
  expect(came.above.targets[0].target).toBe(came.changes[0].in)
})

test('people above their yearly limit are told', async () => {
  const here = base.copy()
  const lower = here.file('people.csv', '人员编号,年度上限\nP1,0\nP2,0\nP3,0\n')
  await here.done('import', 'inspectors', lower)
  const { above } = await here.done('draw', 'run', 'A', '--seed', '1')
  expect(above.people.length).toBeGreaterThan(0)
  expect(above.people[0]).toMatchObject({ inspector: expect.stringMatching(/^P\d$/), most: 0 })
})

test.each([
  ['本年', /对象.*（T01）在已抽排除的期限内又被 2026-0002 抽中/, 'drawn', '2026-0002'],
  [
    '本年同部门',
    /对象.*（T01）在已抽排除的期限内又被同一部门抽中：JIA 2026-0002/,
    'drawn-department',
    'JIA 2026-0002',
  ],
] as const)(
  'a target that another draw drew within the window %s is told by run and by substitute',
  async (window, words, limit, of) => {
    const here = await miniature({ targets: targets(2), inspectors: inspectors(4) })
    const only = ['--where', '对象编号=T01', '--rate', '100%']
    await here.done('draw', 'freeze', '--id', 'A', ...TASK, '--rate', '100%', '--exclude-drawn', window)
    await here.done('rules', 'set', 'waiting-draws', '不计')
    await here.done('draw', 'run', '--id', 'B', ...TASK, ...only, '--seed', '1')
    expect((await here.copy().ssj('draw', 'run', 'A', '--seed', '1')).out).toMatch(words)
    const en = (await here.copy().ssj('draw', 'run', 'A', '--seed', '1', '--lang', 'en')).out
    expect(en).toMatch(/target .*\(T01\): drawn .*within the window of 已抽排除/)
    const { above } = await here.done('draw', 'run', 'A', '--seed', '1')
    expect(above.targets).toEqual([{ target: 'T01', limit, of, visits: 2, most: 1 }])
    expect(above.substitutions[0]).toContain('T01')
  },
)

test('a reserve that another draw drew within the window is told when it comes in', async () => {
  const here = await miniature({ targets: targets(2), inspectors: inspectors(4) })
  await here.done(
    'draw',
    'freeze',
    '--id',
    'A',
    ...TASK,
    '--count',
    '1',
    '--reserve',
    '1',
    '--exclude-drawn',
    '本年',
  )
  await here.done('rules', 'set', 'waiting-draws', '不计')
  const { draw } = await here.done('draw', 'run', 'A', '--seed', '1')
  const { selection } = await here.done('draw', 'show', draw)
  const [out, reserve] = ['drawn', 'reserve'].map(
    status => selection.find((row: { status: string }) => row.status === status).target,
  )
  const only = ['--where', `对象编号=${reserve}`, '--rate', '100%']
  await here.done('draw', 'run', '--id', 'B', ...TASK, ...only, '--seed', '1')
  const came = await here.done('draw', 'substitute', draw, '--target', out, '--reason', 'closed', ...BY)
  expect(came.above.targets).toMatchObject([{ target: reserve, limit: 'drawn', of: '2026-0002' }])
})

test('an item whose rate the year has passed by now is told, with its limit', async () => {
  const item = { 抽查事项: '示例', 检查依据: '《示例法》', 事项类别: '一般', 抽查频次: '9次/年' }
  const here = await miniature({
    targets: targets(4),
    inspectors: inspectors(4),
    items: [{ ...item, 事项编码: 'G1', 抽查比例: '50%' }],
  })
  const freeze = (id: string, codes: string) =>
    here.done(
      'draw',
      'freeze',
      '--id',
      id,
      ...TASK,
      '--items',
      'G1',
      '--count',
      '1',
      '--where',
      `对象编号=${codes}`,
    )
  await here.done('rules', 'set', 'waiting-draws', '不计')
  await freeze('A', 'T01,T02')
  await freeze('B', 'T01,T02')
  await here.done('draw', 'run', 'A', '--seed', '1')
  const before = here.copy()
  // The same target again is one target; the list is lowered besides.
  await here.done('import', 'items', here.file('i.csv', '事项编码,抽查比例\nG1,至多0户\n'))
  const ran = await before.done('draw', 'run', 'B', '--seed', '2')
  for (const { drawn, may } of ran.above.items) expect(drawn).toBeGreaterThan(may)
  const zh = await here.copy().ssj('draw', 'run', 'B', '--seed', '2')
  expect(zh.out).toMatch(/一般事项 G1（示例）的抽查比例上限为“至多0户”，2 户至多抽 0 户，本年已抽 [12] 户/)
  const en = await here.copy().ssj('draw', 'run', 'B', '--seed', '2', '--lang', 'en')
  expect(en.out).toMatch(
    /一般 item G1 \(示例\): upper limit of rate “至多0户”, at most 0 of 2; [12] drawn this year/,
  )
})
