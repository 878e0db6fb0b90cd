import { beforeAll, expect, test } from 'vitest'
import { inspectors, miniature, targets } from '../../helpers/miniature.ts'
import { contentOf, type Office } from '../../helpers/ssj.ts'

const item = (code: string, kind: string, rate: string, often: string) => ({
  ...{ 事项编码: code, 抽查事项: `示例${code}`, 事项类别: kind, 检查依据: '《示例法》' },
  ...{ 抽查比例: rate, 抽查频次: often },
})

/** Twenty targets; G1 may reach 25 % of them, once a year each; Z1 is a 重点 item with the same words. */
let base: Office
beforeAll(async () => {
  base = await miniature({
    targets: targets(20),
    inspectors: inspectors(4),
    items: [
      item('G1', '一般', '25%', '1次/年'),
      item('G2', '一般', '≥3%', '1次/年'),
      item('G3', '一般', '100%', '2次/年'),
      item('Z1', '重点', '25%', '1次/年'),
      { ...item('Z2', '重点', '25%', '1次/年'), 有效: '否' },
    ],
  })
})

const SPAN = ['--from', '2026-03-01', '--to', '2026-03-31']
const run = (here: Office, items: string, count: string, ...options: string[]) =>
  here.ssj(
    'draw',
    'run',
    '--lead',
    'JIA',
    '--items',
    items,
    '--count',
    count,
    ...SPAN,
    '--seed',
    '1',
    ...options,
  )

test('an 一般 item: freeze refuses to pass its rate and says by how much, counting the draws of the year', async () => {
  const here = base.copy()
  expect((await run(here, 'G1', '3')).code).toBe(0)
  const before = contentOf(here.db)
  const zh = await run(here, 'G1', '3', '--id', 'N')
  expect([zh.code, zh.err]).toEqual([
    2,
    'ssj: 任务“N”不能冻结：一般事项 G1（示例G1）的抽查比例上限为“25%”，20 户至多抽 5 户；本年已抽 3 户，本次至多再抽 3 户，超出 1 户\n' +
      'ssj: 提示：把本次抽取数降到 2 户以内，或修订抽查事项清单\n',
  ])
  const en = await run(here, 'G1', '3', '--id', 'N', '--lang', 'en')
  expect(en.err).toContain(
    'at most 5 of 20 targets; 3 were drawn this year and this draw may add 3, which is 1 too many',
  )
  expect(contentOf(here.db)).toBe(before)
  expect((await run(here, 'G1', '2', '--id', 'N')).code).toBe(0)
  expect((await run(here, 'G1', '1', '--id', 'M')).code).toBe(2)
  const next = [
    '--items',
    'G1',
    '--count',
    '5',
    '--from',
    '2027-03-01',
    '--to',
    '2027-03-31',
    '--reason',
    '提前',
  ]
  expect((await here.ssj('draw', 'run', '--lead', 'JIA', ...next, '--seed', '1')).code).toBe(0)
})

test('an 一般 item: a void draw is not counted, nor is another item', async () => {
  const here = base.copy()
  await run(here, 'G1', '5')
  await here.done('draw', 'void', '1', '--reason', '有误', '--approver', '局领导')
  await run(here, 'Z1', '9', '--id', 'Z')
  expect((await run(here, 'G1', '5', '--id', 'N')).code).toBe(0)
})

test('a 重点 item has no limit, and a 专项 task has its own rate', async () => {
  const here = base.copy()
  expect((await run(here, 'Z1', '20')).code).toBe(0)
  expect((await run(here, 'Z1', '20', '--id', 'N')).code).toBe(0)
  expect((await run(here, 'G1', '20', '--id', 'S', '--kind', '专项', '--cause', '投诉举报')).code).toBe(0)
  await here.done('rules', 'set', 'item-limit-kinds', '定向;不定向;专项')
  expect((await run(here, 'G1', '20', '--id', 'T', '--kind', '专项', '--cause', '投诉举报')).code).toBe(2)
})

