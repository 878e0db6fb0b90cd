import { expect, test } from 'vitest'
import { attendanceOf } from '../../../src/core/frame/attendance.ts'
import type { FrameResult } from '../../../src/core/frame/frame.ts'
import { type Rest, withRest } from '../../../src/core/frame/rest.ts'
import { weightIn } from '../../../src/core/frame/waterfall.ts'

const OWN: FrameResult = {
  frame: [{ stratum: 'A', target: 'b', departments: ['D'], area: '' }],
  exclusions: [{ target: 'y', reason: 'cap-total:2' }],
  unassigned: [],
  away: [],
  waterfall: {
    registry: 3,
    elsewhere: 0,
    outside: 1,
    excluded: { 'cap-total': 1 },
    withdrawn: {},
    frame: 1,
    unassigned: 0,
  },
  inForce: 2,
  drawnFor: new Map(),
  awaitedFor: new Map(),
}

const REST: Rest = {
  elsewhere: 10,
  outside: 20,
  inForce: 105,
  framed: [
    { stratum: 'A', target: 'a', departments: ['D', 'E'], area: '', count: 70, unclaimed: false },
    { stratum: 'B', target: 'c', departments: ['D'], area: 'X', count: 30, unclaimed: true },
  ],
  excluded: [
    { target: 'x', reason: 'grace:2026-01-02', count: 5 },
    { target: 'z', reason: 'deregistered', count: 2 },
  ],
}

test('rows that stand for many count as many, those of the past as one', () => {
  const { frame, exclusions, waterfall, inForce, unassigned, weights } = withRest(OWN, REST)
  expect(frame.map(({ target }) => target)).toEqual(['a', 'b', 'c'])
  expect(exclusions.map(({ target }) => target)).toEqual(['x', 'y', 'z'])
  expect(waterfall).toEqual({
    registry: 140,
    elsewhere: 10,
    outside: 21,
    excluded: { grace: 5, 'cap-total': 1, deregistered: 2 },
    withdrawn: {},
    frame: 101,
    unassigned: 30,
  })
  expect([inForce, unassigned]).toEqual([107, ['c']])
  const strata = [
    { stratum: 'A', size: 71, take: 71, reserve: 0 },
    { stratum: 'B', size: 30, take: 0, reserve: 0 },
  ]
  const { departments, joint } = attendanceOf(
    ['D', 'E'],
    frame,
    strata,
    weightIn({ ...OWN, weights: weights! }),
  )
  expect(departments.map(({ framed, most }) => [framed, most])).toEqual([
    [101, 71],
    [70, 70],
  ])
  expect(joint.framed).toBe(70)
})
