/** @module-tag slow */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchDepartment } from '../../../../src/core/draw/match.ts'
import type { Department } from '../../../../src/core/draw/matching/department.ts'
import { rngFrom } from '../../../../src/core/draw/matching/hat.ts'
import { lawOfMany } from '../../../helpers/law-of-many.ts'
import { matchByFlow, matchByList } from './brute-force.ts'
import { departments, keyOf, keys } from './departments.ts'

const small = departments({ people: 5, visits: 4, seats: 3, slots: 7 })
const middling = departments({ people: 12, visits: 12, seats: 3, slots: 36 })

describe('matchDepartment', () => {
  lawOfMany('gives the teams that listing every assignment gives', 10, part => {
    const met = { matched: 0, infeasible: 0 }
    fc.assert(
      fc.property(small, keys, (department, key) => {
        const seats = matchByList(department, rngFrom(key))
        const outcome = matchDepartment(department, key)
        met[outcome.kind]++
        if (seats === null) expect(outcome.kind).toBe('infeasible')
        else expect(outcome).toEqual({ kind: 'matched', seats })
      }),
      { numRuns: 8000 / part },
    )
    expect(met.matched).toBeGreaterThan(2000 / part)
    expect(met.infeasible).toBeGreaterThan(1000 / part)
  })

  lawOfMany('gives the teams that a flow of least cost for every name gives', 6, part => {
    fc.assert(
      fc.property(middling, keys, (department, key) => {
        const seats = matchByFlow(department, rngFrom(key))
        const outcome = matchDepartment(department, key)
        expect(outcome.kind === 'matched' ? outcome.seats : null).toEqual(seats)
      }),
      { numRuns: 600 / part },
    )
  })

  test('does not depend on the order of the pool or of the recusals', () => {
    fc.assert(
      fc.property(small, keys, (department, key) => {
        const turned = {
          ...department,
          pool: department.pool.toReversed(),
          recusals: department.recusals.toReversed(),
        }
        const { kind, ...rest } = matchDepartment(turned, key)
        const outcome = matchDepartment(department, key)
        expect(kind).toBe(outcome.kind)
        if (outcome.kind === 'matched') expect(rest).toEqual({ seats: outcome.seats })
      }),
    )
  })

  test('seats nobody twice at a target, and nobody who keeps a seat there', () => {
    fc.assert(
      fc.property(middling, keys, (department, key) => {
        const outcome = matchDepartment(department, key)
        if (outcome.kind === 'infeasible') return
        for (const [i, team] of outcome.seats.entries()) {
          const all = [...team, ...department.visits[i]!.sitting]
          expect(new Set(all).size).toBe(all.length)
        }
      }),
    )
  })

  test('shares work evenly and mixes people: 40 people, 300 visits of two', () => {
    const outcome = matchDepartment(plain(40, 300), keyOf('mixing'))
    if (outcome.kind === 'infeasible') throw new Error()
    for (const { inspector } of plain(40, 0).pool) {
      expect(outcome.seats.flat().filter(name => name === inspector)).toHaveLength(15)
    }
    const pairs = new Set(outcome.seats.map(pair => pair.toSorted().join(' ')))
    expect(pairs.size).toBeGreaterThan(200)
  })

  test('gives another draw to another key', () => {
    const department = plain(8, 10)
    expect(matchDepartment(department, keyOf('a'))).not.toEqual(matchDepartment(department, keyOf('b')))
  })

  test('evens out what is carried already', () => {
    const loads = [0, 3, 5, 9]
    const department = plain(4, 7)
    const pool = department.pool.map((row, i) => ({ ...row, load: loads[i]! }))
    const outcome = matchDepartment({ ...department, pool }, keyOf('carried'))
    if (outcome.kind === 'infeasible') throw new Error()
    const after = pool.map(
      row => row.load + outcome.seats.flat().filter(name => name === row.inspector).length,
    )
    expect(after.toSorted()).toEqual([7, 7, 8, 9])
  })

  test('fills one seat again and leaves the other as it is', () => {
    const { pool } = plain(3, 1)
    const substitution = {
      visits: [{ target: 'T', area: '', open: [''], sitting: ['P01'] }],
      pool: pool
        .filter(row => row.inspector !== 'P00')
        .map(row => ({ ...row, load: row.inspector === 'P01' ? 1 : 5 })),
      recusals: [],
      avoidSameArea: false,
    }
    expect(matchDepartment(substitution, keyOf('1'))).toEqual({ kind: 'matched', seats: [['P02']] })
  })

  test('has nothing to do without visits', () => {
    expect(matchDepartment(plain(0, 0), keyOf(''))).toEqual({ kind: 'matched', seats: [] })
  })
})

function plain(people: number, visits: number): Department {
  const number = (n: number): string => String(n).padStart(2, '0')
  return {
    visits: Array.from({ length: visits }, (_, i) => ({
      target: `T${number(i)}`,
      area: '',
      open: ['', ''],
      sitting: [],
    })),
    pool: Array.from({ length: people }, (_, i) => ({
      department: 'D',
      inspector: `P${number(i)}`,
      tags: [],
      area: '',
      capacity: null,
      load: 0,
    })),
    recusals: [],
    avoidSameArea: false,
  }
}