test('an 一般 item: targets reached as often as it may are left out, or refused where the rule says so', async () => {
  const here = base.copy()
  for (const [i, id] of ['A', 'B'].entries()) {
    const ran = await run(here, 'G3', '20', '--id', id)
    expect([i, ran.code]).toEqual([i, 0])
  }
  const zh = await run(here, 'G3', '1', '--id', 'C')
  expect([zh.code, zh.err]).toEqual([2, expect.stringContaining('抽样框是空的')])
  await here.done('rules', 'set', 'item-frequency', '拒绝')
  expect((await run(here, 'G3', '1', '--id', 'C')).err).toContain(
    '抽查频次上限为“2次/年”，抽样框中有 20 户本年已抽 2 次',
  )
  expect((await run(here, 'G3', '1', '--id', 'C', '--lang', 'en')).err).toContain(
    'may be inspected “2次/年”, and 20 targets in the frame have already been drawn 2 times this year',
  )
  const some = base.copy()
  await run(some, 'G1', '3')
  const { waterfall } = await some.done(
    'draw',
    'freeze',
    '--lead',
    'JIA',
    '--items',
    'G1',
    '--count',
    '1',
    ...SPAN,
  )
  expect(waterfall).toMatchObject({ excluded: { frequency: 3 }, frame: 17 })
})

test('an 一般 item without an upper limit is told, and refused where the rule says so', async () => {
  const here = base.copy()
  const told = await run(here.copy(), 'G2', '1')
  expect(told.out).toContain('一般事项 G2（示例G2）没有写明抽查比例的上限，未作比对')
  expect((await run(here.copy(), 'G2', '1', '--lang', 'en')).out).toContain(
    'no upper limit of rate, so nothing was compared',
  )
  await here.done('rules', 'set', 'item-limit-missing', '拒绝')
  expect((await run(here, 'G2', '1')).err).toContain('没有写明抽查比例的上限')
  expect((await run(here, 'G2', '1', '--lang', 'en')).err).toContain('states no upper limit of rate')
  expect((await run(here, 'G1', '1')).code).toBe(0)
})

test('an item that is not in force, or no longer in the list, is not inspected', async () => {
  const here = base.copy()
  expect((await run(here, 'Z2', '1')).err).toContain('抽查事项“示例Z2（Z2）”已标为无效')
  expect((await run(here, 'Z2', '1', '--lang', 'en')).err).toContain('is marked invalid')
  const plan =
    '任务编号,任务名称,抽查数量,发起部门,抽查事项,起止时间\nP1,示例任务,1,JIA,Z1,2026-03-01~2026-03-31\n'
  await here.done('import', 'plan', here.file('plan.csv', plan))
  await here.done('retire', 'items', 'Z1', '--reason', '取消')
  expect((await here.ssj('draw', 'freeze', 'P1')).err).toContain('抽查事项“示例Z1（Z1）”不在抽查事项清单中')
  expect((await here.ssj('draw', 'freeze', 'P1', '--lang', 'en')).err).toContain(
    'is not in the list of items',
  )
})

test('a draw keeps the version of the item that it used', async () => {
  const here = base.copy()
  await run(here, 'Z1', '1')
  await here.done('add', 'items', '--set', '事项编码=Z1', '--set', '抽查事项=改名')
  await run(here, 'Z1', '1', '--id', 'N')
  const items = async (draw: string) => (await here.done('draw', 'show', draw)).items
  expect(await items('1')).toEqual([{ code: 'Z1', name: '示例Z1', since: 3 }])
  expect(await items('2')).toEqual([{ code: 'Z1', name: '改名', since: 7 }])
  expect((await here.ssj('draw', 'show', '1')).out).toContain('事项 Z1 示例Z1（台账第 3 条的版本）')
  expect(await here.done('draw', 'replay', '1')).toMatchObject({ same: true })
})
