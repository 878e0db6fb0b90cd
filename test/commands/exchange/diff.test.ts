import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { officeOfResults } from '../../helpers/exchange.ts'
import { atTime } from '../../helpers/results.ts'
import type { Office } from '../../helpers/ssj.ts'

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
  const page = readFileSync(here.path('r.html'), 'utf8')
  expect(page).toContain('的差异报告')
  expect(page).toContain('我方 6 条，对方 5 条，1 条一致')
  expect(page).toContain('只有我方有 3，只有对方有 1，内容不同 1，编号重复 1；没有改动任何数据')
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

describe('results on their way, beside what the platform shows', () => {
  const BY = ['--approver', '科长']
  let made: Office
  let keys: string[]
  /** Two of six results are public; the platform shows what was sent of these. */
  beforeAll(async () => {
    made = await officeOfResults()
    keys = (await made.done('results', 'list')).results.map(({ id }: { id: string }) => id)
    await made.done('results', 'review', keys[0]!, keys[1]!, keys[2]!, ...BY)
    await made.done('results', 'publish', keys[0]!, keys[1]!)
    await made.done('exchange', 'out', 'gsxt-results', '--state', 'published', '--to', 'public.csv')
  })
  const diff = async (here: Office, ...more: string[]) => {
    const ran = await here.ssj('--json', 'exchange', 'diff', 'gsxt-results', made.path('public.csv'), ...more)
    const { ours, theirs, same, different } = ran.json
    return {
      code: ran.code,
      ours,
      theirs,
      same,
      different,
      only: [ran.json['only-ours'], ran.json['only-theirs']],
    }
  }

  it('agrees by state, draw, department and key', async () => {
    const agreed = { code: 0, ours: 2, theirs: 2, same: 2, different: 0, only: [0, 0] }
    for (const more of [[], ['1'], ['2026-0001', '--department', '甲局'], [keys[0]!, keys[1]!]])
      expect([more, await diff(made, ...more, '--state', 'published')]).toEqual([more, agreed])
    expect(await diff(made)).toEqual({ ...agreed, code: 1, ours: 6, only: [4, 0] })
    expect(await diff(made, keys[0]!)).toEqual({ ...agreed, code: 1, ours: 1, same: 1, only: [0, 1] })
  })

  it('tells what the platform lacks, what it shows and we do not, and a correction it has not taken over', async () => {
    const here = made.copy()
    await here.done('results', 'publish', keys[2]!)
    expect(await diff(here, '--state', 'published')).toMatchObject({
      code: 1,
      ours: 3,
      same: 2,
      only: [1, 0],
    })
    const to = ['--set', '检查结果=1', '--set', '发现问题=', '--reason', '复核', ...BY]
    const one = (await here.done('results', 'list')).results.find(
      ({ id, outcomes }: { id: string; outcomes: string[] }) =>
        keys.slice(0, 2).includes(id) && outcomes[0] === 'E',
    )
    const corrected = one?.id ?? keys[0]!
    await here.done('results', 'correct', corrected, ...(one === undefined ? to.with(1, '检查结果=E') : to))
    expect(await diff(here, '--state', 'published')).toMatchObject({ code: 1, same: 1, different: 1 })
    const down = atTime(here, '2031-06-01T02:00:00Z')
    await down.done('results', 'takedown')
    expect(await diff(down, '--state', 'published')).toMatchObject({ code: 1, ours: 0, only: [0, 2] })
  })

  it('knows what was found in a draw that is void by now, and leaves out what was returned', async () => {
    const here = made.copy()
    const by = ['--reason', '有误', '--approver', '局领导']
    await here.done('draw', 'void', '1', ...by, '--despite-results')
    expect(await diff(here, '--state', 'published')).toMatchObject({ code: 0, same: 2 })
    await here.done('results', 'return', keys[2]!, '--reason', '退回补正')
    expect(await diff(here)).toMatchObject({ ours: 5, only: [3, 0] })
    const out = await here.ssj('exchange', 'diff', 'gsxt-results', made.path('public.csv'), '--where', 'x=1')
    expect(out.code).toBe(2)
  })
})
