import { describe, expect, test } from 'vitest'
import { dayOf } from '../../../src/core/dates.ts'
import { hasBasis, itemFaults } from '../../../src/core/frame/item-faults.ts'
import { library } from '../../../src/core/registry/libraries/library.ts'
import { asRecord } from '../../../src/core/registry/record.ts'
import { taskOf } from '../../../src/core/registry/task.ts'
import { entryNumber } from '../../helpers/ids.ts'

const cells = (name: 'plan' | 'items', id: string, fields: Readonly<Record<string, string>>) => [
  id,
  ...library(name).fields.map(field => fields[field.name] ?? ''),
  '{}',
]
const item = (code: string, fields: Readonly<Record<string, string>>) => ({
  code,
  since: entryNumber(1),
  row: cells('items', code, { name: `示例${code}`, basis: '《示例法》第一条', ...fields }),
})
const task = (items: string, partners = '') =>
  taskOf(cells('plan', 'A', { lead: 'JIA', partners, items }), dayOf('2026-02-03'))
const codes = (faulty: readonly { item: string }[]) => faulty.map(found => found.item)

describe('itemFaults', () => {
  test('an item is of who inspects it and of who takes part; one that names nobody is of all', () => {
    const items = [
      item('OWN', { body: 'JIA' }),
      item('PART', { body: 'BING', partners: 'JIA' }),
      item('ANY', {}),
      item('OTHER', { body: 'BING', partners: 'YI' }),
    ]
    const found = itemFaults(task('ANY;OTHER;OWN;PART'), items)
    expect([codes(found.other), found.none, found.idle]).toEqual([['OTHER'], false, []])
    expect(found.other[0]).toEqual({ item: 'OTHER', name: '示例OTHER', departments: ['BING', 'YI'] })
    expect(itemFaults(task('OTHER', 'YI'), [items[3]!]).other).toEqual([])
  })

  test('a department that has none of the items is named, unless there are none', () => {
    expect(itemFaults(task('OWN', 'YI'), [item('OWN', { body: 'JIA' })]).idle).toEqual(['YI'])
    expect(itemFaults(task('ANY', 'YI'), [item('ANY', {})]).idle).toEqual([])
    expect(itemFaults(task('', 'YI'), [])).toEqual({
      none: true,
      other: [],
      unowned: [],
      unbased: [],
      idle: [],
    })
  })
})

test.each([
  ['《企业信息公示暂行条例》第十四条', true],
  ['食品安全法109条', true],
  ['国办发〔2024〕54号', true],
  ['无照经营查处办法', true],
  ['没有明文的《示例法》', true],
  ['', false],
  ['/', false],
  ['——', false],
  ['无', false],
  ['（无）', false],
  ['暂无', false],
  ['暂无法律依据', false],
  ['待定', false],
  ['N/A', false],
  ['…', false],
])('“%s” is a basis: %s', (basis, is) => {
  expect(hasBasis(asRecord('items', cells('items', 'X', { basis })))).toBe(is)
})
