/** An exact fraction, `top` of `bottom`; `bottom` is above zero. */
export interface Fraction {
  readonly top: bigint
  readonly bottom: bigint
}

/** The fraction that `3%`, `2‰` or `0.03` writes, exactly; null for anything else. */
export function parseFraction(text: string): Fraction | null {
  const found = /^(\d+)(?:\.(\d+))?(%|‰|)$/.exec(text)
  if (found === null) return null
  const [, whole, part = '', unit] = found as unknown as [string, string, string | undefined, string]
  const scale = unit === '%' ? 100n : unit === '‰' ? 1000n : 1n
  return { top: BigInt(whole + part), bottom: 10n ** BigInt(part.length) * scale }
}

export type Rounding = 'ceil' | 'round' | 'floor'

/** `count × fraction` as a whole number: up, down, or to the nearest with the half going up. */
export function share(count: number, { top, bottom }: Fraction, rounding: Rounding): number {
  const product = BigInt(count) * top
  switch (rounding) {
    case 'ceil':
      return Number((product + bottom - 1n) / bottom)
    case 'round':
      return Number((2n * product + bottom) / (2n * bottom))
    case 'floor':
      return Number(product / bottom)
    default:
      return rounding satisfies never
  }
}

/** A share in per cent with two places, rounded half up, in whole numbers. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return '—'
  const hundredths = Number((BigInt(part) * 20000n + BigInt(whole)) / (2n * BigInt(whole)))
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}%`
}

/** `top/bottom` in lowest terms, as people write it. */
export function reduced(top: number, bottom: number): string {
  const common = (a: number, b: number): number => (b === 0 ? a : common(b, a % b))
  const by = common(top, bottom)
  return `${top / by}/${bottom / by}`
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return lowest(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom)
}

export function times(a: Fraction, b: Fraction): Fraction {
  return lowest(a.top * b.top, a.bottom * b.bottom)
}

/** `a / b`, where b is above zero. */
export function over(a: Fraction, b: Fraction): Fraction {
  return lowest(a.top * b.bottom, a.bottom * b.top)
}

export function fraction(top: number, bottom = 1): Fraction {
  return lowest(BigInt(top), BigInt(bottom))
}

function lowest(top: bigint, bottom: bigint): Fraction {
  let [a, b] = [top < 0n ? -top : top, bottom]
  while (b !== 0n) [a, b] = [b, a % b]
  return { top: top / a, bottom: bottom / a }
}
