import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sha256Hex } from '../../../src/core/hash.ts'
import { inspectors, miniature, targets } from '../../helpers/miniature.ts'
import type { Office } from '../../helpers/ssj.ts'

const FIRM = '91141102058871239H'
const PRODUCTS = Array.from({ length: 5 }, (_, i) => `CP-${i + 1}`)
const TASK = [
  '--lead',
  'JIA',
  '--name',
  '甲',
  '--id',
  'P01',
  '--from',
  '2026-03-01',
  '--to',
  '2026-04-30',
] as const

/** A firm, its five products, and six firms beside. */
const made = () =>
  miniature({
    targets: [
      ...targets(6),
      { 统一社会信用代码: FIRM, 名称: '示例车业公司', 监管部门: 'JIA;YI' },
      ...PRODUCTS.map(对象编号 => ({
        ...{ 对象编号, 对象类型: '产品', 名称: `示例车 ${对象编号}`, 监管部门: 'JIA;YI', 责任单位: FIRM },
      })),
    ],
    inspectors: [...inspectors(4), ...inspectors(4, { 所属部门: 'YI' }, 5)],
    items: [
      { 事项编码: 'I1', 抽查事项: '质量抽查', 事项类别: '一般检查事项', 抽查频次: '2次/年', 检查依据: '法' },
    ],
  })

/** In the order that the frozen terms state: nobody chooses who stays. */
const inOrder = (ids: readonly string[]) =>
  [...ids].sort((a, b) => (sha256Hex(`2026/P01:${a}`) < sha256Hex(`2026/P01:${b}`) ? -1 : 1))
const OWN = inOrder([FIRM, ...PRODUCTS])

async function excludedBy(here: Office, ...options: readonly string[]): Promise<string[]> {
  await here.done('draw', 'run', ...TASK, '--rate', '全部', '--seed', 'x', ...options)
  const folder = here.path('archive')
  await here.done('export', '1', '--to', folder, '--profile', 'archive')
  expect((await here.ssj('verify', folder)).code).toBe(0)
  await here.done('draw', 'replay', '1')
  return readFileSync(join(folder, 'data/exclusions.csv'), 'utf8').split('\n').slice(1, -1)
}

describe('a draw takes of one firm no more than its limits allow', () => {
  it.each([
    ['cap-total', ['cap-total', '2'], [], 'firm-cap-total:2', 2],
    ['cap-department', ['cap-department', '3'], [], 'firm-cap-department:JIA', 3],
    ['the frequency of an item', ['rules', ''], ['--items', 'I1'], 'firm-frequency:I1', 2],
  ])('%s', async (_, [rule, value], options, reason, stay) => {
    const here = await made()
    if (value !== '') await here.done('rules', 'set', rule!, value!)
    const expected = OWN.slice(stay).map(target => `${target},${reason}`)
    expect(await excludedBy(here, ...options)).toEqual(expected.sort())
  })

  it('what was drawn and visited before counts', async () => {
    const here = await made()
    await here.done('rules', 'set', 'cap-total', '3')
    const visit = ['--department', 'JIA', '--date', '2026-01-05', '--cause', '复查', '--reference', '线索']
    await here.done('visit', 'add', '--target', 'CP-2', ...visit)
    expect(await excludedBy(here)).toHaveLength(4)
  })

  it('a department leaves what is beyond its own cap to the others', async () => {
    const here = await made()
    await here.done('rules', 'set', 'cap-department', '2')
    const visit = ['--department', 'JIA', '--date', '2026-01-05', '--cause', '复查', '--reference', '线索']
    await here.done('visit', 'add', '--target', FIRM, ...visit)
    await here.done('draw', 'run', ...TASK, '--rate', '全部', '--seed', 'x', '--with', 'YI')
    const { selection } = await here.done('draw', 'show', '1')
    const seats = (department: string) =>
      selection.filter(
        ({ target, team }: { target: string; team: { department: string }[] }) =>
          OWN.includes(target) && team.some(one => one.department === department),
      ).length
    expect([seats('JIA'), seats('YI')]).toEqual([1, 2])
  })

  it('nobody leaves where the draw takes too few to pass a limit', async () => {
    const here = await made()
    await here.done('rules', 'set', 'cap-total', '2')
    const { waterfall } = await here.done('draw', 'freeze', ...TASK, '--count', '2')
    expect(waterfall).toMatchObject({ excluded: {}, frame: 12 })
  })

  it('by rule: they stay, and draw run tells what is above', async () => {
    const here = await made()
    await here.done('rules', 'set', 'cap-total', '2')
    await here.done('rules', 'set', 'firm-in-draw', '保留')
    const run = await here.done('draw', 'run', ...TASK, '--rate', '全部', '--seed', 'x')
    expect([run.drawn, run.above.targets.length > 0]).toEqual([12, true])
  })

  it('the freeze and the commitment say so', async () => {
    const here = await made()
    await here.done('rules', 'set', 'cap-total', '2')
    const frozen = await here.ssj('draw', 'freeze', ...TASK, '--rate', '全部', '--to', here.path('a'))
    expect(frozen.out).toContain('责任单位的其他对象同在本次抽取，合计将超年度检查上限（各部门合计）')
  })
})

it.each([
  ['zh', '责任单位写的是这个对象自己的编号'],
  ['en', 'this is the number of the target itself'],
])('a product that names itself as its firm is refused: %s', async (lang, told) => {
  const here = await made()
  const file = here.file('p.csv', '对象编号,对象类型,名称,责任单位\nCP-9,产品,示例车,CP-9\n')
  const ran = await here.ssj('import', 'targets', file, '--lang', lang)
  expect([ran.code, ran.err]).toEqual([1, expect.stringContaining(told)])
  expect(ran.err).toMatch(/D/)
  const added = ['--set', '对象编号=CP-1', '--set', '责任单位=CP-1', '--lang', lang] as const
  expect((await here.ssj('add', 'targets', ...added)).err).toContain(told)
})
