import { beforeAll, expect, test } from 'vitest'
import { inspectors, miniature, targets } from '../../helpers/miniature.ts'
import { contentOf, type Office, raw } from '../../helpers/ssj.ts'

let base: Office
beforeAll(async () => {
  base = await miniature({ targets: targets(3), inspectors: inspectors(4) })
})

const visit = ['visit', 'add', '--target', 'T01', '--department', '甲局', '--reference', '12315-001']

test('visit add: is kept with its cause and reference, and counts', async () => {
  const here = base.copy()
  const added = await here.done(...visit, '--cause', '投诉举报：缺斤少两', '--date', '2026年1月5日')
  expect(added).toMatchObject({
    id: 'C2026-0001',
    target: 'T01',
    department: 'JIA',
    day: '2026-01-05',
    counted: true,
  })
  const exempt = await here.done(...visit, '--cause', '上级部署专项')
  expect(exempt).toMatchObject({ id: 'C2026-0002', day: '2026-02-03', counted: false })
  const { visits } = await here.done('visit', 'list', '--target', 'T01', '--year', '2026')
  expect(visits.map((v: { id: string; counted: boolean }) => [v.id, v.counted])).toEqual([
    ['C2026-0001', true],
    ['C2026-0002', false],
  ])
  expect((await here.done('visit', 'list', '--year', '2025')).visits).toEqual([])
  expect((await here.ssj('log', '--verify')).code).toBe(0)
})

test.each([
  [
    'an unknown target',
    ['--target', 'T99', '--cause', '投诉举报'],
    '检查对象名录库中没有“T99”',
    '“T99” is not in the registry',
  ],
  [
    'an unknown department',
    ['--department', '甲', '--cause', '投诉举报'],
    '没有部门“甲”',
    'there is no department “甲”',
  ],
  [
    'a cause that is none',
    ['--cause', '投诉'],
    '不在检查原因之列，最接近的是“投诉举报”',
    'not among the causes of visits',
  ],
  ['a day to come', ['--cause', '投诉举报', '--date', '2062-01-05'], '2062-01-05 在今天', 'is after today'],
  ['no day', ['--cause', '投诉举报', '--date', '昨天'], '--date', '--date'],
  ['no cause', [], '缺少选项 --cause', '--cause'],
])('visit add: refuses %s', async (_, options, zh, en) => {
  const here = base.copy()
  const before = contentOf(here.db)
  const told = await here.ssj(...visit, ...options)
  expect([told.code, told.out]).toEqual([2, ''])
  expect(told.err).toContain(zh)
  expect((await here.ssj(...visit, ...options, '--lang', 'en')).err).toContain(en)
  expect(contentOf(here.db)).toBe(before)
})

test('visit add: the same visit twice is refused and names the first', async () => {
  const here = base.copy()
  await here.done(...visit, '--cause', '转办交办')
  const again = await here.ssj(...visit, '--cause', '转办交办', '--lang', 'en')
  expect([again.code, again.err]).toEqual([
    2,
    'ssj: the visit of 甲局 (JIA) to 示例店T01 (T01) on 2026-02-03 is already recorded as C2026-0001\n',
  ])
})

test('visit strike: no longer counts, stays on record', async () => {
  const here = base.copy()
  await here.done(...visit, '--cause', '转办交办')
  expect((await here.ssj('visit', 'strike', 'C2026-0001')).err).toContain('--reason')
  await here.done('visit', 'strike', 'c2026-0001', '--reason', '录错')
  expect((await here.ssj('visit', 'strike', 'C2026-0001', '--reason', '录错')).code).toBe(2)
  const [struck] = (await here.done('visit', 'list')).visits
  expect(struck).toMatchObject({ id: 'C2026-0001', counted: false, until: 6 })
  expect((await here.done(...visit, '--cause', '转办交办')).id).toBe('C2026-0002')
})

