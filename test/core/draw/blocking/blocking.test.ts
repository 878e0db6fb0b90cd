/** @module-tag slow */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Blocking } from '../../../../src/core/draw/blocking/blocking.ts'
import { type Cure, withCure } from '../../../../src/core/draw/blocking/cure.ts'
import { matchDepartment } from '../../../../src/core/draw/match.ts'
import type { Department } from '../../../../src/core/draw/matching/department.ts'
import { lawOfMany } from '../../../helpers/law-of-many.ts'
import { isFeasible, rulesOf } from '../matching/brute-force.ts'
import { departments, keyOf } from '../matching/departments.ts'

const small = departments({ people: 5, visits: 4, seats: 3, slots: 7 })

describe('the blocking group of an infeasible department', () => {
  lawOfMany('blocks by its own numbers, and no part of it does', 10, part => {
    let met = 0
    forInfeasible(3000 / part, (department, blocking) => {
      met++
      const { seats, free, outside, deficit } = counted(department, blocking.targets, blocking.inspectors)
      expect(blocking).toMatchObject({ seats, free, outside, deficit })
      expect(deficit).toBe(seats - free - outside)
      expect(deficit).toBeGreaterThan(0)
      expect(blocking.unfilled).toBeGreaterThanOrEqual(deficit)
      for (const targets of subsets(blocking.targets)) {
        for (const inspectors of subsets(blocking.inspectors)) {
          if (targets.length === blocking.targets.length && inspectors.length === blocking.inspectors.length)
            continue
          expect(counted(department, targets, inspectors).deficit).toBeLessThanOrEqual(0)
        }
      }
    })
    expect(met).toBeGreaterThan(700 / part)
  })

  lawOfMany('has a cause', 10, part => {
    forInfeasible(1000 / part, (_, blocking) => expect(blocking.causes).not.toEqual([]))
  })

  lawOfMany('is cured by every cure named, and by no other single change of its kinds', 10, part => {
    forInfeasible(3000 / part, (department, { cures }) => {
      expect(cures.filter(cure => !isFeasible(withCure(department, cure)))).toEqual([])
      const all = everySingleChange(department).filter(cure => isFeasible(withCure(department, cure)))
      const anybody = all.some(cure => cure.kind === 'person' && cure.tag === '')
      const least = all.filter(cure => !(anybody && cure.kind === 'person' && cure.tag !== ''))
      const text = (cure: Cure): string => JSON.stringify(cure)
      expect(cures.map(text).sort()).toEqual(least.map(text).sort())
    })
  })
})

describe('the blocking group names', () => {
  const alone = (change: Partial<Department>): Blocking => {
    const outcome = matchDepartment({ ...office, ...change }, keyOf(''))
    if (outcome.kind === 'matched') throw new Error('feasible')
    return outcome.blocking
  }

  test('a tag that too few carry', () => {
    expect(
      alone({ visits: visits(3, ['leader', '']), pool: [person('a', ['leader'], 2), ...others] }),
    ).toEqual({
      targets: ['T0', 'T1', 'T2'],
      inspectors: ['a'],
      seats: 6,
      free: 2,
      outside: 3,
      deficit: 1,
      unfilled: 1,
      causes: [
        { kind: 'capacity', inspectors: ['a'] },
        { kind: 'tag', tag: 'leader', seats: 3, carriers: 1, inspectors: ['a'] },
      ],
      cures: [
        { kind: 'capacity', inspector: 'a', by: 1 },
        { kind: 'tag', inspector: 'x', tag: 'leader' },
        { kind: 'tag', inspector: 'y', tag: 'leader' },
        { kind: 'person', tag: 'leader' },
        { kind: 'seat', tag: 'leader' },
      ],
    })
  })

  test('a recusal', () => {
    const blocking = alone({
      visits: visits(2, ['leader']),
      pool: [person('a', ['leader']), ...others],
      recusals: [{ inspector: 'a', target: 'T1' }],
    })
    expect(blocking).toMatchObject({ targets: ['T1'], inspectors: [] })
    expect(blocking.causes).toContainEqual({ kind: 'recusal', pairs: [{ inspector: 'a', target: 'T1' }] })
    expect(blocking.cures).toContainEqual({ kind: 'recusal', inspector: 'a', target: 'T1' })
  })

  test('the area whose inspectors keep away', () => {
    const blocking = alone({
      visits: visits(2, ['', ''], '东'),
      pool: others.map(row => ({ ...row, area: '东' })),
      avoidSameArea: true,
    })
    expect(blocking.causes).toEqual([{ kind: 'sameArea', areas: ['东'] }])
    expect(blocking.cures).toContainEqual({ kind: 'sameArea' })
  })

  test('a team larger than the department', () => {
    const blocking = alone({ visits: visits(1, ['', '', '']) })
    expect(blocking.causes).toEqual([{ kind: 'people', seats: 3, people: 2 }])
    expect(blocking.cures).toEqual([
      { kind: 'person', tag: '' },
      { kind: 'seat', tag: '' },
    ])
  })

  test('experts, kept for seats that ask for one', () => {
    const blocking = alone({ visits: visits(1, ['', '']), pool: [person('e', ['expert']), person('x', [])] })
    expect(blocking.causes).toEqual([{ kind: 'expert', inspectors: ['e'] }])
  })

  test('both rules that only together keep somebody away', () => {
    const blocking = alone({
      visits: visits(1, ['leader']),
      pool: [person('x', [])],
      recusals: [{ inspector: 'x', target: 'T0' }],
    })
    expect(blocking.causes.map(cause => cause.kind)).toEqual(['tag', 'recusal'])
  })

  test('how many seats the whole department lacks, beside the group', () => {
    const blocking = alone({ visits: visits(9, ['']), pool: [person('x', [], 2), person('y', [], 3)] })
    expect(blocking).toMatchObject({ inspectors: ['x', 'y'], deficit: 1, unfilled: 4 })
    expect(blocking.cures).toContainEqual({ kind: 'capacity', inspector: 'x', by: 4 })
  })
})

