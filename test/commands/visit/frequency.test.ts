import { beforeAll, expect, it } from 'vitest'
import { csvFrom, inspectors, miniature, targets } from '../../helpers/miniature.ts'
import { atTime, standing } from '../../helpers/results.ts'
import type { Office } from '../../helpers/ssj.ts'

let made: Office
beforeAll(async () => {
  made = await miniature({ targets: targets(4), inspectors: inspectors(2) })
  const task = ['--lead', 'JIA', '--count', '3', '--from', '2026-02-01', '--to', '2026-12-31']
  await made.done('draw', 'run', ...task, '--id', 'A', '--seed', 'x')
})
const here = () => atTime(made, '2026-05-20T02:00:00Z')
const add = (at: Office, target: string, date: string, reference: string, ...more: string[]) =>
  at.ssj(
    '--json',
    'visit',
    'add',
    ...['--target', target, '--department', '甲局', '--cause', '投诉举报'],
    ...['--reference', reference, '--date', date, ...more],
  )

it('more than one visit a day, two a week, three a month are told, and refused where the office says so', async () => {
  const at = here()
  expect((await add(at, 'T01', '2026-05-04', '1')).json.frequent).toBeNull()
  expect((await add(at, 'T01', '2026-05-04', '2')).json.frequent).toMatchObject({
    window: 'day',
    visits: 2,
    most: 1,
  })
  expect((await add(at, 'T01', '2026-05-10', '3')).json.frequent).toMatchObject({
    window: 'week',
    from: '2026-05-04',
    to: '2026-05-10',
    visits: 3,
    most: 2,
  })
  const month = await add(at, 'T01', '2026-05-20', '4')
  expect(month.json.frequent).toMatchObject({ window: 'month', visits: 4, most: 3 })
  await at.done('rules', 'set', 'refused-doubts', '检查过频')
  const refused = await at.ssj(
    'visit',
    'add',
    '--target',
    'T01',
    '--department',
    '甲局',
    '--cause',
    '投诉举报',
    '--reference',
    '5',
  )
  expect(refused.code).toBe(2)
  expect(refused.err).toContain(
    '不能登记检查：示例店T01（T01）当日（2026-05-20）检查 2 次，上限 1 次（规则 visits-per-day）',
  )
  expect(refused.err).toContain('refused-doubts')
  await at.done('rules', 'set', 'visits-per-day', '不限')
  await at.done('rules', 'set', 'visits-per-week', '不限')
  await at.done('rules', 'set', 'visits-per-month', '9')
  expect((await add(at, 'T01', '2026-05-20', '5')).json.frequent).toBeNull()
})

it('freeze, run and merge tell whom a visit now would be one too many for', async () => {
  const at = here()
  const [first] = (await standing(at)).drawn
  await add(at, first!, '2026-05-20', '1')
  const task = ['--lead', 'JIA', '--count', '4', '--from', '2026-05-01', '--to', '2026-06-30', '--id', 'B']
  const frozen = await at.done('draw', 'freeze', ...task)
  expect(frozen.frequent).toEqual([
    { target: first, window: 'day', from: '2026-05-20', to: '2026-05-20', visits: 1, most: 1 },
  ])
  const other = here()
  await add(other, first!, '2026-05-20', '1')
  const ran = await other.ssj('draw', 'run', ...task, '--seed', 'y', '--lang', 'en')
  expect(ran.out).toContain(`(${first}): 1 visit that day (2026-05-20), limit 1 (rule visits-per-day)`)
  const later = ['--lead', 'JIA', '--count', '4', '--from', '2026-08-01', '--to', '2026-08-31', '--id', 'C']
  expect((await other.done('draw', 'run', ...later, '--seed', 'y')).frequent).toEqual([])
  const { frequent } = await other.done('draw', 'merge')
  expect(frequent.map(({ target }: { target: string }) => target)).toContain(first)
})

it('results that come in tell both, a joint visit being one; and are refused where the office says so', async () => {
  const at = here()
  const { drawn } = await standing(at)
  await add(at, drawn[0]!, '2026-05-06', '1')
  const rows = drawn.map(target => ({
    任务编号: 'A',
    对象编号: target,
    检查部门: '甲局',
    检查日期: '2026-05-06',
    检查结果: '1',
  }))
  const file = at.file('r.csv', csvFrom(rows))
  const { files } = await at.done('import', 'results', file, '--dry-run')
  const doubts = new Map(files[0].doubts.map((one: { code: string }) => [one.code, one]))
  expect(doubts.get('frequent-visit')).toMatchObject({
    count: 1,
    examples: [{ row: 2, value: '2026-05-06' }],
  })
  expect(doubts.get('empty-visits')).toMatchObject({ count: 1, examples: [{ row: 4 }] })
  await at.done('rules', 'set', 'refused-doubts', '检查过频;多次空查')
  const refused = await at.ssj('--json', 'import', 'results', file)
  expect(refused.json.files[0].issues).toMatchObject([{ row: 2, code: 'doubtful-value' }])
  const found = rows.map((row, i) => (i === 2 ? { ...row, 检查结果: 'E', 发现问题: '标价不全' } : row))
  await at.done('rules', 'set', 'visits-per-day', '2')
  await at.done('import', 'results', at.file('f.csv', csvFrom(found)))
})
