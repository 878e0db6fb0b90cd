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
      /对象 T0\d 本年各部门合计 2 次，上限 1 次[\s\S]*ssj draw substitute 2026-0001 --target T0\d --reason visited/,
    ],
    ['en', /target T0\d: 2 visits this year, all departments together, cap 1[\s\S]*to put it right:/],
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
  expect(ran.above).toEqual({ targets: [], people: [], substitutions: [] })
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
