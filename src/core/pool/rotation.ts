import type { PoolRow, RecusalRow } from '../draw/folder/rows.ts'
import { orderOf } from '../draw/folder/table.ts'
import { RECUSALS } from '../draw/folder/tables.ts'
import type { TargetId } from '../ids.ts'

/**
 * Pairs that rotation keeps apart beyond the recusals: whoever of the pool went to a target of the frame last time
 * (draw.md, section 2: such rules become rows of `recusals.csv`).
 */
export function rotatedPairs(
  last: readonly RecusalRow[],
  pool: readonly PoolRow[],
  inFrame: (target: TargetId) => boolean,
  recusals: readonly RecusalRow[],
): RecusalRow[] {
  const people = new Set(pool.map(({ inspector }) => inspector))
  const apart = new Set(recusals.map(keyOf))
  const pairs = new Map(last.map(pair => [keyOf(pair), pair]))
  return [...pairs.values()].filter(
    pair => people.has(pair.inspector) && inFrame(pair.target) && !apart.has(keyOf(pair)),
  )
}

/** Both together, each pair once, in the order of their file. */
export function withPairs(recusals: readonly RecusalRow[], more: readonly RecusalRow[]): RecusalRow[] {
  const pairs = new Map([...recusals, ...more].map(pair => [keyOf(pair), pair]))
  return [...pairs.values()].sort(orderOf(RECUSALS))
}

/** Ids hold no `;`. */
function keyOf({ inspector, target }: RecusalRow): string {
  return `${inspector};${target}`
}
