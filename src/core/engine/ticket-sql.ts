import type { Stratum } from '../draw/folder/rows.ts'
import type { Digest } from '../ids.ts'
import type { Dialect } from './dialects/dialect.ts'
import { frameLine, lineSql } from './freeze-sql.ts'
import type { SnapshotNames } from './tables.ts'

/** Of a stratum those whose ticket is below a cut-off; null: all of them. */
export interface Cut {
  readonly stratum: string
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

/** Their tickets with their lines of `frame.csv` and their cells: neither sorted nor moved from server to server. */
export function ticketsSql(
  dialect: Dialect,
  names: SnapshotNames,
  selectKey: Digest,
  cuts: readonly Cut[],
): string {
  const { text } = dialect
  const ticket = dialect.sha256(dialect.joined(text(selectKey), 'target'))
  const some = cuts.map(({ stratum, below }) =>
    below === null
      ? `stratum = ${text(stratum)}`
      : `(stratum = ${text(stratum)} and ticket < ${text(below)})`,
  )
  const tickets = `select stratum, target, departments, area, cells, ${ticket} as ticket from ${names.frame}`
  return `select ${lineSql(dialect, 'ticket', frameLine(dialect), 'cells')} as line from (${tickets}) t where ${some.join(' or ')}`
}
