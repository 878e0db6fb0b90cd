import type { Fraction } from '../fraction.ts'

/** Most decimals that are written in full. */
const PLACES = 4

/**
 * What a fraction of a stratum is before it is rounded, as a decimal number: exact where four places are enough, else to
 * two places, half up, with `≈` before it.
 */
export function quotaOf(size: number, { top, bottom }: Fraction): string {
  const product = BigInt(size) * top
  const scaled = product * 10n ** BigInt(PLACES)
  if (scaled % bottom === 0n) return decimal(scaled / bottom, PLACES).replace(/\.?0+$/, '')
  return `≈${decimal((200n * product + bottom) / (2n * bottom), 2)}`
}

/** A whole number of ten-to-the-minus-`places` as a decimal. */
function decimal(units: bigint, places: number): string {
  const digits = String(units).padStart(places + 1, '0')
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`
}
