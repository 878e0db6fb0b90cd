import { expect, test } from 'vitest'
import { csvFrom, miniature, targets } from '../../helpers/miniature.ts'

/** Lists as offices keep them: people without numbers of their own, periods in two columns. */

const PERSON = { 工作单位: '甲局', '所在科室（所）': '城关所', 证件有效期: '2029-12-31' }

test('people without numbers have that of their certificate, else one of their own, and are known again', async () => {
  const here = await miniature({ targets: targets(1) })
  const list = [
    { 序号: '1', 姓名: '王示例', 执法证号: '1402001', ...PERSON },
    { 序号: '2', 姓名: '王示例', 执法证号: '1402002', ...PERSON },
    { 序号: '3', 姓名: '李示例', 执法证号: '', ...PERSON },
  ]
  const ran = await here.ssj('import', 'inspectors', here.file('a.csv', csvFrom(list)))
  expect(ran.out).toContain('没有人员编号，以执法证号为编号 2: 第 2 行“王示例”读作“1402001”')
  expect(ran.out).toContain('没有编码，按名称自编 1: 第 4 行“李示例”读作“RY-')
  const people = (await here.done('list', 'inspectors')).records
  expect(people).toMatchObject([
    { code: '1402001', certificate: '1402001', station: '城关所' },
    { code: '1402002', certificate: '1402002' },
    { code: expect.stringMatching(/^RY-[0-9A-F]{8}$/), certificate: '' },
  ])
  // In another order, and with a certificate that was given since.
  const later = [{ ...list[2]!, 执法证号: '1402003' }, list[1]!, list[0]!]
  const [file] = (await here.done('import', 'inspectors', here.file('b.csv', csvFrom(later)))).files
  expect(file).toMatchObject({ new: 0, changed: 1, unchanged: 2 })
  const renewed = here.file('c.csv', csvFrom([{ ...list[2]!, 执法证号: '1402999' }]))
  for (const [lang, words] of [
    ['zh', '执法证号不同，看不出是换了证还是同名的另一人；请加一列人员编号'],
    ['en', 'nobody can tell whether it was renewed or this is a namesake'],
  ] as const) {
    const refused = await here.ssj('import', 'inspectors', renewed, '--lang', lang)
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining(words)])
  }
})

const TASK = { 任务名称: '餐饮检查', 抽查比例: '5%', 牵头部门: '甲局' }

test.each([
  ['开始日期', '2026.3.1', '结束日期', '2026年6月30日'],
  ['检查日期自', '2026-03-01', '检查日期至', '2026-06-30'],
  ['开始时间', '2026/3/1', '截止日期', '2026-6-30'],
])('%s %s with %s %s is the period of a task', async (first, from, last, to) => {
  const here = await miniature({ targets: targets(1) })
  await here.done('import', 'plan', here.file('p.csv', csvFrom([{ ...TASK, [first]: from, [last]: to }])))
  const { records } = await here.done('list', 'plan')
  expect(records).toMatchObject([{ period: '2026-03-01~2026-06-30', extra: {} }])
})

test('one end of a period alone is refused where the other has a column, and kept as it is where it has none', async () => {
  const here = await miniature({ targets: targets(1) })
  const half = csvFrom([{ ...TASK, 开始日期: '2026-03-01', 结束日期: '' }])
  expect((await here.ssj('import', 'plan', here.file('h.csv', half))).err).toContain(
    '第 2 行 D 列（开始日期）',
  )
  const yearless = csvFrom([{ ...TASK, 开始日期: '3月1日', 结束日期: '6月30日' }])
  expect((await here.ssj('import', 'plan', here.file('y.csv', yearless))).code).toBe(1)
  await here.done('import', 'plan', here.file('o.csv', csvFrom([{ ...TASK, 截止日期: '2026-06-30' }])))
  const { records } = await here.done('list', 'plan')
  expect(records).toMatchObject([{ period: '', extra: { 截止日期: '2026-06-30' } }])
})

test('a plan that states its periods later is the same plan', async () => {
  const here = await miniature({ targets: targets(1) })
  await here.done('import', 'plan', here.file('p.csv', csvFrom([TASK])))
  const dated = csvFrom([{ ...TASK, 起止时间: '2026-03-01~2026-06-30' }])
  const [file] = (await here.done('import', 'plan', here.file('q.csv', dated))).files
  expect(file).toMatchObject({ new: 0, changed: 1 })
})