const others = [person('x', []), person('y', [])]
const office: Department = { visits: [], pool: others, recusals: [], avoidSameArea: false }

function person(
  inspector: string,
  tags: readonly string[],
  capacity: number | null = null,
): Department['pool'][0] {
  return { department: 'D', inspector, tags, area: '', capacity, load: 0 }
}

function visits(number: number, open: readonly string[], area = ''): Department['visits'] {
  return Array.from({ length: number }, (_, i) => ({ target: `T${i}`, area, open, sitting: [] }))
}

function forInfeasible(numRuns: number, check: (department: Department, blocking: Blocking) => void): void {
  fc.assert(
    fc.property(small, department => {
      const outcome = matchDepartment(department, keyOf(''))
      if (outcome.kind === 'infeasible') check(department, outcome.blocking)
    }),
    { numRuns },
  )
}

/** The numbers of a group, by trying all ways in which outsiders may sit. */
function counted(department: Department, targets: readonly string[], inspectors: readonly string[]) {
  const group = department.visits.filter(visit => targets.includes(visit.target))
  const { people, slots } = rulesOf({ ...department, visits: group })
  const most = (visit: number, from: number, sitting: readonly number[]): number => {
    const at = slots.findIndex((slot, i) => i >= from && slot.visit === visit)
    if (at < 0) return sitting.length
    const may = slots[at]!.candidates.filter(
      p => !sitting.includes(p) && !inspectors.includes(people[p]!.inspector),
    )
    return Math.max(most(visit, at + 1, sitting), ...may.map(p => most(visit, at + 1, [...sitting, p])))
  }
  const inside = people.filter(row => inspectors.includes(row.inspector))
  const free = inside.reduce((sum, row) => sum + Math.max(0, row.capacity - row.load), 0)
  const outside = group.reduce((sum, _, visit) => sum + most(visit, 0, []), 0)
  return { seats: slots.length, free, outside, deficit: slots.length - free - outside }
}

function subsets<T>(list: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: 2 ** list.length }, (_, bits) => list.filter((_, i) => (bits >> i) & 1))
}

/** Every change of the kinds that cures have; of a capacity, the smallest rise that cures. */
function everySingleChange(department: Department): readonly Cure[] {
  const { pool, visits, recusals, avoidSameArea } = department
  const seats = [...new Set(visits.flatMap(visit => visit.open))]
  const tags = seats.filter(tag => tag !== '')
  return [
    ...pool.flatMap(({ inspector, capacity }): Cure[] => {
      if (capacity === null) return []
      const rises = Array.from(
        { length: 16 },
        (_, i) => ({ kind: 'capacity', inspector, by: i + 1 }) as const,
      )
      return rises.filter(cure => isFeasible(withCure(department, cure))).slice(0, 1)
    }),
    ...recusals.map(pair => ({ kind: 'recusal', ...pair }) as const),
    ...(avoidSameArea ? [{ kind: 'sameArea' } as const] : []),
    ...pool.flatMap(row => {
      const lacking = tags.filter(tag => !row.tags.includes(tag))
      return lacking.map(tag => ({ kind: 'tag', inspector: row.inspector, tag }) as const)
    }),
    ...['', ...tags].map(tag => ({ kind: 'person', tag }) as const),
    ...seats.map(tag => ({ kind: 'seat', tag }) as const),
  ]
}
