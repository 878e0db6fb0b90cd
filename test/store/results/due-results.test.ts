import { expect, it } from 'vitest'
import { library } from '../../../src/core/registry/libraries/library.ts'
import {
  cellCount,
  columnOf,
  ID,
  type RecordCells,
} from '../../../src/core/registry/libraries/record-cells.ts'
import type { DueResult } from '../../../src/core/results/due.ts'
import { drawNumbered } from '../../../src/store/draws/draws.ts'
import { inEntry } from '../../../src/store/entry.ts'
import { openStore } from '../../../src/store/open.ts'
import { writeRecord } from '../../../src/store/registry/registry.ts'
import { dueResults } from '../../../src/store/results/due-results.ts'
import { allResults } from '../../../src/store/results/results.ts'
import { inspectors, miniature, targets } from '../../helpers/miniature.ts'
import type { Office } from '../../helpers/ssj.ts'

const RESULTS = library('results')
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

it('a row of version 0.1.0, which names a task alone, is of the draw in which its target stands, for all items of its department', async () => {
  const here = await drawn()
  const target = read(here).flatMap(one => (one.kind === 'due' ? [one.due.target] : []))[0]!
  const row: RecordCells = Array(cellCount(RESULTS)).fill('')
  const said = { task: 'A', target, department: 'JIA', inspected: '2026-02-10', outcome: 'A' }
  for (const [field, value] of Object.entries(said)) row[columnOf(RESULTS, field as never)] = value
  const store = openStore({ written: here.db, full: here.db }, 0)
  await inEntry(store, { at: '2026-02-20T04:05:06Z', actor: '旧版' }, 'import results', writer => {
    writeRecord(writer, RESULTS, row.with(ID, `A/${target}/JIA`))
    return { subject: {}, result: null }
  })
  const found = [...dueResults(store, drawNumbered(store, '1', '2026')!)].flatMap(one =>
    one.kind === 'due' && one.result ? [one] : [],
  )
  expect(found.map(({ due }) => due.item)).toEqual(['S1', 'S2'])
  expect(found[0]!.result).toMatchObject({ occasion: '2026-0001', target, item: '', outcomes: ['A'] })
  expect([...allResults(store)]).toHaveLength(1)
  store.close()
})
