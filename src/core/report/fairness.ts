import type { FrameRow, SelectionRow, Stratum } from '../draw/folder/rows.ts'
import { type Fraction, fraction, plus } from '../fraction.ts'
import { addOne } from '../tally.ts'
import { type Cell, type ChiSquare, chiSquare } from './chi-square.ts'

/** A draw as the tests of fairness see it. */
export interface Sampled {
  readonly strata: readonly Stratum[]
  /** In the order of (stratum, target); read once, and none of it is kept. */
  readonly frame: Iterable<SampledRow>
  readonly selection: readonly Pick<SelectionRow, 'target' | 'status'>[]
}

/** A row of a frame, with what else the registry said of its target when the draw was frozen. */
export interface SampledRow extends Pick<FrameRow, 'stratum' | 'target' | 'area'> {
  readonly class: string
  /** Where the target stands in the registry: a lower number was entered earlier. */
  readonly entered: number
}

export type Attribute = 'station' | 'class' | 'order'

/**
 * Whether what was drawn differs from the frames by station, by class, by the order of the register: three tests, each
 * over all strata of all draws together. A stratum of `size` that gives `take` is expected to give each cell its share.
 */
export function fairnessOf(draws: Iterable<Sampled>): Readonly<Record<Attribute, ChiSquare>> {
  const tally = fairnessTally()
  for (const draw of draws) tally.add(draw)
  return tally.tests()
}

/** The same draw by draw: of each that was added cells are kept; of its frame two numbers for each row, while it is read. */
export function fairnessTally() {
  const tests = { station: cellTally(), class: cellTally(), order: cellTally() }
  return {
    add({ strata, frame, selection }: Sampled): void {
      const drawn = new Set(selection.flatMap(row => (row.status === 'drawn' ? [row.target] : [])))
      const size = strata.reduce((sum, stratum) => sum + stratum.size, 0)
      const entered = new Float64Array(size)
      const isDrawn = new Uint8Array(size)
      const ends: { readonly stratum: string; readonly end: number }[] = []
      let rows = 0
      for (const row of frame) {
        const taken = drawn.has(row.target)
        tests.station.count(row.stratum, row.area, taken)
        tests.class.count(row.stratum, row.class, taken)
        entered[rows] = row.entered
        isDrawn[rows++] = taken ? 1 : 0
        if (ends.at(-1)?.stratum === row.stratum) ends.pop()
        ends.push({ stratum: row.stratum, end: rows })
      }
      const decileOf = deciles(entered.subarray(0, rows))
      let row = 0
      for (const { stratum, end } of ends)
        for (; row < end; row++) tests.order.count(stratum, decileOf(row), isDrawn[row] === 1)
      for (const tally of Object.values(tests)) tally.expect(strata)
    },
    tests: (): Readonly<Record<Attribute, ChiSquare>> => ({
      station: tests.station.test(),
      class: tests.class.test(),
      order: tests.order.test(),
    }),
  }
}

/** Counts the rows of a draw by stratum and cell, then adds what was to be expected of them to what earlier draws came to. */
function cellTally() {
  const observed = new Map<string, number>()
  const expected = new Map<string, Fraction>()
  const counts = new Map<string, Map<string, number>>()
  return {
    count(stratum: string, cell: string, isDrawn: boolean): void {
      const own = counts.get(stratum) ?? new Map<string, number>()
      addOne(own, cell)
      counts.set(stratum, own)
      if (isDrawn) addOne(observed, cell)
    },
    expect(strata: readonly Stratum[]): void {
      for (const { stratum, size, take } of strata) {
        for (const [cell, count] of counts.get(stratum) ?? [])
          expected.set(cell, plus(expected.get(cell) ?? fraction(0), fraction(take * count, size)))
      }
      counts.clear()
    },
    test(): ChiSquare {
      const cells = [...expected].map(([name, share]): Cell => {
        return { name, observed: observed.get(name) ?? 0, expected: share }
      })
      return chiSquare(cells)
    },
  }
}

/** Tenths of the rows in the order in which their targets came into the registry: 01 to 10. */
function deciles(entered: Float64Array): (row: number) => string {
  const count = entered.length
  // One number for both, exact as long as there are fewer than 94 million of each: who came with nobody keeps the place of the row.
  const inOrder = entered.map((number, row) => number * count + row).sort()
  const decile = new Uint8Array(count)
  for (const [i, key] of inOrder.entries()) decile[key % count] = Math.floor((10 * i) / count) + 1
  return row => String(decile[row]).padStart(2, '0')
}
