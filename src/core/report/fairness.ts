import type { FrameRow, SelectionRow, Stratum } from '../draw/folder/rows.ts'
import { type Fraction, fraction, plus } from '../fraction.ts'
import type { TargetId } from '../ids.ts'
import { addOne } from '../tally.ts'
import { type Cell, type ChiSquare, chiSquare } from './chi-square.ts'

/** A draw as the tests of fairness see it. */
export interface Sampled {
  readonly strata: readonly Stratum[]
  readonly frame: readonly FrameRow[]
  readonly selection: readonly Pick<SelectionRow, 'target' | 'status'>[]
  /** What else the registry said of a target when the draw was frozen. */
  readonly classOf: (target: TargetId) => string
  /** Where a target stands in the registry: a lower number was entered earlier. */
  readonly enteredAt: (target: TargetId) => number
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

/** The same draw by draw: of each that was added cells are kept, and nothing of its frame. */
export function fairnessTally() {
  const tests = {
    station: cellTally(
      () =>
        ({ area }) =>
          area,
    ),
    class: cellTally(
      ({ classOf }) =>
        ({ target }) =>
          classOf(target),
    ),
    order: cellTally(decileFinder),
  }
  return {
    add(draw: Sampled): void {
      for (const tally of Object.values(tests)) tally.add(draw)
    },
    tests: (): Readonly<Record<Attribute, ChiSquare>> => ({
      station: tests.station.test(),
      class: tests.class.test(),
      order: tests.order.test(),
    }),
  }
}

function cellTally(finder: (draw: Sampled) => (row: FrameRow) => string) {
  const observed = new Map<string, number>()
  const expected = new Map<string, Fraction>()
  const add = (draw: Sampled) => {
    const cellOf = finder(draw)
    const drawn = new Set(draw.selection.flatMap(row => (row.status === 'drawn' ? [row.target] : [])))
    const counts = new Map<string, Map<string, number>>()
    for (const row of draw.frame) {
      const cell = cellOf(row)
      const own = counts.get(row.stratum) ?? new Map<string, number>()
      addOne(own, cell)
      counts.set(row.stratum, own)
      if (drawn.has(row.target)) addOne(observed, cell)
    }
    for (const { stratum, size, take } of draw.strata) {
      for (const [cell, count] of counts.get(stratum) ?? [])
        expected.set(cell, plus(expected.get(cell) ?? fraction(0), fraction(take * count, size)))
    }
  }
  const test = () => {
    const cells = [...expected].map(([name, share]): Cell => {
      return { name, observed: observed.get(name) ?? 0, expected: share }
    })
    return chiSquare(cells)
  }
  return { add, test }
}

/** Tenths of the frame in the order in which its targets came into the registry: 01 to 10. */
function decileFinder({ frame, enteredAt }: Sampled): (row: FrameRow) => string {
  const inOrder = frame.map(({ target }) => target).sort((a, b) => enteredAt(a) - enteredAt(b))
  const decile = new Map(inOrder.map((target, i) => [target, Math.floor((10 * i) / inOrder.length) + 1]))
  return ({ target }) => String(decile.get(target)).padStart(2, '0')
}
