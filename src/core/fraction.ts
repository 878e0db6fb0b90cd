/** An exact fraction, `numerator` of `denominator`; `denominator` is above zero. */
export interface Fraction {
  readonly numerator: bigint
  readonly denominator: bigint
}

/** The fraction that `3%`, `2‰` or `0.03` writes, exactly; null for anything else. */
export function parseFraction(text: string): Fraction | null {
  const found = /^(\d+)(?:\.(\d+))?(%|‰|)$/.exec(text)
  if (found === null) return null
  const [, whole, part = '', unit] = found as unknown as [string, string, string | undefined, string]
  const scale = unit === '%' ? 100n : unit === '‰' ? 1000n : 1n
  return { numerator: BigInt(whole + part), denominator: 10n ** BigInt(part.length) * scale }
}

export type Rounding = 'ceil' | 'round' | 'floor'

/** `count × fraction` as a whole number: up, down, or to the nearest with the half going up. */
export function portion(count: number, { numerator, denominator }: Fraction, rounding: Rounding): number {
  const product = BigInt(count) * numerator
  switch (rounding) {
    case 'ceil':
      return Number((product + denominator - 1n) / denominator)
    case 'round':
      return Number((2n * product + denominator) / (2n * denominator))
    case 'floor':
      return Number(product / denominator)
    default:
      return rounding satisfies never
  }
}

/** A share in per cent with two places, rounded half up, in whole numbers. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '—' : percentOf({ numerator: BigInt(part), denominator: BigInt(whole) })
}

/** The same of a fraction. */
export function percentOf({ numerator, denominator }: Fraction): string {
  const hundredths = Number((numerator * 20000n + denominator) / (2n * denominator))
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}%`
}

/** `numerator/denominator` in lowest terms, as people write it. */
export function reduced(numerator: number, denominator: number): string {
  const common = (a: number, b: number): number => (b === 0 ? a : common(b, a % b))
  const by = common(numerator, denominator)
  return `${numerator / by}/${denominator / by}`
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return lowest(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
}

export function times(a: Fraction, b: Fraction): Fraction {
  return lowest(a.numerator * b.numerator, a.denominator * b.denominator)
}

/** `a / b`, where b is above zero. */
export function divide(a: Fraction, b: Fraction): Fraction {
  return lowest(a.numerator * b.denominator, a.denominator * b.numerator)
}

export function fraction(numerator: number, denominator = 1): Fraction {
  return lowest(BigInt(numerator), BigInt(denominator))
}

function lowest(numerator: bigint, denominator: bigint): Fraction {
  let [a, b] = [numerator < 0n ? -numerator : numerator, denominator]
  while (b !== 0n) [a, b] = [b, a % b]
  return { numerator: numerator / a, denominator: denominator / a }
}
