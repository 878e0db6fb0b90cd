import type { Stratum } from './folder/rows.ts'

/** Of a stratum those whose ticket is below a cut-off; null: all of them. */
export interface Cut {
  readonly stratum: string
  /** The first digits of a ticket, in lower case. */
  readonly below: string | null
}

/**
 * Cut-offs below which almost certainly as many tickets lie as are wanted: the mean and six deviations more. Each `further`
 * one, where too few came, doubles what is beyond the wanted.
 */
export function cutsOf(strata: readonly Stratum[], further: number): Cut[] {
  return strata.flatMap(({ stratum, size, take, reserve }) => {
    const wanted = BigInt(take + reserve)
    if (wanted === 0n) return []
    const spare = (6n * rootAbove(wanted) + 20n) * 2n ** BigInt(further)
    const cut = ((wanted + spare) << BITS) / BigInt(size)
    return [{ stratum, below: cut >> BITS > 0n ? null : cut.toString(16).padStart(DIGITS, '0') }]
  })
}

const DIGITS = 16
const BITS = 64n

/** The root of a number, rounded up. */
function rootAbove(number: bigint): bigint {
  let root = 1n
  while (root * root < number) root++
  return root
}
