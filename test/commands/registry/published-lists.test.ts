import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { layoutsOf } from '../../../src/core/publication/lists/layouts.ts'
import { csvFrom, inspectors, miniature, targets } from '../../helpers/miniature.ts'
import { type Office, office } from '../../helpers/ssj.ts'

/** Lists as they are published have no codes, and several things in one cell: each of ours comes back as it is. */

const ITEM = { 抽查类别: '登记监管', 检查对象: '企业', 检查主体: 'JIA', 检查方式: '现场检查' }
const ITEMS = [
  {
    事项编码: 'I1',
    抽查事项: '公示信息',
    抽查内容: '年报、即时信息',
    抽查比例: '≥3%',
    抽查频次: '1次/年',
    ...ITEM,
  },
  {
    事项编码: 'I2',
    抽查事项: '登记事项',
    抽查内容: '住所',
    抽查比例: '根据实际情况确定',
    ...ITEM,
    检查主体: 'YI',
  },
  { 事项编码: 'I4', 抽查事项: '广告', 抽查内容: '广告、商标', 抽查频次: '2次/年', ...ITEM },
  { 事项编码: 'I3', 抽查事项: '登记事项', 抽查内容: '名称、经营范围', 抽查频次: '每学期1次', ...ITEM },
]
const TASK = { 抽查类型: '不定向', 检查对象范围: '企业', 起止时间: '2026-03-01~2026-06-30', 发起部门: 'JIA' }
const PLAN = [
  {
    任务编号: 'P1',
    任务名称: '一季度',
    抽查事项: 'I1',
    抽查比例: '3%',
    频次: '1次/年',
    配合部门: 'YI',
    ...TASK,
  },
  {
    任务编号: 'P2',
    任务名称: '食品',
    抽查事项: 'I1;I4',
    抽查数量: '20',
    ...TASK,
    起止时间: '2026-04-01~2026-04-30',
  },
  { 任务编号: 'P3', 任务名称: '分级', 抽查事项: 'I4', 抽查比例: '5%', 分级比例: 'A=1%;餐饮=3%', ...TASK },
]

let filled: Office
beforeAll(async () => {
  filled = await miniature({ items: ITEMS, plan: PLAN })
})

describe.each(['items', 'plan'] as const)('%s', library => {
  const layouts = layoutsOf(library).map(({ name }) => name)

  test.each(layouts.flatMap(name => ['csv', 'xlsx'].map(format => [name, format])))(
    'in the layout %s as .%s: every record is known again and keeps all that it says',
    async (layout, format) => {
      const here = filled.copy()
      const list = here.path(`list.${format}`)
      await here.done('publish', library, '--layout', layout, '--to', list)
      const before = (await here.done('list', library)).records
      const [file] = (await here.done('import', library, list)).files
      expect(file).toMatchObject({ new: 0, retired: 0, refused: 0 })
      const after = (await here.done('list', library)).records
      // What only the list says (抽查层级) is kept beside.
      expect(after).toMatchObject(before)
    },
  )

  test('into an empty registry: the same list gives the same codes, whatever stood before it', async () => {
    const [here, there] = [filled.copy(), filled.copy()]
    const list = filled.path(`${library}-fresh.csv`)
    await filled.done('publish', library, '--to', list).catch(() => {})
    for (const place of [here, there]) {
      for (const { id } of (await place.done('list', library)).records)
        await place.done('retire', library, id, '--reason', '重来')
    }
    await here.done('import', library, list)
    await there.done('import', library, list)
    const [codes, others] = [await here.done('list', library), await there.done('list', library)].map(
      ({ records }) => records.map(({ code }: { code: string }) => code),
    )
    expect(codes).toEqual(others)
    expect(codes.length).toBe((library === 'items' ? ITEMS : PLAN).length)
    for (const code of codes) expect(code).toMatch(/^(?:SX|JH)-[0-9A-F]{8}$/)
    const again = (
      await here.done('import', library, here.file('again.csv', `${readFileSync(list, 'utf8')}\n`))
    ).files[0]
    expect(again).toMatchObject({ new: 0, changed: 0, unchanged: codes.length })
  })
})

