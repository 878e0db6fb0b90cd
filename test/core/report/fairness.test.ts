import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FrameRow, SelectionRow, Stratum } from '../../../src/core/draw/folder/rows.ts'
import { select } from '../../../src/core/draw/selection.ts'
import { fraction, plus } from '../../../src/core/fraction.ts'
import { type Cell, chiSquare, numberOf, TOGETHER, upperTail } from '../../../src/core/report/chi-square.ts'
import { fairnessOf, type Sampled } from '../../../src/core/report/fairness.ts'
import { keyOf } from '../draw/matching/departments.ts'

const cell = (name: string, observed: number, expected: number): Cell => ({
  ...{ name, observed },
  expected: fraction(expected),
})

describe('chiSquare', () => {
  test.each([
    [1, 3.841459],
    [2, 5.991465],
    [3, 7.814728],
    [5, 11.070498],
    [10, 18.307038],
    [11, 19.675138],
  ])('p of the tabulated 5 %% point for %i degrees of freedom', (freedom, x) => {
    expect(upperTail(freedom, x)).toBeCloseTo(0.05, 5)
  })

  test('is the sum of (O − E)² / E, exactly', () => {
    const { statistic, freedom } = chiSquare([cell('a', 12, 9), cell('b', 6, 9)])
    expect([statistic, freedom]).toEqual([fraction(2), 1])
  })

  test('takes small cells together, and tests nothing where that leaves one', () => {
    const { tested } = chiSquare([cell('a', 20, 20), cell('b', 1, 3), cell('c', 5, 3)])
    expect(tested).toEqual([cell('a', 20, 20), cell(TOGETHER, 6, 6)])
    expect(chiSquare([cell('a', 2, 2), cell('b', 2, 2)])).toMatchObject({ statistic: null, p: null })
    expect(chiSquare([])).toMatchObject({ statistic: null, p: null })
  })

  test('whatever the cells: observed and expected are kept, the statistic is not below zero', () => {
    const cells = fc.uniqueArray(
      fc.record({ name: fc.string(), observed: fc.nat(50), expected: fc.integer({ min: 1, max: 50 }) }),
      { selector: ({ name }) => name },
    )
    fc.assert(
      fc.property(cells, list => {
        const { tested, statistic, p } = chiSquare(
          list.map(row => cell(row.name, row.observed, row.expected)),
        )
        const sum = (of: readonly Cell[]) => of.reduce((total, row) => total + row.observed, 0)
        expect(sum(tested)).toBe(list.reduce((total, row) => total + row.observed, 0))
        const expected = tested.map(row => row.expected).reduce(plus, fraction(0))
        expect(expected).toEqual(fraction(list.reduce((total, row) => total + row.expected, 0)))
        if (statistic !== null) expect(numberOf(statistic)).toBeGreaterThanOrEqual(0)
        if (p !== null) expect(p >= 0 && p <= 1).toBe(true)
      }),
    )
  })
})

const FRAME = Array.from({ length: 1000 }, (_, i): FrameRow => {
  const target = `T${String(i).padStart(4, '0')}`
  return { stratum: i % 3 === 0 ? 'A' : 'B', target, departments: ['D'], area: `${i % 4}所` }
})
const STRATA: readonly Stratum[] = [
  { stratum: 'A', size: 334, take: 100, reserve: 0 },
  { stratum: 'B', size: 666, take: 60, reserve: 0 },
]

function sampled(selection: readonly Pick<SelectionRow, 'target' | 'status'>[]): Sampled {
  return {
    ...{ strata: STRATA, selection },
    frame: FRAME.map(row => ({ ...row, class: row.stratum, entered: Number(row.target.slice(1)) })),
  }
}

describe('fairnessOf', () => {
  test('our own draws pass, and the class that makes the strata is met exactly', () => {
    for (let i = 0; i < 10; i++) {
      const tests = fairnessOf([sampled(select(FRAME, STRATA, keyOf(`fair ${i}`)))])
      for (const { p } of Object.values(tests)) expect(p).toBeGreaterThan(0.0005)
      expect(tests.class.statistic).toEqual(fraction(0))
      expect(tests.order.cells.map(({ name }) => name)).toEqual([
        '01',
        '02',
        '03',
        '04',
        '05',
        '06',
        '07',
        '08',
        '09',
        '10',
      ])
    }
  })

  test('who takes the first of the register, or leaves a station out, is found', () => {
    const some = (stratum: string, take: number, from: readonly FrameRow[]) =>
      from
        .filter(row => row.stratum === stratum)
        .slice(0, take)
        .map(({ target }) => ({ target, status: 'drawn' as const }))
    const first = sampled([...some('A', 100, FRAME), ...some('B', 60, FRAME)])
    expect(fairnessOf([first]).order.p).toBeLessThan(1e-6)
    const spared = FRAME.filter(row => row.area !== '0所').toReversed()
    const without = sampled([...some('A', 100, spared), ...some('B', 60, spared)])
    expect(fairnessOf([without]).station.p).toBeLessThan(1e-6)
  })

  test('tenths go by when targets came, those who came together by their rows, whatever the numbers', () => {
    const numbers = fc.array(fc.nat(30), { minLength: 20, maxLength: 60 })
    fc.assert(
      fc.property(numbers, entered => {
        const rows = entered.map((number, i) => ({
          ...FRAME[i]!,
          class: '',
          entered: number,
          stratum: 'all',
        }))
        const strata = [{ stratum: 'all', size: rows.length, take: rows.length, reserve: 0 }]
        const selection = rows.map(({ target }) => ({ target, status: 'drawn' as const }))
        const cells = fairnessOf([{ strata, selection, frame: rows }]).order.cells
        const inOrder = rows.toSorted((a, b) => a.entered - b.entered)
        const tenth = (i: number) => String(Math.floor((10 * i) / rows.length) + 1).padStart(2, '0')
        const wanted = new Map<string, number>()
        for (const i of inOrder.keys()) wanted.set(tenth(i), (wanted.get(tenth(i)) ?? 0) + 1)
        expect(Object.fromEntries(cells.map(({ name, observed }) => [name, observed]))).toEqual(
          Object.fromEntries(wanted),
        )
      }),
    )
  })
})
