import { sortByBytes } from '../bytes.ts'
import type { ExclusionRow, FrameRow } from '../draw/folder/rows.ts'
import type { Sorted } from '../frame/frame.ts'
import type { Rest } from '../frame/rest.ts'
import type { TargetId } from '../ids.ts'
import type { RecordCells } from '../registry/libraries/record-cells.ts'
import { cursorOver, OddRow, type PackedRegistry } from './packed-registry.ts'

/** What becomes of targets, each outcome once, by numbers from 0 on. */
export interface Outcomes {
  /** The number of an outcome, a new one where it is. `row` is the row that it is the outcome of. */
  readonly of: (sorted: Sorted, row: RecordCells) => number
  /** Counts the target of a row under an outcome; true where it is in the frame or excluded. */
  readonly take: (outcome: number, row: number) => boolean
  /** Finds the first id of each outcome: `outcomeOf` gives that of a row, or −1. To be called once, before what follows. */
  readonly nameFirst: (registry: PackedRegistry, outcomeOf: (row: number) => number) => void
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
  readonly isListed: boolean
  count: number
  /** The rows of it, as long as they are few. */
  readonly few: number[]
  /** The first id in byte order. */
  first: TargetId | null
}

/** The departments of a row, as `frame.ts` places them. */
const DEPARTMENTS = 1

/** So few rows are looked up one by one; of more the first is soon met among the ids in their order. */
const FEW = 16

export function newOutcomes(): Outcomes {
  const numbers = new Map<string, number>()
  const all: Outcome[] = []
  return {
    of(sorted, row) {
      const unclaimed = row[DEPARTMENTS] === ''
      const key = keyOf(sorted, unclaimed)
      let number = numbers.get(key)
      if (number === undefined) {
        const isListed = sorted.kind === 'framed' || sorted.kind === 'excluded'
        number = all.push({ sorted, unclaimed, isListed, count: 0, few: [], first: null }) - 1
        numbers.set(key, number)
      }
      return number
    },
    take(number, row) {
      const outcome = all[number]!
      outcome.count++
      if (outcome.isListed && outcome.count <= FEW) outcome.few.push(row)
      return outcome.isListed
    },
    nameFirst(registry, outcomeOf) {
      const listed = all.filter(({ isListed, count }) => isListed && count > 0)
      nameFew(
        listed.filter(({ count }) => count <= FEW),
        registry,
      )
      nameMany(all, listed.filter(({ count }) => count > FEW).length, registry, outcomeOf)
    },
    rest: () => restOf(all.filter(({ count }) => count > 0)),
    rowOf: number => standing(all[number]!),
    count: () => all.length,
    rows: () => all.reduce((sum, { isListed, count }) => sum + (isListed ? count : 0), 0),
  }
}

function nameFew(few: readonly Outcome[], { idsOf }: PackedRegistry): void {
  const ids = new Map(idsOf(few.flatMap(outcome => outcome.few)))
  for (const outcome of few) {
    const own = outcome.few.map(row => ids.get(row))
    if (own.includes(undefined)) throw new OddRow()
    outcome.first = sortByBytes(own as TargetId[])[0]!
  }
}

/** Goes through the ids until each of so many has been met. */
function nameMany(
  all: readonly Outcome[],
  many: number,
  { ids }: PackedRegistry,
  outcomeOf: (row: number) => number,
): void {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const cursor = cursorOver(many === 0 ? [] : ids())
  for (let left = many; left > 0; ) {
    if (!cursor.next()) throw new OddRow()
    const outcome = all[outcomeOf(cursor.number)]
    if (outcome === undefined || outcome.first !== null) continue
    outcome.first = decoder.decode(cursor.bytes.subarray(cursor.from, cursor.to)) as TargetId
    left--
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

function standing({ sorted, first: target }: Outcome): FrameRow | ExclusionRow | null {
  if (target === null) return null
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
