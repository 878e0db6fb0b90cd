import type { ExclusionRow, FrameRow } from '../draw/folder/rows.ts'
import type { Sorted } from '../frame/frame.ts'
import type { Rest } from '../frame/rest.ts'
import type { RecordCells } from '../registry/libraries/record-cells.ts'
import { compareBytes } from './order.ts'

/** What becomes of targets, each outcome once, by numbers from 0 on. */
export interface Outcomes {
  /** The number of an outcome, a new one where it is. `row` is the row that it is the outcome of. */
  readonly of: (sorted: Sorted, row: RecordCells) => number
  /** Counts a target under an outcome; true where it is in the frame or excluded. */
  readonly take: (outcome: number, bytes: Uint8Array, from: number, to: number) => boolean
  /** How many there are of each, under the first of them. */
  readonly rest: () => Rest
  /** The rows of the frame and of the exclusions that stand for those of an outcome; null where they are in neither. */
  readonly rowOf: (outcome: number) => FrameRow | ExclusionRow | null
  readonly count: () => number
  /** How many targets are in the frame or excluded. */
  readonly rows: () => number
}

interface Outcome {
  readonly sorted: Sorted
  readonly unclaimed: boolean
  count: number
  /** The first id in byte order. */
  least: Uint8Array | null
}

/** The departments of a row, as `frame.ts` places them. */
const DEPARTMENTS = 1

export function newOutcomes(): Outcomes {
  const numbers = new Map<string, number>()
  const all: Outcome[] = []
  return {
    of(sorted, row) {
      const unclaimed = row[DEPARTMENTS] === ''
      const key = keyOf(sorted, unclaimed)
      let number = numbers.get(key)
      if (number === undefined) {
        number = all.push({ sorted, unclaimed, count: 0, least: null }) - 1
        numbers.set(key, number)
      }
      return number
    },
    take(number, bytes, from, to) {
      const outcome = all[number]!
      outcome.count++
      const { kind } = outcome.sorted
      if (kind === 'elsewhere' || kind === 'outside') return false
      const { least } = outcome
      if (least === null || compareBytes(bytes, from, to, least, 0, least.length) < 0)
        outcome.least = bytes.slice(from, to)
      return true
    },
    rest: () => restOf(all.filter(({ count }) => count > 0)),
    rowOf: number => standing(all[number]!),
    count: () => all.length,
    rows: () => all.reduce((sum, { least, count }) => sum + (least === null ? 0 : count), 0),
  }
}

function keyOf(sorted: Sorted, unclaimed: boolean): string {
  switch (sorted.kind) {
    case 'elsewhere':
    case 'outside':
      return sorted.kind
    case 'excluded':
      return `x\n${sorted.inForce}\n${sorted.reason}`
    case 'framed': {
      const { stratum, departments, area } = sorted.row
      return `f\n${unclaimed}\n${stratum}\n${departments.join(';')}\n${area}`
    }
    default:
      return sorted satisfies never
  }
}

function standing({ sorted, least }: Outcome): FrameRow | ExclusionRow | null {
  if (least === null) return null
  const target = new TextDecoder('utf-8', { ignoreBOM: true }).decode(least)
  if (sorted.kind === 'framed') return { ...sorted.row, target }
  return sorted.kind === 'excluded' ? { target, reason: sorted.reason } : null
}

function restOf(all: readonly Outcome[]): Rest {
  const counted = (is: (sorted: Sorted) => boolean) =>
    all.reduce((sum, { sorted, count }) => sum + (is(sorted) ? count : 0), 0)
  return {
    elsewhere: counted(({ kind }) => kind === 'elsewhere'),
    outside: counted(({ kind }) => kind === 'outside'),
    inForce: counted(sorted => 'inForce' in sorted && sorted.inForce),
    framed: all.flatMap(outcome => {
      const row = standing(outcome)
      if (row === null || !('stratum' in row)) return []
      return [{ ...row, count: outcome.count, unclaimed: outcome.unclaimed }]
    }),
    excluded: all.flatMap(outcome => {
      const row = standing(outcome)
      return row === null || !('reason' in row) ? [] : [{ ...row, count: outcome.count }]
    }),
  }
}
