import fc from 'fast-check'
import { expect, test } from 'vitest'
import { largeRemovalsOf, largeTurnsOf } from '../../../src/core/registry/large-change.ts'
import { library } from '../../../src/core/registry/libraries/library.ts'

const TARGETS = library('targets')
const target = (fields: Readonly<Record<string, string>>) => [
  'id',
  ...TARGETS.fields.map(field => fields[field.name] ?? ''),
  '{}',
]
const AT = { departments: 'JIA', station: '甲所' }

test('a part of which more than 30 of 100 records turn is large, two at the least; so is one that loses them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(60), (before, most) => {
      const gone = Math.min(before, most)
      const rows = Array.from({ length: before }, () => target({ ...AT, status: '存续' }))
      const turns = largeTurnsOf(TARGETS, null)
      for (const row of rows.slice(0, gone)) turns.count(row, target({ ...AT, status: '注销' }))
      const found = turns.large(() => rows)
      const large = gone * 10 > before * 3 && gone > 1
      expect(found.map(({ heading, value }) => heading + value)).toEqual(
        large ? ['', '监管部门JIA', '管辖所甲所'] : [],
      )
      for (const part of found)
        expect(part).toMatchObject({ before, gone, turns: { field: '登记状态', to: '注销' } })
      const removals = largeRemovalsOf(TARGETS, null)
      for (const [i, row] of rows.entries()) removals.count(row, i < gone)
      expect(removals.large().map(({ heading }) => heading)).toEqual(
        gone * 10 > before * 3 ? ['', '监管部门', '管辖所'] : [],
      )
    }),
  )
})

test('reads no more of the registry than shows that few turn', () => {
  const turns = largeTurnsOf(TARGETS, null)
  const row = target({ ...AT, status: '存续' })
  for (let i = 0; i < 3; i++) turns.count(row, target({ ...AT, status: '注销' }))
  let read = 0
  function* rows() {
    for (; read < 1_000_000; read++) yield row
  }
  expect(turns.large(rows)).toEqual([])
  expect(read).toBeLessThan(20)
  // A file that turns one record reads nothing.
  const one = largeTurnsOf(TARGETS, null)
  one.count(row, target({ ...AT, status: '注销' }))
  expect(one.large(() => expect.unreachable())).toEqual([])
})

test.each([
  ['another word for the same', { status: '存续' }, { status: '在营（开业）' }, false],
  ['none, then in force', { status: '' }, { status: '存续' }, false],
  ['none, then closed', { status: '' }, { status: '注销' }, true],
  ['closed otherwise', { status: '吊销' }, { status: '注销' }, true],
  ['in force again', { status: '注销' }, { status: '存续' }, true],
  ['a class set for the first time', { risk: '' }, { risk: 'A' }, false],
  ['another class', { risk: 'B' }, { risk: 'A' }, true],
  ['no class any more', { risk: 'B' }, { risk: '' }, true],
  ['another address', { address: '示例路1号' }, { address: '示例路2号' }, false],
])('a turn is %s: %j, %j: %s', (_, was, becomes, is) => {
  const turns = largeTurnsOf(TARGETS, null)
  const rows = [target({ ...AT, ...was }), target({ ...AT, ...was })]
  for (const row of rows) turns.count(row, target({ ...AT, ...becomes }))
  expect(turns.large(() => rows).length > 0).toBe(is)
})
