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
