import { describe, expect, test } from 'vitest'
import { library } from '../../../src/core/registry/libraries/library.ts'
import { cellCount, columnOf, extrasColumn } from '../../../src/core/registry/libraries/record-cells.ts'
import { asRecord, fieldsOf } from '../../../src/core/registry/record.ts'

const PLAN = library('plan')
const cells = Array<string>(cellCount(PLAN)).fill('')
cells[0] = 'T1'
cells[columnOf(PLAN, 'code')] = 'T1'
cells[columnOf(PLAN, 'kind')] = '专项'
cells[columnOf(PLAN, 'partners')] = 'JIA;YI'
cells[columnOf(PLAN, 'balance')] = '是'
cells[extrasColumn(PLAN)] = JSON.stringify({ 人员轮换: '否', 备案号: '7' })
const plan = asRecord('plan', cells)

describe('a record read by the names of its fields', () => {
  test('values, members, later and extra fields', () => {
    expect(plan.id).toBe('T1')
    expect(plan.get('kind')).toBe('专项')
    expect(plan.get('joint')).toBe('')
    expect(plan.list('partners')).toEqual(['JIA', 'YI'])
    expect(plan.list('items')).toEqual([])
    expect(plan.later('rotate')).toBe('否')
    expect(plan.later('cause')).toBe('')
    expect(plan.extra('备案号')).toBe('7')
    expect(plan.extra('没有')).toBe('')
    expect(fieldsOf(PLAN, cells).filter(([, value]) => value !== '')).toHaveLength(4)
  })

  test('a slip does not compile', () => {
    // @ts-expect-error no field of the plan
    expect(() => plan.get('ratte')).toThrow(RangeError)
    // @ts-expect-error a field of targets
    expect(() => plan.get('uscc')).toThrow(RangeError)
    // @ts-expect-error a field that came later
    expect(() => plan.get('rotate')).toThrow(RangeError)
    // @ts-expect-error no field that came later
    expect(() => plan.later('rate')).toThrow(RangeError)
    // @ts-expect-error a field with one value
    expect(plan.list('kind')).toEqual(['专项'])
    // @ts-expect-error departments have no later fields
    expect(() => asRecord('departments', ['A', 'A', '', '', '', '', '', '']).later('cause')).toThrow(
      RangeError,
    )
  })

  test('a word that a choice does not have does not compile', () => {
    // @ts-expect-error 专向 is no kind of task
    expect(plan.get('kind') === '专向').toBe(false)
    // @ts-expect-error a cell says 是 or 否
    expect(plan.get('balance') === 'yes').toBe(false)
    expect(plan.get('kind') === '专项' && plan.get('balance') === '是').toBe(true)
  })
})
