import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { officeOfResults } from '../../helpers/exchange.ts'

it('sets ours beside theirs: only ours, only theirs, different by field, repeated; and changes nothing', async () => {
  const here = await officeOfResults()
  await here.done('exchange', 'out', 'gsxt-results', '--to', 'g.csv')
  const [head, ...rows] = readFileSync(here.path('g.csv'), 'utf8').trimEnd().split('\r\n')
  const theirs = [
    head,
    rows[0]!.replace('2026-03-12', '2026/3/12').replace('未发现问题', '注销'),
    rows[1],
    rows[2],
    rows[2],
    rows[3]!.replace('141102202602031000', '141102202602039999'),
    '合计,,,,,,,,,,,,',
  ]
  const file = here.file('theirs.csv', theirs.join('\r\n'))
  const before = (await here.done('log')).entries.length
  const ran = await here.ssj('--json', 'exchange', 'diff', 'gsxt-results', file)
  expect(ran.code).toBe(1)
  expect(ran.json).toMatchObject({
    ours: 6,
    theirs: 5,
    same: 1,
    'only-ours': 3,
    'only-theirs': 1,
    different: 1,
    repeated: 1,
  })
  const different = ran.json.differences.find((one: { kind: string }) => one.kind === 'different')
  expect(different.fields).toEqual([{ heading: '检查结果', ours: '未发现问题', theirs: '注销' }])
  expect(different.theirs.at).toBe('2')
  expect(different.todo).toContain('ssj exchange out gsxt-results')
  const text = await here.ssj('exchange', 'diff', 'gsxt-results', file, '--lang', 'en')
  expect(text.out).toContain('ours 6, theirs 5, the same 1')
  expect(text.out).toContain('检查结果, ours “未发现问题”, theirs “注销” (row 2)')
  await here.ssj('exchange', 'diff', 'gsxt-results', file, '--to', 'r.csv')
  await here.ssj('exchange', 'diff', 'gsxt-results', file, '--to', 'r.html')
  expect(readFileSync(here.path('r.csv'), 'utf8')).toContain(
    '情况,编号,字段,我方,对方,我方位置,对方位置,处理\r\n',
  )
  expect(readFileSync(here.path('r.csv'), 'utf8')).toMatch(/\r\n编号重复,.*对方有几条同一编号/)
  expect(readFileSync(here.path('r.html'), 'utf8')).toContain('的差异报告')
  expect((await here.done('log')).entries).toHaveLength(before)
})

it('refuses a file that is none of the layout’s', async () => {
  const here = await officeOfResults()
  const file = here.file('x.csv', 'a,b\n1,2\n')
  const ran = await here.ssj('exchange', 'diff', 'gsxt-results', file)
  expect(ran.code).toBe(2)
  expect(ran.err).toContain('里没有找到对接格式“gsxt-results”的表头')
  const taken = await here.ssj('exchange', 'in', 'gsxt-results', file)
  expect(taken.code).toBe(1)
  expect(taken.err).toContain('抽查任务编号')
})
