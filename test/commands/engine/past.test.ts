/** @module-tag campaign */
import { beforeAll, expect, test } from 'vitest'
import { inspectors, miniature, targets } from '../../helpers/miniature.ts'
import { engineWords, expectSameFolder, fillRegistry, onEngine, targetRows } from '../../helpers/on-engine.ts'
import type { Office } from '../../helpers/ssj.ts'

/** What was before bears on a frame that lies in an engine as it does on one here. */

let base: Office
let rows: string[][]
beforeAll(async () => {
  base = await miniature({
    targets: [
      ...targets(12, { 成立日期: '2020-01-01', 信用风险等级: 'B', 管辖所: '城关所' }),
      ...targets(8, { 成立日期: '2020-01-01', 信用风险等级: 'A', 监管部门: 'JIA;YI', 管辖所: '西所' }, 13),
      ...targets(6, { 成立日期: '2026-02-10', 信用风险等级: 'B', 监管部门: 'JIA;YI', 管辖所: '孤所' }, 21),
      ...targets(3, { 登记状态: '注销', 信用风险等级: 'C' }, 27),
      ...targets(3, { 监管部门: '', 信用风险等级: '' }, 30),
    ],
    inspectors: [
      ...inspectors(4, { 科室或监管所: '东所' }),
      ...inspectors(4, { 所属部门: 'YI', 科室或监管所: '孤所' }, 5),
    ],
    items: [
      { 事项编码: 'X1', 抽查事项: '示例一', 事项类别: '重点', 检查依据: '《示例法》' },
      {
        事项编码: 'X2',
        抽查事项: '示例二',
        事项类别: '一般',
        检查依据: '《示例法》',
        抽查比例: '40%',
        抽查频次: '1次/年',
      },
    ],
    recusals: inspectors(4).map(({ 人员编号 }) => ({ 人员编号: 人员编号!, 对象编号: 'T03', 原因: '其他' })),
  })
  await base.done('rules', 'set', 'usual-sources', '骰子/30', '--reason', '各任务通用')
  rows = targetRows(base)
})

const SPAN = ['--from', '2026-03-01', '--to', '2026-03-31', '--reserve', '2']
type Task = readonly string[]
/** Tasks that are drawn one after the other; each looks back upon those before. */
const YEARS: readonly (readonly [
  name: string,
  rules: readonly (readonly [string, string])[],
  tasks: readonly Task[],
])[] = [
  [
    'windows',
    [],
    [
      ['--count', '3'],
      ['--rate', '30%', '--exclude-drawn', '本年'],
      ['--count', '9', '--exclude-drawn', '本年同部门', '--with', 'YI', '--by', '信用风险等级'],
    ],
  ],
  [
    'caps',
    [
      ['cap-total', '1'],
      ['cap-department', '1'],
    ],
    [
      ['--count', '4'],
      ['--count', '4', '--with', 'YI'],
      ['--rate', '50%', '--with', 'YI', '--joint', '全部'],
    ],
  ],
  [
    'grace and exemption',
    [
      ['grace-days', '90'],
      ['exempt-where', '信用风险等级=A'],
    ],
    [
      ['--rate', '20%', '--by', '信用风险等级'],
      ['--count', '3', '--with', 'YI', '--joint', '同往'],
    ],
  ],
  [
    'same items',
    [],
    [
      ['--count', '4', '--items', 'X2'],
      ['--count', '3', '--items', 'X2', '--exclude-drawn', '本年同事项'],
      ['--count', '5', '--rotate', '是'],
    ],
  ],
  [
    'who may not go',
    [],
    [
      ['--count', '6', '--with', 'YI', '--avoid-station', '是', '--team', 'JIA:2;YI:2'],
      ['--count', '4', '--rotate', '是', '--with', 'YI'],
    ],
  ],
]

test.each(YEARS)('%s', { timeout: 120_000 }, async (name, rules, tasks) => {
  const [here, there] = [base.copy(), base.copy()]
  const url = `duckdb:${there.path('registry.duckdb')}`
  await onEngine(url, session => fillRegistry(session, rows))
  for (const office of [here, there]) {
    await office.done(...engineWords('e', url))
    for (const [rule, value] of rules) await office.done('rules', 'set', rule, value, '--reason', '试')
    await office.ssj(
      'visit',
      'add',
      '--target',
      'T05',
      '--department',
      'JIA',
      '--cause',
      '投诉举报',
      '--reference',
      '1',
      '--actor',
      '甲',
    )
  }
  for (const [i, task] of tasks.entries()) {
    const asked = ['--lead', 'JIA', '--name', `${name}${i}`, '--id', `A${i}`, ...SPAN, ...task]
    const [one, other] = [
      await here.ssj('draw', 'freeze', ...asked, '--json'),
      await there.ssj('draw', 'freeze', ...asked, '--engine', 'e', '--json'),
    ]
    expect(other.json.error, name).toEqual(one.json.error)
    if (one.code !== 0) continue
    const { entry: _, ledger: _l, unstaffable: _u, ...shown } = one.json
    expect(other.json).toMatchObject(shown)
    // The last but one waits while the last is frozen.
    if (i === tasks.length - 2) continue
    const ran = await here.ssj('draw', 'run', `A${i}`, '--seed', 'x', '--json')
    const same = await there.ssj('draw', 'run', `A${i}`, '--seed', 'x', '--json')
    expect(same.json.error).toEqual(ran.json.error)
    if (ran.code !== 0) continue
    for (const office of [here, there])
      await office.done('export', ran.json.draw, '--to', office.path(`a${i}`), '--profile', 'archive')
    await expectSameFolder(`a${i}`, there, here)
    expect(await there.done('draw', 'replay', ran.json.draw)).toMatchObject({ same: true })
  }
})
