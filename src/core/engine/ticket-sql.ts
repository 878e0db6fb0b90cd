import type { Cut } from '../draw/cuts.ts'
import type { Digest } from '../ids.ts'
import type { Dialect } from './dialects/dialect.ts'
import { frameLine, lineSql } from './freeze-sql.ts'
import type { SnapshotNames } from './tables.ts'

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