test('show targets --history: the calendar of one firm across departments', async () => {
  const here = base.copy()
  await here.done(
    'import',
    'inspectors',
    here.file('yi.csv', '人员编号,姓名,所属部门\nQ1,示例乙一,YI\nQ2,示例乙二,YI\n'),
  )
  await here.done(
    'add',
    'targets',
    '--set',
    '对象编号=T01',
    '--set',
    '名称=示例店T01',
    '--set',
    '监管部门=甲局;乙局',
  )
  const draw = [
    'draw',
    'run',
    '--lead',
    'JIA',
    '--with',
    'YI',
    '--name',
    '联合',
    '--count',
    '3',
    '--seed',
    '1',
  ]
  await here.done(...draw, '--from', '2026-03-01', '--to', '2026-03-31')
  await here.done(...draw, '--name', '又一次', '--from', '2026-05-01', '--to', '2026-05-31')
  await here.done('draw', 'void', '2', '--reason', '有误', '--approver', '局领导')
  await here.done(...visit, '--department', '乙局', '--cause', '投诉举报')
  const { visits } = await here.done('show', 'targets', 'T01', '--history')
  expect(
    visits.map(({ kind, day, visit: v }: { kind: string; day: string; visit: Record<string, unknown> }) => [
      kind,
      day,
      v.draw ?? v.id,
      v.departments ?? v.department,
    ]),
  ).toEqual([
    ['case', '2026-02-03', 'C2026-0001', 'YI'],
    ['drawn', '2026-03-01', '2026-0001', ['JIA', 'YI']],
    ['drawn', '2026-05-01', '2026-0002', ['JIA', 'YI']],
  ])
  const { out } = await here.ssj('show', 'targets', 'T01', '--history')
  expect(out).toContain('2026-03-01~2026-03-31  抽取 2026-0001  甲局（JIA）、乙局（YI）  联合\n')
  expect(out).toContain('又一次（已作废，不计）')
  expect((await here.ssj('show', 'targets', 'T02', '--history', '--lang', 'en')).out).toContain(
    'draw 2026-0001  甲局 (JIA)  联合',
  )
})

test('visit import: all or none, every wrong row with its reason', async () => {
  const here = base.copy()
  const head = '检查对象,检查部门,检查日期,原因,依据\n'
  const good = here.file(
    'good.csv',
    `${head}T01,甲局,2026-01-05,投诉举报,1\nT02,乙局,2025/12/30,转办交办,2\n`,
  )
  const { visits, entry } = await here.done('visit', 'import', good)
  expect(visits.map((v: { id: string; day: string }) => [v.id, v.day])).toEqual([
    ['C2026-0001', '2026-01-05'],
    ['C2025-0001', '2025-12-30'],
  ])
  expect(entry).toBe(5)
  const before = contentOf(here.db)
  const bad = here.file(
    'bad.csv',
    `${head}T03,甲局,2026-01-05,投诉举报,1\nT99,甲局,,投诉举报,1\nT01,甲局,2026-01-05,投诉举报,1\nT02,甲局,,,1\n`,
  )
  const zh = await here.ssj('visit', 'import', bad)
  expect([zh.code, zh.err.split('\n')]).toEqual([
    1,
    [
      'ssj: 第 3 行：不能登记检查：检查对象名录库中没有“T99”',
      'ssj: 第 4 行：甲局（JIA）于 2026-01-05 对示例店T01（T01）的这次检查已登记为 C2026-0001',
      'ssj: 第 5 行：不能登记检查：原因是空的',
      '',
    ],
  ])
  const en = await here.ssj('visit', 'import', bad, '--json', '--lang', 'en')
  expect(en.json.issues.map((one: { row: number; code: string }) => [one.row, one.code])).toEqual([
    [3, 'no-such-target'],
    [4, 'duplicate-visit'],
    [5, 'missing-visit-field'],
  ])
  const none = await here.ssj('visit', 'import', here.file('none.csv', '甲,乙\n1,2\n'))
  expect([none.code, none.err]).toEqual([
    2,
    expect.stringContaining('应有：检查对象、部门、原因、依据文号或线索'),
  ])
  expect(contentOf(here.db)).toBe(before)
})

test('visits are numbered on beyond the 9 999th of a year, and listed in the order of their numbers', async () => {
  const here = base.copy()
  await here.done(...visit, '--cause', '复查', '--date', '2026-01-05')
  const db = raw(here.db)
  db.exec(`insert into visit (since, until, id, target, department, day, cause, reference, remark)
           select since, until, 'C2026-9999', target, department, '2026-01-06', cause, reference, remark from visit`)
  db.close()
  const file = here.file(
    'v.csv',
    '检查对象,部门,日期,原因,依据\nT01,甲局,2026-01-07,复查,1\nT02,甲局,2026-01-08,复查,2\n',
  )
  expect((await here.done('visit', 'import', file)).visits.map(({ id }: { id: string }) => id)).toEqual([
    'C2026-10000',
    'C2026-10001',
  ])
  expect((await here.done('visit', 'list')).visits.map(({ id }: { id: string }) => id)).toEqual([
    ...['C2026-0001', 'C2026-9999', 'C2026-10000', 'C2026-10001'],
  ])
})
