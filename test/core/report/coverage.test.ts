import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CoverageInput, coverageOf } from '../../../src/core/report/coverage.ts'
import { type DrawnVisit, visitsMade } from '../../../src/core/report/visits-made.ts'
import { drawNumber } from '../../helpers/ids.ts'

const DEPARTMENTS = ['D', 'E', 'F']
const DRAWS = ['1', '2', '3'].map(drawNumber)

/** Draws that each visit some targets; a later one may share an earlier one's visit. */
const drawn: fc.Arbitrary<DrawnVisit[]> = fc
  .array(
    fc.record({
      draw: fc.constantFrom(...DRAWS),
      target: fc.constantFrom('a', 'b', 'c', 'gone'),
      lead: fc.constantFrom(...DEPARTMENTS),
      departments: fc.subarray(DEPARTMENTS),
      shares: fc.option(fc.constantFrom(...DRAWS)),
    }),
    { maxLength: 12 },
  )
  .map(rows => {
    const once = new Map(rows.map(row => [`${row.draw} ${row.target}`, row]))
    return [...once.values()].map(({ shares, ...visit }) => {
      const known = shares !== null && shares < visit.draw && once.has(`${shares} ${visit.target}`)
      return { ...visit, host: known ? shares : null }
    })
  })

const REGISTERED: CoverageInput['registered'] = [
  { target: 'a', inForce: true, departments: ['D', 'E'], risk: 'A', station: '' },
  { target: 'b', inForce: true, departments: ['D'], risk: 'B', station: '甲所' },
  { target: 'c', inForce: true, departments: [''], risk: 'A', station: '甲所' },
  { target: 'd', inForce: false, departments: ['E'], risk: 'A', station: '乙所' },
]
const input = (visits: readonly DrawnVisit[], cases: CoverageInput['cases'] = []): CoverageInput => ({
  registered: REGISTERED,
  departments: DEPARTMENTS,
  drawn: visits,
  cases,
})
const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)

test('a common visit is one, of all who drew it and of all who go', () => {
  const [one, two, three] = DRAWS
  const visit = (draw: typeof one, lead: string, departments: string[], host: typeof one | null) =>
    ({ draw: draw!, target: 'a', lead, departments, host: host! }) as DrawnVisit
  const chain = [
    visit(one, 'D', ['D'], null),
    visit(two, 'E', ['E'], one),
    visit(three, 'F', [], two),
  ] as const
  expect(visitsMade(chain)).toEqual([
    {
      ...{ target: 'a', draws: new Set(DRAWS) },
      ...{ leads: new Set(['D', 'E', 'F']), departments: new Set(['D', 'E']) },
    },
  ])
  const told = coverageOf(input(chain))
  expect(told).toMatchObject({ visits: 1, joint: 1, visited: 1, closed: 0 })
  expect(told.byTimes).toEqual([
    { times: 0, targets: 2 },
    { times: 1, targets: 1 },
  ])
  // Without its host a guest is a visit of its own.
  expect(visitsMade(chain.slice(1))).toHaveLength(1)
  expect(visitsMade([chain[0], chain[2]])).toHaveLength(2)
})

test('who drew and who went are told apart; cases stand beside; closed stations stay in sight', () => {
  const [one] = DRAWS
  const visit = { draw: one!, target: 'a', lead: 'D', departments: ['D'], host: null }
  const told = coverageOf(input([visit], [{ target: 'a', department: 'F' }]))
  expect(told.byDepartment).toEqual([
    { name: '', registered: 1, reached: 0, drew: 0, went: 0, cases: 0 },
    { name: 'D', registered: 2, reached: 1, drew: 1, went: 1, cases: 0 },
    { name: 'E', registered: 1, reached: 0, drew: 0, went: 0, cases: 0 },
    { name: 'F', registered: 0, reached: 0, drew: 0, went: 0, cases: 1 },
  ])
  expect(told.cases).toEqual({ visits: 1, targets: 1 })
  expect(told.byStation).toContainEqual({ name: '乙所', registered: 0, reached: 0, closed: 1 })
})

test('what is counted adds up', () => {
  fc.assert(
    fc.property(drawn, visits => {
      const made = visitsMade(visits)
      const told = coverageOf(input(visits))
      expect(told.visits).toBe(made.length)
      expect(told.visits).toBeLessThanOrEqual(visits.length)
      expect(told.joint).toBe(made.filter(({ departments }) => departments.size > 1).length)
      expect(sum(told.byTimes.map(({ targets }) => targets))).toBe(told.targets)
      expect(sum(told.byTimes.map(({ times, targets }) => times * targets))).toBe(told.visits - told.closed)
      expect(sum(told.byDepartment.map(({ went }) => went))).toBe(
        sum(made.map(({ departments }) => departments.size)),
      )
      expect(sum(told.byDepartment.map(({ drew }) => drew))).toBe(sum(made.map(({ leads }) => leads.size)))
      for (const groups of [told.byClass, told.byStation]) {
        expect(sum(groups.map(({ registered }) => registered))).toBe(told.targets)
        expect(sum(groups.map(({ reached }) => reached))).toBe(told.visited)
        expect(sum(groups.map(({ closed }) => closed))).toBe(1)
      }
    }),
  )
})
