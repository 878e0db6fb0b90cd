/** @module-tag campaign */
import { expect, test } from 'vitest'
import { ANSWERED } from '../../helpers/answered.ts'
import { inspectors, miniature, targets } from '../../helpers/miniature.ts'
import { engineWords, expectSameFolder, fillRegistry, onEngine, targetRows } from '../../helpers/on-engine.ts'

/** Products, projects and behaviours count for the firms that answer for them (责任单位), wherever the registry lies. */

const ITEMS = [
  { 事项编码: 'X1', 抽查事项: '示例一', 事项类别: '一般', 抽查频次: '2次/年', 检查依据: '《示例法》' },
]
const SPAN = ['--from', '2026-03-01', '--to', '2026-03-31']
const EXTRAS = ['责任单位']

test.each([
  [
    'caps',
    [['cap-total', '3']],
    [
      ['--count', '4'],
      ['--count', '6', '--by', '信用风险等级'],
      ['--count', '3'],
    ],
  ],
  [
    'caps of departments',
    [['cap-department', '2']],
    [
      ['--count', '5', '--with', 'YI'],
      ['--count', '4', '--with', 'YI'],
      ['--count', '2'],
    ],
  ],
  [
    'frequencies',
    [],
    [
      ['--count', '3', '--items', 'X1'],
      ['--count', '6', '--items', 'X1'],
      ['--count', '2'],
    ],
  ],
  [
    'in one draw',
    [['cap-total', '1']],
    [
      ['--count', '5'],
      ['--count', '2'],
    ],
  ],
  [
    'each for itself',
    [
      ['cap-total', '1'],
      ['responsible-firm', '否'],
    ],
    [
      ['--count', '5'],
      ['--count', '5'],
    ],
  ],
] as const)('%s', async (name, rules, tasks) => {
  const [here, there] = [
    await miniature({
      targets: ANSWERED,
      inspectors: [...inspectors(4), ...inspectors(4, { 所属部门: 'YI' }, 5)],
      items: ITEMS,
    }),
    // As many targets as papers tell of, and none of those who are drawn.
    await miniature({
      targets: targets(ANSWERED.length),
      inspectors: [...inspectors(4), ...inspectors(4, { 所属部门: 'YI' }, 5)],
      items: ITEMS,
    }),
  ]
  const url = `duckdb:${there.path('registry.duckdb')}`
  const rows = targetRows(here, EXTRAS)
  await onEngine(url, session => fillRegistry(session, rows, EXTRAS))
  for (const office of [here, there]) {
    await office.done(...engineWords('e', url, EXTRAS))
    await office.done('rules', 'set', 'usual-sources', '骰子/30', '--reason', '各任务通用')
    for (const [rule, value] of rules) await office.done('rules', 'set', rule, value, '--reason', '试')
  }
  let drawn = 0
  for (const [i, task] of tasks.entries()) {
    const asked = ['--lead', 'JIA', '--name', `${name}${i}`, '--id', `A${i}`, ...SPAN, ...task]
    const one = await here.ssj('draw', 'freeze', ...asked, '--json')
    const other = await there.ssj('draw', 'freeze', ...asked, '--engine', 'e', '--json')
    expect(other.json.error).toEqual(one.json.error)
    if (one.code !== 0) continue
    expect([other.json.digest, other.json.waterfall]).toEqual([one.json.digest, one.json.waterfall])
    // The last but one waits while the last is frozen.
    if (i === tasks.length - 2 && i > 0) continue
    const { draw } = await here.done('draw', 'run', `A${i}`, '--seed', 'x')
    await there.done('draw', 'run', `A${i}`, '--seed', 'x')
    drawn++
    for (const office of [here, there])
      await office.done('export', draw, '--to', office.path(`a${i}`), '--profile', 'archive')
    await expectSameFolder(`a${i}`, there, here)
    expect(await there.done('draw', 'replay', draw)).toMatchObject({ same: true })
  }
  expect(drawn).toBeGreaterThan(0)
})

test('a column by any heading of 责任单位 is that field', async () => {
  const office = await miniature({ targets: [], inspectors: inspectors(2) })
  const added = await office.done(
    ...[
      'engine',
      'add',
      'e',
      'duckdb:r',
      '--registry',
      'r',
      '--column',
      '对象编号=code',
      '--column',
      '生产企业=maker',
    ],
  )
  expect(added.engine.columns).toEqual({ code: 'code', 责任单位: 'maker' })
})
