import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Commitment } from '../../../src/core/draw/commitment/commitment.ts'
import { ASSIGNMENT, FRAME, POOL, RECUSALS } from '../../../src/core/draw/folder/tables.ts'
import { pairsIn, simulate, trialsOf } from '../../../src/core/draw/simulation.ts'
import { rowsOf, textOf, vector } from './folders.ts'

const MEDIUM = vector('medium')
const FIXED = {
  commitment: JSON.parse(textOf(MEDIUM, 'commitment.json')) as Commitment,
  frame: rowsOf(MEDIUM, FRAME),
  pool: rowsOf(MEDIUM, POOL),
  recusals: rowsOf(MEDIUM, RECUSALS),
}

test('simulate: the same seed gives the same trials, another seed others', () => {
  expect(simulate(trialsOf(FIXED), 3, 'a')).toEqual(simulate(trialsOf(FIXED), 3, 'a'))
  expect(simulate(trialsOf(FIXED), 3, 'a')).not.toEqual(simulate(trialsOf(FIXED), 3, 'b'))
})

test('simulate: sums agree, whatever the seed', () => {
  const seats = rowsOf(MEDIUM, ASSIGNMENT).length
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 4 }), (seed, runs) => {
      const { people, pairs, matched } = simulate(trialsOf(FIXED), runs, seed)
      expect(matched).toBe(runs)
      for (const { visits, squares, least, most } of people) {
        expect(least * runs).toBeLessThanOrEqual(visits)
        expect(visits).toBeLessThanOrEqual(most * runs)
        expect(visits * visits).toBeLessThanOrEqual(runs * squares)
      }
      for (const { times, people: pair } of pairs) {
        expect(pair[0] < pair[1]).toBe(true)
        expect(times).toBeLessThanOrEqual(runs * seats)
      }
    }),
    { numRuns: 5 },
  )
})

test('simulate: the seed of the draw does not give the draw', () => {
  const real = rowsOf(MEDIUM, ASSIGNMENT)
  const { people } = simulate(trialsOf(FIXED), 1, textOf(MEDIUM, 'seed.txt'))
  const counted = people.map(({ inspector }) => real.filter(row => row.inspector === inspector).length)
  expect(people.map(({ visits }) => visits)).not.toEqual(counted)
})

test('pairsIn: every two of a team once, in byte order, teams of departments apart', () => {
  const seat = (target: string, department: string, inspector: string) => ({
    ...{ target, department, inspector },
    seat: 1,
  })
  const rows = [seat('T', 'D', 'c'), seat('T', 'D', 'a'), seat('T', 'D', 'b'), seat('T', 'E', 'z')]
  expect(pairsIn(rows).sort()).toEqual(['a;b', 'a;c', 'b;c'])
})
