import { describe, expect, it } from 'vitest'
import { contextOf } from '../../../src/core/registry/cells/context.ts'
import { type RuleWish, ruleChanges } from '../../../src/core/rules/change.ts'
import type { RuleStandings } from '../../../src/core/rules/reasons.ts'
import { RULE_BOOK, valuesWith } from '../../../src/core/rules/rule-book.ts'
import { NO_FACTS } from '../../helpers/facts.ts'
import { refused } from '../../helpers/refused.ts'

const VALUES = valuesWith(new Map())
const INPUT = {
  values: VALUES,
  standings: Object.fromEntries(
    RULE_BOOK.map(({ name }) => [name, { rule: name, value: VALUES[name], set: null }]),
  ) as RuleStandings,
  context: contextOf(NO_FACTS),
  sentence: () => 'a sentence',
}

const wish = (name: string, value: string, row: number | null = null): RuleWish => ({
  name,
  value,
  reason: ' 因为 ',
  place: row === null ? null : { file: 'r.csv', row, headings: { name: '规则', value: '值' } },
})

const reason = (...wishes: RuleWish[]) => refused(() => ruleChanges(wishes, INPUT))

describe('ruleChanges', () => {
  it('tells what was and what becomes, one wish after the other', () => {
    const changes = ruleChanges(
      [wish('cap-total', '3'), wish('cap-total', '2'), wish('cap-total', '2')],
      INPUT,
    )
    expect(changes.map(({ was, value }) => [was, value])).toEqual([
      [VALUES['cap-total'], '3'],
      ['3', '2'],
    ])
    expect(changes[0]!.reason).toBe('因为')
  })

  it('restores a preset by its word', () => {
    expect(ruleChanges([wish('cap-total', '默认')], INPUT)).toEqual([])
  })

  it('names the row of a wish that cannot be followed', () => {
    expect(reason(wish('cap-totl', '3', 4))).toMatchObject({
      code: 'unknown-rule',
      details: { nearest: 'cap-total', place: { row: 4 } },
    })
    expect(reason(wish('cap-total', '许多', 5))).toMatchObject({
      code: 'invalid-rule-value',
      details: { place: { row: 5 } },
    })
  })

  it('refuses rules that would contradict each other, and says which is only wished', () => {
    expect(reason(wish('cap-total', '1'), wish('cap-department', '2'))).toMatchObject({
      code: 'conflicting-rules',
      details: { rules: [{ set: 'wished' }, { set: 'wished' }] },
    })
  })
})
