import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unstaffableIn } from '../../../src/core/draw/unstaffable.ts'
import type { DepartmentCode, InspectorId, TargetId } from '../../../src/core/ids.ts'
import { lawOfMany } from '../../helpers/law-of-many.ts'
import { isFeasible } from './matching/brute-force.ts'
import { departments } from './matching/departments.ts'

const D = 'D' as DepartmentCode

test('names the targets of which each alone has no admissible assignment, as listing every assignment finds them', () => {
  const met = { staffed: 0, unstaffable: 0 }
  const small = departments({ people: 6, visits: 5, seats: 4, slots: 20 })
  fc.assert(
    fc.property(small, department => {
      const { pool, recusals, avoidSameArea } = department
      const seats = department.visits[0]!.open
      const frame = department.visits.map(({ target, area }) => ({
        ...{ stratum: 'all', target, area },
        departments: [D],
      }))
      const found = unstaffableIn({ frame, pool, recusals, avoidSameArea, teams: [{ department: D, seats }] })
      const alone = department.visits.filter(
        visit => !isFeasible({ ...department, visits: [{ ...visit, open: seats, sitting: [] }] }),
      )
      expect([...found.keys()]).toEqual(alone.map(({ target }) => target))
      met.unstaffable += alone.length
      met.staffed += frame.length - alone.length
    }),
    { numRuns: 1500 },
  )
  expect(Math.min(met.staffed, met.unstaffable)).toBeGreaterThan(500)
})

const person = (department: string, name: string) => ({
  ...{ department: department as DepartmentCode, inspector: name as InspectorId },
  ...{ tags: [], area: '', capacity: null, load: 0 },
})
const pair = (inspector: string, target: string) => ({
  inspector: inspector as InspectorId,
  target: target as TargetId,
})

test('each department for itself: the first without a team is named', () => {
  const [A, B] = ['A', 'B'] as DepartmentCode[]
  const row = (target: string, ...going: DepartmentCode[]) => ({
    ...{ stratum: 'all', target: target as TargetId, departments: going, area: '' },
  })
  const found = unstaffableIn({
    frame: [row('T1', A!, B!), row('T2', A!), row('T3', B!), row('T4', A!, B!)],
    pool: [person('A', 'a1'), person('A', 'a2'), person('B', 'b1')],
    recusals: [pair('a1', 'T3'), pair('a1', 'T4'), pair('b1', 'T1'), pair('b1', 'T4')],
    teams: [
      { department: A!, seats: ['', ''] },
      { department: B!, seats: [''] },
    ],
    avoidSameArea: false,
  })
  expect([...found]).toEqual([
    ['T1', 'B'],
    ['T4', 'A'],
  ])
})

lawOfMany('a registry of half a million is asked in linear time', 10, part => {
  const frame = Array.from({ length: 500_000 / part }, (_, i) => ({
    ...{ stratum: 'all', target: `T${i}` as TargetId, departments: [D], area: `区${i % 300}` },
  }))
  const pool = Array.from({ length: 400 }, (_, i) => ({ ...person('D', `P${i}`), area: `区${i % 300}` }))
  const recusals = frame
    .filter((_, i) => i % 5000 === 0)
    .flatMap(({ target }) => pool.map(({ inspector }) => ({ inspector, target })))
  const teams = [{ department: D, seats: ['', ''] }]
  expect(unstaffableIn({ frame, pool, recusals, teams, avoidSameArea: true }).size).toBe(100 / part)
})
