import { byBytes } from '../bytes.ts'
import { divide, type Fraction, fraction, plus, times } from '../fraction.ts'

/** How many of a kind were drawn, and how many could be expected to be. */
export interface Cell {
  readonly name: string
  readonly observed: number
  readonly expected: Fraction
}

export interface ChiSquare {
  readonly cells: readonly Cell[]
  /** The cells that were tested: those with an expectation below 5 are taken together. */
  readonly tested: readonly Cell[]
  /** Σ (observed − expected)² / expected, exactly; null where fewer than two cells could be tested. */
  readonly statistic: Fraction | null
  readonly freedom: number
  /** For display; no decision hangs on it. */
  readonly p: number | null
}

/**
 * Pearson's test of what was drawn against what the frames give each cell. Strata are drawn without replacement, so the
 * statistic varies less than χ² has it and `p` is rather too large than too small: a small one is a finding.
 */
export function chiSquare(cells: readonly Cell[]): ChiSquare {
  const sorted = cells.toSorted((a, b) => byBytes(a.name, b.name))
  const tested = pooled(sorted)
  const freedom = tested.length - 1
  if (freedom < 1) return { cells: sorted, tested, statistic: null, freedom: 0, p: null }
  const statistic = tested.map(shareOf).reduce(plus)
  return { cells: sorted, tested, statistic, freedom, p: upperTail(freedom, numberOf(statistic)) }
}

/** The name of the cells that are taken together. */
export const TOGETHER = '…'

/** Small cells as one; where they still are too small together, with the smallest of the others. */
function pooled(cells: readonly Cell[]): readonly Cell[] {
  const rest = cells.filter(cell => !isSmall(cell))
  const small = cells.filter(isSmall)
  if (small.length === 0) return rest
  let together = small.reduce(joined, { name: TOGETHER, observed: 0, expected: fraction(0) })
  if (together.expected.numerator === 0n) return rest
  while (isSmall(together) && rest.length > 0) {
    const least = rest.reduce((a, b) => (compare(b.expected, a.expected) < 0 ? b : a))
    rest.splice(rest.indexOf(least), 1)
    together = joined(together, least)
  }
  return [...rest, together]
}

function joined(a: Cell, b: Cell): Cell {
  return { name: a.name, observed: a.observed + b.observed, expected: plus(a.expected, b.expected) }
}

function isSmall({ expected }: Cell): boolean {
  return expected.numerator < 5n * expected.denominator
}

function compare(a: Fraction, b: Fraction): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

function shareOf({ observed, expected }: Cell): Fraction {
  const difference = plus(fraction(observed), {
    numerator: -expected.numerator,
    denominator: expected.denominator,
  })
  return divide(times(difference, difference), expected)
}

/** A fraction as a number, to about six places: big integers are divided before they are made small. */
export function numberOf({ numerator, denominator }: Fraction): number {
  return Number((numerator * 1_000_000n) / denominator) / 1_000_000
}

/**
 * P(χ² with `freedom` degrees > `x`) = Q(freedom/2, x/2), the upper incomplete gamma function: by recurrence from
 * Q(1, z) = e^−z for even degrees, from Q(½, z) = erfc(√z) for odd ones, Q(a+1, z) = Q(a, z) + z^a e^−z / Γ(a+1)
 * (Abramowitz and Stegun, 6.5.21 and 26.4.4–5).
 */
export function upperTail(freedom: number, x: number): number {
  const z = x / 2
  const even = freedom % 2 === 0
  let a = even ? 1 : 0.5
  let q = even ? Math.exp(-z) : erfc(Math.sqrt(z))
  let term = even ? z * Math.exp(-z) : (Math.sqrt(z) * Math.exp(-z) * 2) / Math.sqrt(Math.PI)
  while (2 * a < freedom) {
    q += term
    a++
    term *= z / a
  }
  return Math.min(1, Math.max(0, q))
}

/** Abramowitz and Stegun, 7.1.26: within 1.5e−7. */
function erfc(x: number): number {
  const t = 1 / (1 + 0.3275911 * x)
  const poly = [1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592]
  return poly.reduce((sum, factor) => sum * t + factor, 0) * t * Math.exp(-x * x)
}
