import { beforeAll, expect, test } from 'vitest'
import { inspectors, miniature, targets } from '../../helpers/miniature.ts'
import type { Office } from '../../helpers/ssj.ts'

let base: Office
beforeAll(async () => {
  base = await miniature({
    targets: [
      ...targets(1, { 监管部门: '甲局', 面积: '90' }),
      ...targets(1, { 监管部门: '乙局', 名称: '离石区凤山饭店' }, 2),
    ],
    inspectors: inspectors(2),
  })
})
const listed = async (library: string, where: string) =>
  (await base.done('list', library, '--where', where)).records.map((record: { id: string }) => record.id)

test.each([
  ['监管部门=甲局', ['T01']],
  ['监管部门=JIA', ['T01']],
  ['监管部门!=甲局', ['T02']],
  ['名称~凤山', ['T02']],
  ['面积=空', ['T02']],
  ['面积为空;名称包含饭店', ['T02']],
])('list targets --where %s', async (where, ids) => {
  expect(await listed('targets', where)).toEqual(ids)
})

test('other libraries are asked for departments by their names too', async () => {
  expect(await listed('inspectors', '所属部门=甲局')).toEqual(await listed('inspectors', '所属部门=JIA'))
})

test.each([
  ['监管部门=丙局', '没有部门“丙局”', 'no department'],
  ['法定代表=1', '没有字段“法定代表”，最接近的是“法定代表人”', 'there is no field “法定代表”'],
  ['面积>1', '条件“面积>1”看不懂，应写成 字段=值', 'cannot understand'],
])('a condition that cannot be read is refused in one sentence: %s', async (where, zh, en) => {
  const told = await base.ssj('list', 'targets', '--where', where)
  expect([told.code, told.out, told.err]).toEqual([2, '', expect.stringContaining(zh)])
  expect(told.err).toMatch(/^ssj: 不能按“[^”]+”选取：[^\n]+\n$/)
  expect((await base.ssj('list', 'targets', '--where', where, '--lang', 'en')).err).toContain(en)
})

test('a registry as it was is asked for fields that it had then', async () => {
  expect((await base.ssj('list', 'targets', '--at', '1', '--where', '旧字段=空')).code).toBe(0)
})
