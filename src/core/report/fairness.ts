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
export function fairnessOf(draws: readonly Sampled[]): Readonly<Record<Attribute, ChiSquare>> {
  return {
    station: test(
      draws,
      () =>
        ({ area }) =>
          area,
    ),
    class: test(
      draws,
      ({ classOf }) =>
        ({ target }) =>
          classOf(target),
    ),
    order: test(draws, decileFinder),
  }
}

function test(draws: readonly Sampled[], finder: (draw: Sampled) => (row: FrameRow) => string): ChiSquare {
  const observed = new Map<string, number>()
  const expected = new Map<string, Fraction>()
  for (const draw of draws) {
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
  const cells = [...expected].map(([name, share]): Cell => {
    return { name, observed: observed.get(name) ?? 0, expected: share }
  })
  return chiSquare(cells)
}

/** Tenths of the frame in the order in which its targets came into the registry: 01 to 10. */
function decileFinder({ frame, enteredAt }: Sampled): (row: FrameRow) => string {
  const inOrder = frame.map(({ target }) => target).sort((a, b) => enteredAt(a) - enteredAt(b))
  const decile = new Map(inOrder.map((target, i) => [target, Math.floor((10 * i) / inOrder.length) + 1]))
  return ({ target }) => String(decile.get(target)).padStart(2, '0')
}
