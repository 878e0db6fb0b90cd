import { expect, it } from 'vitest'
import type { DueResult } from '../../../src/core/results/due.ts'
import { drawNumbered } from '../../../src/store/draws/draws.ts'
import { openStore } from '../../../src/store/open.ts'
import { dueResults } from '../../../src/store/results/due-results.ts'
import { allResults } from '../../../src/store/results/results.ts'
import { inspectors, miniature, targets } from '../../helpers/miniature.ts'
import type { Office } from '../../helpers/ssj.ts'

const ITEMS = [
  { 事项编码: 'S1', 抽查事项: '食品安全', 检查主体: '甲局' },
  { 事项编码: 'S2', 抽查事项: '明码标价', 检查主体: '甲局' },
  { 事项编码: 'S3', 抽查事项: '公共场所卫生', 检查主体: '乙局' },
]

/** A joint draw of two targets, with two items of 甲局 and one of 乙局. */
async function drawn(): Promise<Office> {
  const here = await miniature({
    items: ITEMS,
    targets: targets(4, { 监管部门: 'JIA;YI' }),
    inspectors: [...inspectors(4), ...inspectors(4, { 所属部门: 'YI' }, 5)],
  })
  const task = [
    '--lead',
    'JIA',
    '--with',
    'YI',
    '--items',
    'S1;S2;S3',
    '--count',
    '2',
    '--id',
    'A',
    '--seed',
    'x',
  ]
  await here.done('draw', 'run', ...task)
  return here
}

function read(here: Office): DueResult[] {
  const store = openStore({ written: here.db, full: here.db }, 0)
  try {
    return [...dueResults(store, drawNumbered(store, '1', '2026')!)]
  } finally {
    store.close()
  }
}

it('a draw asks for a result for each target, department and item, with the team', async () => {
  const here = await drawn()
  const due = read(here).flatMap(one => (one.kind === 'due' ? [one.due] : []))
  const first = due[0]!.target
  expect(due.map(({ target, department, item }) => `${target === first} ${department} ${item}`)).toEqual([
    ...['true JIA S1', 'true JIA S2', 'true YI S3'],
    ...['false JIA S1', 'false JIA S2', 'false YI S3'],
  ])
  expect(new Set(due.map(({ team }) => team.length))).toEqual(new Set([2]))
  expect(due[0]!.targetName).toBe(`示例店${first}`)
})

it('of a void draw nothing is due', async () => {
  const here = await drawn()
  await here.done('draw', 'void', '1', '--reason', '有误', '--approver', '局领导')
  expect(read(here)).toEqual([])
})

it('a row that names a task alone is of the draw in which its target stands, for all items of its department', async () => {
  const here = await drawn()
  const target = read(here).flatMap(one => (one.kind === 'due' ? [one.due.target] : []))[0]!
  const rows = `任务编号,对象编号,检查部门,检查日期,检查结果,审核状态,公示日期\nA,${target},甲局,2026-02-10,A,已公示,2026-02-20\n`
  await here.done('import', 'results', here.file('results.csv', rows))
  const found = read(here).flatMap(one => (one.kind === 'due' && one.result ? [one] : []))
  expect(found.map(({ due }) => due.item)).toEqual(['S1', 'S2'])
  expect(found[0]!.result).toMatchObject({
    ...{ occasion: '2026-0001', target, item: '', outcomes: ['A'] },
    ...{ state: 'published', published: '2026-02-20', entered: { actor: '测试员' } },
  })
  const store = openStore({ written: here.db, full: here.db }, 0)
  expect([...allResults(store)]).toHaveLength(1)
  store.close()
})
