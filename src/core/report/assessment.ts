import { byBytes } from '../bytes.ts'
import { type Fraction, fraction, plus, times } from '../fraction.ts'
import type { DepartmentCode } from '../ids.ts'
import { INDICATORS } from '../rules/assessment-rules.ts'

/** One of the rules' indicators. */
export type Indicator = (typeof INDICATORS)[number]

/** A part of a whole; a whole of nought means that there was nothing to be done. */
export interface Share {
  readonly part: number
  readonly whole: number
}

export type Shares = Readonly<Record<Indicator, Share>>

/** Weights and full marks, in whole numbers of a hundred, by indicator. */
export interface AssessmentTerms {
  readonly weights: ReadonlyMap<string, number>
  /** The share in per cent from which on an indicator has full marks; 100 where none is named. */
  readonly full: ReadonlyMap<string, number>
}

export interface Assessed {
  readonly department: DepartmentCode
  readonly shares: Shares
  /** The points of each indicator; null where there was nothing to be done. */
  readonly points: Readonly<Record<Indicator, Fraction | null>>
  /** Points of a hundred: indicators without anything to do leave their weight to the others. Null where nothing applies. */
  readonly score: Fraction | null
}

/** Scores departments, the best first: of each indicator its weight × its share, up to the share that has full marks. */
export function assessed(
  departments: readonly { readonly department: DepartmentCode; readonly shares: Shares }[],
  { weights, full }: AssessmentTerms,
): Assessed[] {
  return departments
    .map(({ department, shares }): Assessed => {
      let [sum, weighed] = [fraction(0), 0]
      const points = Object.fromEntries(
        INDICATORS.map(indicator => {
          const { part, whole } = shares[indicator]
          const weight = weights.get(indicator) ?? 0
          if (whole === 0 || weight === 0) return [indicator, null]
          const reached = fraction(part * 100, whole * (full.get(indicator) ?? 100))
          const own = times(fraction(weight), atMostOne(reached))
          sum = plus(sum, own)
          weighed += weight
          return [indicator, own]
        }),
      ) as Record<Indicator, Fraction | null>
      const score = weighed === 0 ? null : times(sum, fraction(100, weighed))
      return { department, shares, points, score }
    })
    .sort((a, b) => compare(b.score, a.score) || byBytes(a.department, b.department))
}

function atMostOne(share: Fraction): Fraction {
  return share.numerator > share.denominator ? fraction(1) : share
}

function compare(a: Fraction | null, b: Fraction | null): number {
  if (a === null || b === null) return (a === null ? 0 : 1) - (b === null ? 0 : 1)
  const difference = a.numerator * b.denominator - b.numerator * a.denominator
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** A score with two places, rounded half up, in whole numbers: `87.50`. */
export function scoreText({ numerator, denominator }: Fraction): string {
  const hundredths = Number((numerator * 200n + denominator) / (2n * denominator))
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`
}

/** `计划报送=10;计划完成=20` as numbers by indicator. */
export function figuresByName(value: string): ReadonlyMap<string, number> {
  return new Map(
    value === ''
      ? []
      : value.split(';').map(pair => {
          const [name, figure] = pair.split('=') as [string, string]
          return [name, Number(figure)] as const
        }),
  )
}
