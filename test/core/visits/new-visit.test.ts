import { describe, expect, it } from 'vitest'
import { day } from '../../../src/core/dates.ts'
import { newVisit, type VisitInput } from '../../../src/core/visits/new-visit.ts'
import { refused } from '../../helpers/refused.ts'

const TODAY = day(2026, 3, 2)!
const SAID = { target: '甲店', department: '市监局', cause: '投诉举报：12345', reference: '12345-1' }
const INPUT: VisitInput = {
  today: TODAY,
  targetNamed: name => (name === '甲店' ? 'T1' : null),
  departments: new Map([['市监局', 'SJ']]),
  causes: new Set(['投诉举报']),
  causesRule: { rule: 'visit-causes', value: '投诉举报', set: null },
  standing: () => [],
  frequencyLimits: { day: 1, week: 2, month: 3 },
  made: () => [],
  refusesFrequent: null,
  nextId: year => `C${year}-0001`,
}

const code = (said: Parameters<typeof newVisit>[0], input = INPUT) =>
  refused(() => newVisit(said, input))?.code ?? null

describe('newVisit', () => {
  it('takes words for what they mean, and today where no day is said', () => {
    expect(newVisit(SAID, INPUT)).toEqual({
      id: 'C2026-0001',
      target: 'T1',
      department: 'SJ',
      day: TODAY,
      cause: '投诉举报：12345',
      reference: '12345-1',
      remark: '',
    })
  })

  it.each([
    ['what is missing', { ...SAID, reference: ' ' }, 'missing-option'],
    ['a target that nobody knows', { ...SAID, target: '乙店' }, 'no-such-target'],
    ['a department that nobody knows', { ...SAID, department: '农业局' }, 'no-such-department'],
    ['no day', { ...SAID, date: '2026-02-30' }, 'invalid-option'],
    ['a day to come', { ...SAID, date: '2026-03-03' }, 'invalid-visit-day'],
    ['a cause that the rule does not list', { ...SAID, cause: '路过' }, 'unlisted-visit-cause'],
  ])('refuses %s', (_, said, refused) => {
    expect(code(said)).toBe(refused)
  })

  it('refuses the same visit twice', () => {
    const first = newVisit(SAID, INPUT)
    expect(code(SAID, { ...INPUT, standing: () => [first] })).toBe('duplicate-visit')
    expect(code({ ...SAID, reference: '12345-2' }, { ...INPUT, standing: () => [first] })).toBe(null)
  })
})
