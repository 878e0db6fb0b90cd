import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Fraction, fraction, percentOf } from '../../../src/core/fraction.ts'
import { attendanceOf } from '../../../src/core/frame/attendance.ts'
import type { DepartmentCode } from '../../../src/core/ids.ts'

const DEPARTMENTS: readonly DepartmentCode[] = ['BING', 'JIA', 'YI']

/** Up to six targets in two strata, each visited by some departments, and how many of each stratum are drawn. */
const tasks = fc
  .tuple(
    fc.array(fc.tuple(fc.constantFrom('A', 'B'), fc.subarray([...DEPARTMENTS], { minLength: 1 })), {
      minLength: 1,
      maxLength: 6,
    }),
    fc.nat(6),
    fc.nat(6),
  )
  .map(([targets, ...takes]) => {
    const frame = targets.map(([stratum, departments], i) => ({
      stratum,
      target: `T${i}`,
      departments,
      area: '',
    }))
    const strata = ['A', 'B'].flatMap((stratum, i) => {
      const size = frame.filter(row => row.stratum === stratum).length
      return size === 0 ? [] : [{ stratum, size, take: Math.min(size, takes[i]!), reserve: 0 }]
    })
    return { frame, strata }
  })

test('says what every possible draw keeps to, and what they come to on average', () => {
  fc.assert(
    fc.property(tasks, ({ frame, strata }) => {
      const draws = subsets(frame).filter(drawn =>
        strata.every(({ stratum, take }) => drawn.filter(row => row.stratum === stratum).length === take),
      )
      const { departments, joint, jointShare } = attendanceOf(DEPARTMENTS, frame, strata)
      const shares = [
        ...departments.map(own => [own, (row: Row) => row.departments.includes(own.department)] as const),
        [joint, (row: Row) => row.departments.length > 1] as const,
      ]
      for (const [{ framed, least, most, mean }, counts] of shares) {
        const visits = draws.map(drawn => drawn.filter(counts).length)
        expect([framed, least, most]).toEqual([
          frame.filter(counts).length,
          Math.min(...visits),
          Math.max(...visits),
        ])
        expect(mean).toEqual(meanOf(visits))
      }
      const take = strata.reduce((sum, stratum) => sum + stratum.take, 0)
      expect(jointShare === null).toBe(take === 0)
    }),
  )
})

test('of a draw to which all go, every target counts for each department and is joint', () => {
  const frame = Array.from({ length: 40 }, (_, i) => ({
    stratum: i < 30 ? 'A' : 'B',
    departments: DEPARTMENTS,
    target: `T${i}`,
  }))
  const strata = [
    { stratum: 'A', size: 30, take: 3, reserve: 0 },
    { stratum: 'B', size: 10, take: 1, reserve: 0 },
  ]
  const { departments, joint, jointShare } = attendanceOf(DEPARTMENTS, frame, strata)
  const all = { framed: 40, least: 4, most: 4, mean: fraction(4) }
  expect(departments).toEqual(DEPARTMENTS.map(department => ({ department, ...all })))
  expect(joint).toEqual(all)
  expect(percentOf(jointShare!)).toBe('100.00%')
})

interface Row {
  readonly departments: readonly string[]
}

function subsets<T>(of: readonly T[]): T[][] {
  return Array.from({ length: 2 ** of.length }, (_, set) => of.filter((_one, i) => ((set >> i) & 1) === 1))
}

function meanOf(counts: readonly number[]): Fraction {
  return fraction(
    counts.reduce((sum, count) => sum + count, 0),
    counts.length,
  )
}
