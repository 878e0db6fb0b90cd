import type { Fraction } from '../fraction.ts'

/** Most decimals that are written in full. */
const PLACES = 4

/**
 * What a fraction of a stratum is before it is rounded, as a decimal number: exact where four places are enough, else to
 * two places, half up, with `≈` before it.
 */
export function quotaOf(size: number, { numerator, denominator }: Fraction): string {
  const product = BigInt(size) * numerator
  const scaled = product * 10n ** BigInt(PLACES)
  if (scaled % denominator === 0n) return decimal(scaled / denominator, PLACES).replace(/\.?0+$/, '')
  return `≈${decimal((200n * product + denominator) / (2n * denominator), 2)}`
}

/** A whole number of ten-to-the-minus-`places` as a decimal. */
function decimal(units: bigint, places: number): string {
  const digits = String(units).padStart(places + 1, '0')
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`
}