test('an item that was edited is the one of its name; of two of one name nobody can tell', async () => {
  const here = filled.copy()
  const edited = here.file('a.csv', csvFrom([{ 抽查事项: '公示信息', 抽查内容: '年报', 检查主体: '甲局' }]))
  const ran = await here.ssj('import', 'items', edited)
  expect(ran.out).toContain('没有编码，按名称认定 1: 第 2 行“公示信息”读作“I1”')
  expect((await here.done('show', 'items', 'I1')).versions[0].content).toBe('年报')
  const two = here.file('b.csv', csvFrom([{ 抽查事项: '登记事项', 抽查内容: '住所等', 检查主体: '甲局' }]))
  const refused = await here.ssj('import', 'items', two)
  expect([refused.code, refused.err]).toEqual([
    1,
    expect.stringContaining('有 2 条都叫“登记事项”（I2、I3），看不出是哪一条；请加一列编码'),
  ])
  expect((await here.ssj('import', 'items', two, '--lang', 'en')).err).toContain(
    '2 records are called “登记事项”',
  )
})

test('a line of another year is another task', async () => {
  const here = filled.copy()
  const list = (period: string) =>
    here.file(
      'p.csv',
      csvFrom([
        { 任务名称: '一季度', 抽查比例: '5%', 发起部门: '甲局', 抽查事项: '公示信息', 起止时间: period },
      ]),
    )
  await here.done('import', 'plan', list('2027年3月-6月'))
  expect((await here.done('list', 'plan')).count).toBe(4)
  await here.done('import', 'plan', list('2026年3月-7月'))
  expect((await here.done('list', 'plan')).count).toBe(4)
})

test('lists of drawn targets and sheets of visits come in as targets that stand, in each layout', async () => {
  const here = await miniature({ targets: targets(6), inspectors: inspectors(4), items: ITEMS.slice(0, 1) })
  await here.done('draw', 'run', '--lead', 'JIA', '--items', 'I1', '--count', '3', '--seed', 'x')
  for (const layout of ['standard', 'gsxt', 'gsxt-result']) {
    const options = ['--profile', 'archive', '--format', 'csv,xlsx', '--layout', layout, '--officers', 'full']
    await here.done('export', '1', '--to', here.path(layout), ...options)
    for (const name of ['公示名单.csv', '公示名单.xlsx', '检查任务表.csv', '检查任务表.xlsx']) {
      const [file] = (await here.done('import', 'targets', here.path(`${layout}/data/${name}`))).files
      expect([name, file.new, file.refused]).toEqual([name, 0, 0])
    }
  }
  expect((await here.done('list', 'targets')).count).toBe(6)
})

test.each([
  ['departments', '部门编码,级别\nJIA,市级\n', 'JIA', { level: '市级' }],
  ['inspectors', '人员编号,职务\nP1,科长\n', 'P1', { post: '科长' }],
  ['items', '事项编码,有效\nI1,否\n', 'I1', { valid: '否' }],
  ['plan', '任务编号,起止时间\nP1,2026-05-01~2026-05-31\n', 'P1', { period: '2026-05-01~2026-05-31' }],
])(
  '%s: a file of an id and a few fields changes these of the records that stand',
  async (library, content, id, changed) => {
    const here = await miniature({ items: ITEMS, plan: PLAN, inspectors: inspectors(2) })
    const before = (await here.done('show', library, id)).versions[0]
    await here.done('import', library, here.file('few.csv', content))
    expect((await here.done('show', library, id)).versions[0]).toMatchObject({
      ...fieldsOf(before),
      ...changed,
    })
    const stranger = await here.ssj('import', library, here.file('none.csv', content.replace(id, 'X99')))
    expect([stranger.code, stranger.err]).toEqual([1, expect.stringContaining('库中没有这个编号')])
  },
)

test('into an empty registry such a file lacks its headings', async () => {
  const here = office()
  await here.done('init')
  const ran = await here.ssj('import', 'inspectors', here.file('few.csv', '人员编号,职务\nP1,科长\n'))
  expect([ran.code, ran.err]).toEqual([1, expect.stringContaining('缺少表头')])
})

/** The fields of a version, without its place in the ledger. */
function fieldsOf(version: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { since: _, until: __, because: ___, ended: ____, ...fields } = version
  return fields
}
