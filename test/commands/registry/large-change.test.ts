import { beforeAll, describe, expect, test } from 'vitest'
import { csvFrom, inspectors, miniature, targets } from '../../helpers/miniature.ts'
import { contentOf, type Office } from '../../helpers/ssj.ts'

/** 8 firms of 甲所, 4 of 乙所; of class B but for two of class D. */
let base: Office
const FIRMS = [
  ...targets(8, { 管辖所: '甲所', 信用风险等级: 'B', 登记状态: '存续' }),
  ...targets(2, { 管辖所: '乙所', 信用风险等级: 'B', 登记状态: '存续' }, 9),
  ...targets(2, { 管辖所: '乙所', 信用风险等级: 'D', 登记状态: '存续' }, 11),
]
beforeAll(async () => {
  base = await miniature({
    targets: FIRMS,
    inspectors: inspectors(6, { 状态: '有效' }),
    items: ['X1', 'X2', 'X3'].map(code => ({ 事项编码: code, 抽查事项: `示例${code}`, 检查主体: 'JIA' })),
  })
})

/** The firms from one number to another, with one cell of each changed. */
const changed = (here: Office, from: number, to: number, heading: string, value: string) =>
  here.file(
    `${heading}.csv`,
    csvFrom(
      FIRMS.slice(from - 1, to).map(({ 对象编号, 名称 }) => ({
        对象编号: 对象编号!,
        名称: 名称!,
        [heading]: value,
      })),
    ),
  )

describe('a file that turns a large part of a registry to another status or class', () => {
  test('is asked about: a station whose firms all close', async () => {
    const here = base.copy()
    const before = contentOf(here.db)
    const file = changed(here, 9, 12, '登记状态', '注销')
    const refused = await here.ssj('import', 'targets', file)
    expect([refused.code, refused.out]).toEqual([2, ''])
    expect(refused.err).toContain('管辖所“乙所” 4 条中有 4 条的登记状态将改变（多为“注销”）')
    expect(refused.err).toContain('超过三成')
    expect(refused.err).toContain('--yes')
    const english = await here.ssj('import', 'targets', file, '--lang', 'en')
    expect(english.err).toContain('change 登记状态, mostly to “注销”, of 4 of 4 records with 管辖所 “乙所”')
    expect(contentOf(here.db)).toBe(before)
    const dry = await here.done('import', 'targets', file, '--dry-run')
    expect(dry.files[0]).toMatchObject({ outcome: 'dry-run', changed: 4 })
    expect(dry.files[0].largeChanges).toContainEqual({
      ...{ heading: '管辖所', value: '乙所', before: 4, gone: 4 },
      turns: { field: '登记状态', to: '注销' },
    })
    expect((await here.done('import', 'targets', file, '--yes')).files[0]).toMatchObject({ changed: 4 })
    const { byStation } = await here.done('report', 'coverage')
    expect(byStation).toContainEqual({ name: '乙所', registered: 0, reached: 0, closed: 4 })
  })

  test('is asked about: a class that becomes another', async () => {
    const here = base.copy()
    const refused = await here.ssj('import', 'targets', changed(here, 11, 12, '信用风险等级', 'A'), '--json')
    expect([refused.code, refused.json.error.code]).toEqual([2, 'large-removal'])
    const parts = refused.json.error.details.parts
    expect(parts.map(({ value }: { value: string }) => value)).toEqual(['D', '乙所'])
  })

  test('is asked about: a station that goes over to another, firms that a department loses', async () => {
    const here = base.copy()
    const moved = await here.ssj('import', 'targets', changed(here, 9, 12, '管辖所', '丙所'))
    expect([moved.code, moved.err]).toEqual([
      2,
      expect.stringContaining('管辖所“乙所” 4 条中有 4 条的管辖所将改变（多为“丙所”）'),
    ])
    await here.done('add', 'departments', '--set', '部门编码=YI', '--set', '部门名称=乙局')
    const lost = await here.ssj('import', 'targets', changed(here, 1, 8, '监管部门', 'YI'), '--lang', 'en')
    expect([lost.code, lost.err]).toEqual([2, expect.stringContaining('change 监管部门, mostly to “YI”')])
    const joined = changed(here, 1, 8, '监管部门', 'JIA;YI')
    expect((await here.done('import', 'targets', joined)).files[0].changed).toBe(8)
  })

  test('is asked about: firms that become another type', async () => {
    const here = base.copy()
    expect(
      (await here.done('import', 'targets', changed(here, 1, 12, '主体类型', '个体工商户'))).files[0].changed,
    ).toBe(12)
    const turned = await here.ssj('import', 'targets', changed(here, 9, 12, '主体类型', '自然人'))
    expect([turned.code, turned.err]).toEqual([
      2,
      expect.stringContaining('管辖所“乙所” 4 条中有 4 条的主体类型将改变（多为“自然人”）'),
    ])
  })

  test('is not asked about what is small, one record, or a class set for the first time', async () => {
    const here = base.copy()
    const put = async (...file: Parameters<typeof changed> extends [Office, ...infer R] ? R : never) =>
      (await here.done('import', 'targets', changed(here, ...file))).files[0].changed
    expect(await put(1, 2, '登记状态', '注销')).toBe(2)
    expect(await put(12, 12, '信用风险等级', 'A')).toBe(1)
    const unclassed = await miniature({ targets: targets(6), inspectors: inspectors(1) })
    const classes = unclassed.file('c.csv', csvFrom(targets(6, { 信用风险等级: 'A' })))
    expect((await unclassed.done('import', 'targets', classes)).files[0].changed).toBe(6)
  })

  test('holds for inspectors and items too, and for a station that --replace leaves out', async () => {
    const here = base.copy()
    const people = here.file('p.csv', csvFrom(inspectors(3, { 状态: '无效' })))
    expect((await here.ssj('import', 'inspectors', people)).err).toContain(
      '所属部门“JIA” 6 条中有 3 条的状态将改变',
    )
    const items = here.file('i.csv', '事项编码,抽查事项,有效\nX1,示例X1,否\nX2,示例X2,否\n')
    expect((await here.ssj('import', 'items', items)).err).toContain('3 条中有 2 条的有效将改变')
    const rest = here.file('rest.csv', csvFrom(FIRMS.slice(0, 10)))
    const refused = await here.ssj('import', 'targets', rest, '--replace')
    expect(refused.err).toContain('管辖所“乙所” 4 条中有 2 条将停用')
  })
})
