import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { meets } from '../../../../src/core/frame/condition.ts'
import { parsed } from '../../../../src/core/registry/cells/cell-result.ts'
import { clauseParts, clausesIn, EMPTY } from '../../../../src/core/registry/cells/clause-parts.ts'
import { clausesOf, readConditionOn } from '../../../../src/core/registry/cells/condition.ts'
import { library } from '../../../../src/core/registry/libraries/library.ts'
import { cellCount, columnOf, extrasColumn } from '../../../../src/core/registry/libraries/record-cells.ts'

const TARGETS = library('targets')
const DEPARTMENTS = new Map([
  ['市监局', 'LS-SCJG'],
  ['LS-SCJG', 'LS-SCJG'],
  ['工商局', 'LS-SCJG'],
])
const context = {
  department: (name: string) => parsed(DEPARTMENTS.get(name) ?? name, name, 'alias'),
  extraFields: ['公示日期', '是否连锁'],
}
const read = (text: string) => readConditionOn(TARGETS, text, context)
const value = (text: string) => {
  const reading = read(text)
  return 'value' in reading ? reading.value : reading.code
}

test.each([
  ['公示日期=空', '公示日期=(空)'],
  ['公示日期＝（空白）', '公示日期=(空)'],
  ['公示日期为空', '公示日期=(空)'],
  ['公示日期不为空', '公示日期!=(空)'],
  ['公示日期 非空', '公示日期!=(空)'],
  ['公示日期=空,2026-01-01', '公示日期=(空),2026-01-01'],
  ['成立日期=空,2026/1/1', '成立日期=(空),2026-01-01'],
  ['信用风险等级=未分类', '信用风险等级=未分类,(空)'],
  ['信用风险等级!=未分类,a类', '信用风险等级!=未分类,(空),A'],
  ['名称~凤山', '名称~凤山'],
  ['企业名称～凤山，离石', '名称~凤山,离石'],
  ['名称包含凤山', '名称~凤山'],
  ['名称不包含凤山;名称!~离石', '名称!~凤山;名称!~离石'],
  ['监管部门=工商局', '监管部门=LS-SCJG'],
  ['对象类型=主体', '对象类型=市场主体'],
  ['名称~空', '名称~空'],
  ['名称~', 'invalid-condition'],
  ['成立日期>=空', 'invalid-condition'],
  ['成立日期>2020-01-01', 'invalid-condition'],
  ['对象类型=食品', 'invalid-choice'],
  ['公示日=空', 'unknown-field'],
])('“%s” is read as %s', (text, canonical) => {
  expect(value(text)).toBe(canonical)
  if (!canonical.startsWith('invalid') && !canonical.startsWith('unknown'))
    expect(value(canonical)).toBe(canonical)
})

/** A clause as the first release read it. */
const FIRST = /^([^=<>!]+?)\s*(>=|<=|!=|=)\s*(.*)$/s

test('a condition that the first release kept means what it meant', () => {
  const text = fc.string({
    unit: fc.constantFrom(...'名称~～!=<>;,*()（）空包含不为非A1 ', '>=', '<=', '!=', '!~'),
    maxLength: 12,
  })
  fc.assert(
    fc.property(text, written => {
      for (const part of clausesIn(written)) {
        const [, name, operator, list] = FIRST.exec(part) ?? []
        if (name === undefined) continue
        expect(clauseParts(part)).toEqual({
          name: name.trim(),
          operator,
          values: list!.split(',').map(member => member.trim()),
        })
      }
    }),
  )
})

describe('meets', () => {
  const firm = (cells: Readonly<Record<string, string>>) => {
    const row = Array.from({ length: cellCount(TARGETS) }, () => '')
    for (const [name, cell] of Object.entries(cells))
      row[name === 'extra' ? extrasColumn(TARGETS) : columnOf(TARGETS, name as 'name')] = cell
    return row
  }
  const holds = (condition: string, cells: Readonly<Record<string, string>>) =>
    meets(TARGETS, clausesOf(value(condition)))(firm(cells))

  test.each<[string, Readonly<Record<string, string>>, boolean]>([
    ['公示日期=空', {}, true],
    ['公示日期=空', { extra: '{"公示日期":"2026-01-01"}' }, false],
    ['公示日期!=空', { extra: '{"公示日期":"2026-01-01"}' }, true],
    ['所属子库=空', {}, true],
    ['所属子库=空,餐饮', { libraries: '餐饮;危化' }, true],
    ['所属子库=空', { libraries: '餐饮' }, false],
    ['所属子库~餐', { libraries: 'LS-SCJG/餐饮' }, true],
    ['所属子库!~餐', { libraries: '危化' }, true],
    ['信用风险等级=未分类', { risk: '' }, true],
    ['信用风险等级=未分类', { risk: '未分类' }, true],
    ['信用风险等级=未分类', { risk: 'A' }, false],
    ['信用风险等级=A类', { risk: 'A' }, true],
    ['名称~凤山,离石', { name: '吕梁市离石区某店' }, true],
    ['名称~凤山', { name: '离石区某店' }, false],
    ['名称!~凤山', { name: '' }, true],
    ['名称~凤山', { name: '' }, false],
    ['名称=*', { name: '' }, false],
  ])('“%s” of %j: %s', (condition, cells, met) => {
    expect(holds(condition, cells)).toBe(met)
  })

  test('no value is a value of its own: what asks for it alone and what does not part the targets', () => {
    fc.assert(
      fc.property(fc.constantFrom('', '餐饮', '餐饮;危化', EMPTY), libraries => {
        expect(holds('所属子库=空', { libraries })).not.toBe(holds('所属子库!=空', { libraries }))
      }),
    )
  })
})
