import { describe, expect, test } from 'vitest'
import { type Context, contextOf } from '../../../src/core/registry/cells/context.ts'
import { RULE_BOOK, ruleNamed, valuesWith } from '../../../src/core/rules/rule-book.ts'
import { readRule } from '../../../src/core/rules/rule-value.ts'
import { conflictIn, NO_RULES, rulesOf } from '../../../src/core/rules/rules.ts'
import { NO_FACTS } from '../../helpers/facts.ts'

const context: Context = contextOf({ ...NO_FACTS, extraFields: ['规模'] })
const read = (name: string, text: string) => readRule(ruleNamed(name)!, text, context)
const value = (name: string, text: string) => {
  const reading = read(name, text)
  return 'value' in reading ? reading.value : null
}

describe('RULE_BOOK', () => {
  test.each(RULE_BOOK.map(({ name }) => name))('%s: its preset reads as itself, and has a source', name => {
    const rule = ruleNamed(name)!
    expect(value(name, rule.preset)).toBe(rule.preset)
    expect(ruleNamed(rule.zh)?.name).toBe(name)
    expect(rule.source).not.toBe('')
    expect(rule.en).not.toBe(rule.zh)
  })

  test('presets do not contradict each other', () => {
    expect(conflictIn(valuesWith(new Map()))).toBeNull()
    expect(conflictIn(NO_RULES)).toBeNull()
  })
})

describe('readRule', () => {
  test.each([
    ['cap-total', '２次', '2'],
    ['cap-total', '无', '不限'],
    ['grace-days', '90天', '90'],
    ['visit-causes', '投诉举报、转办交办', '投诉举报;转办交办'],
    ['cap-exempt-causes', '无', ''],
    ['proactive-kinds', '定向', '定向'],
    ['exempt-where', '风险等级=A;规模=小', '信用风险等级=A;规模=小'],
    ['drawn-window', '近3年，同事项', '近3年同事项'],
    ['drawn-window', '当年(同部门)', '本年同部门'],
    ['plan-filing-day', '1月31日', '01-31'],
    ['utc-offset', 'utc+8', '+08:00'],
    ['special-cause', '是', '是'],
  ])('%s: “%s” is “%s”', (name, text, expected) => {
    expect(value(name, text)).toBe(expected)
    expect(value(name, expected)).toBe(expected)
  })

  test.each([
    ['cap-total', '0'],
    ['cap-total', '-1'],
    ['cap-total', '1.5'],
    ['cap-department', '367'],
    ['grace-days', '3661'],
    ['proactive-kinds', '随便'],
    ['exempt-where', '没有的=A'],
    ['drawn-window', '否同部门'],
    ['drawn-window', '近0年'],
    ['plan-filing-day', '02-30'],
    ['utc-offset', '+15:00'],
    ['special-cause', '也许'],
    ['item-frequency', ''],
  ])('%s: “%s” is out of range', (name, text) => {
    expect(value(name, text)).toBeNull()
  })
})

describe('conflictIn', () => {
  const found = (...set: [string, string][]) => conflictIn(valuesWith(new Map(set)))

  test('no step of a result is due after the next', () => {
    expect(found(['result-entry-days', '16'])).toMatchObject({ kind: 'step-order' })
    expect(found(['result-publication-days', '14'])).toMatchObject({ kind: 'step-order' })
    expect(found(['result-entry-days', '15'], ['result-publication-days', '15'])).toBeNull()
  })

  test('a department may not have more than all together', () => {
    expect(found(['cap-total', '2'], ['cap-department', '3'])).toMatchObject({ kind: 'cap-order' })
    expect(found(['cap-total', '3'], ['cap-department', '3'])).toBeNull()
    expect(found(['cap-department', '3'])).toBeNull()
  })

  test('a cause that does not count must be one that a visit can have', () => {
    expect(found(['cap-exempt-causes', '巡查'])).toMatchObject({ kind: 'cause-unknown', causes: ['巡查'] })
    expect(found(['cap-exempt-causes', '巡查'], ['visit-causes', '巡查'])).toBeNull()
  })
})

test('rulesOf: presets leave everything to the task', () => {
  expect(rulesOf(valuesWith(new Map()))).toMatchObject({
    capDepartment: null,
    capTotal: null,
    graceDays: 0,
    exempt: [],
  })
})
