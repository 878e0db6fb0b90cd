import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Day } from '../../../src/core/dates.ts'
import type { RiskResult } from '../../../src/core/risk/grounds.ts'
import { evidenceIn, evidenceText } from '../../../src/core/risk/proposal-sheet.ts'
import { evidenceKey, proposeRisk } from '../../../src/core/risk/propose.ts'
import { riskTermsOf } from '../../../src/core/rules/risk-terms.ts'
import { valuesWith } from '../../../src/core/rules/rule-book.ts'

const terms = (set: Readonly<Record<string, string>> = {}) =>
  riskTermsOf(valuesWith(new Map(Object.entries(set))))
const never = () => false

const result = fc
  .record({
    visit: fc.integer({ min: 1, max: 5 }),
    item: fc.integer({ min: 1, max: 3 }),
    grounds: fc.subarray(['A', 'C', '处罚']),
    otherwise: fc.constantFrom('clean', 'neither', 'finding'),
  })
  .map(({ visit, item, grounds, otherwise }): RiskResult => {
    const up = terms().up
    return {
      id: `2026-000${visit}/T/JIA/S${item}`,
      occasion: `2026-000${visit}`,
      inspected: `2026-03-0${visit}` as Day,
      grounds: grounds.map(ground => ({ ground, steps: up.get(ground)! })),
      kind: grounds.length > 0 ? 'finding' : (otherwise as RiskResult['kind']),
    }
  })
const results = fc.uniqueArray(result, { selector: ({ id }) => id, maxLength: 12 })
const standing = fc.constantFrom('', 'A', 'B', 'C', 'D', '甲')
const rules = fc.record({
  'risk-up-counted': fc.constantFrom('取最高', '相加'),
  'risk-down-visits': fc.constantFrom('0', '1', '2', '3'),
  'risk-unclassed': fc.constantFrom('', 'B'),
})

it('asks for the same in whatever order results come', () => {
  fc.assert(
    fc.property(results, standing, rules, fc.integer({ min: 0, max: 11 }), (all, from, set, cut) => {
      const turned = [...all.slice(cut), ...all.slice(0, cut)].reverse()
      expect(proposeRisk(from, turned, never, terms(set))).toEqual(proposeRisk(from, all, never, terms(set)))
    }),
  )
})

it('goes up for every ground there is and no other, else down, and to a class of the rules', () => {
  fc.assert(
    fc.property(results, standing, rules, (all, from, set) => {
      const answer = proposeRisk(from, all, never, terms(set))
      if (answer.kind !== 'proposal') return
      const grounds = all.flatMap(({ id, grounds }) => grounds.map(({ ground }) => `${id} ${ground}`))
      const { to, moves, evidence } = answer
      const keys = evidence.map(evidenceKey)
      expect(moves).not.toBe(0)
      if (grounds.length > 0) expect([moves > 0, [...keys].sort()]).toEqual([true, grounds.sort()])
      else {
        expect(moves).toBe(-1)
        const visits = new Set(evidence.map(one => one.result.split('/')[0]))
        expect(visits.size).toBeGreaterThanOrEqual(Number(set['risk-down-visits']))
        const last = all.filter(({ kind }) => kind === 'finding').map(({ inspected }) => inspected)
        expect(last.every(day => evidence.every(({ inspected }) => inspected > day))).toBe(true)
      }
      const classes = ['A', 'B', 'C', 'D']
      expect(classes.indexOf(to) - classes.indexOf(from || 'B')).toBe(moves)
    }),
  )
})

it('asks for nothing more once all of its evidence was decided on', () => {
  fc.assert(
    fc.property(results, standing, rules, (all, from, set) => {
      const decided = new Set<string>()
      for (let round = 0; round < 20; round++) {
        const answer = proposeRisk(from, all, key => decided.has(key), terms(set))
        if (answer.kind !== 'proposal') return
        for (const one of answer.evidence) {
          expect(decided.has(evidenceKey(one))).toBe(false)
          decided.add(evidenceKey(one))
        }
      }
      expect.unreachable('proposals without an end')
    }),
  )
})

it('writes evidence as it is read back', () => {
  fc.assert(
    fc.property(results, all => {
      const evidence = all.flatMap(({ id, inspected, grounds }) =>
        grounds.map(({ ground, steps }) => ({ result: id, inspected, ground, steps })),
      )
      expect(evidenceIn(evidenceText(evidence))).toEqual(
        evidence.map(({ result, ground }) => ({ result, ground })),
      )
    }),
  )
})

it.each([
  [{}, 'A', ['A'], 'B'],
  [{}, 'A', ['A', 'C'], 'C'],
  [{ 'risk-up-counted': '相加' }, 'A', ['A', 'C'], 'D'],
  [{ 'risk-up-counted': '相加' }, 'C', ['A', 'C'], 'D'],
  [{ 'risk-unclassed': 'B' }, '', ['A'], 'C'],
] as const)('by %o goes from %s for %o to %s', (set, from, grounds, to) => {
  const one: RiskResult = {
    ...{ id: '1/T/J/S', occasion: '1', inspected: '2026-03-01' as Day, kind: 'finding' },
    grounds: grounds.map(ground => ({ ground, steps: terms().up.get(ground)! })),
  }
  expect(proposeRisk(from, [one], never, terms(set))).toMatchObject({ to })
})
