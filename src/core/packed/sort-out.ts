import { awaitedOf } from '../frame/awaited.ts'
import { frameColumns, type Sorted, targetSorter } from '../frame/frame.ts'
import { limitedItems } from '../frame/items-of-task.ts'
import type { FrameInput } from '../frame/preview.ts'
import type { Rest } from '../frame/rest.ts'
import { pastOf } from '../frame/visit-history.ts'
import type { TargetId } from '../ids.ts'
import { RECORD, UNIT } from '../ledger.ts'
import type { Pieces } from '../pieces.ts'
import type { RecordCells } from '../registry/libraries/record-cells.ts'
import { type ByteMap, byteMap, HASH_FACTOR, HASH_START, hashOf } from './byte-map.ts'
import { newOutcomes, type Outcomes } from './outcomes.ts'
import type { Runs } from './runs.ts'

/** The targets of a registry, sorted out: those whom something of the past may bear on one by one, the rest by what becomes of them. */
export interface PackedSorting {
  readonly asked: readonly RecordCells[]
  readonly rest: Rest
  readonly outcomes: Outcomes
}

/** What is looked at of each id while it passes; the marks go with the numbers of the rows. */
export type SeeId = (bytes: Uint8Array, from: number, to: number) => number

/** A row that is not what the store would have written: whoever reads records must look at it. */
export class OddRow extends Error {}

/**
 * Sorts rows out as `frame/frame.ts` does, without making a record of each: cells that are alike beside the id have one
 * outcome, which is asked of the same code once. `pieces` hold whole rows with the columns of `frameColumns`, a unit mark
 * between cells, a record mark between rows. Targets of `keys` come as records; `runs` is told every other row that is in
 * the frame or excluded, with the number of its outcome.
 */
export function sortOutPacked(
  input: Pick<FrameInput, 'task' | 'rules' | 'items'>,
  pieces: Pieces,
  keys: ReadonlySet<TargetId>,
  runs: Pick<Runs, 'add'>,
  see: SeeId,
): PackedSorting {
  const outcomes = newOutcomes()
  const asked: RecordCells[] = []
  const isKey = keyFinder(keys)
  const outcomeOf = outcomeFinder(input, outcomes)
  const columns = frameColumns(input.task, input.rules).length
  for (const bytes of pieces) {
    for (let from = 0; from < bytes.length; ) {
      const id = endOfId(bytes, from)
      const end = endOfRow(bytes, id + 1, columns - 1)
      if (isKey(bytes, from, id)) asked.push(cellsIn(bytes, from, end))
      else {
        const outcome = outcomeOf(bytes, from, id, end, FOUND[0]!)
        if (outcomes.take(outcome, bytes, from, id)) runs.add(bytes, from, id, outcome | see(bytes, from, id))
      }
      from = end + 1
    }
  }
  return { asked, rest: outcomes.rest(), outcomes }
}

const [UNIT_BYTE, RECORD_BYTE] = [UNIT.charCodeAt(0), RECORD.charCodeAt(0)]

function endOfId(bytes: Uint8Array, from: number): number {
  let at = from
  while (at < bytes.length && bytes[at] !== UNIT_BYTE) at++
  if (at === bytes.length) throw new OddRow()
  return at
}

/** The end of a row whose other cells begin at a place; there must be as many as were asked for. Their hash is in `FOUND`. */
function endOfRow(bytes: Uint8Array, from: number, cells: number): number {
  let hash = HASH_START
  let units = 1
  let end = from
  for (; end < bytes.length; end++) {
    const byte = bytes[end]!
    if (byte === RECORD_BYTE) break
    if (byte === UNIT_BYTE) units++
    hash = Math.imul(hash ^ byte, HASH_FACTOR)
  }
  if (units !== cells) throw new OddRow()
  FOUND[0] = hash
  return end
}

/** Lent until the next row: a second result without an object for each. */
const FOUND = new Int32Array(1)

function cellsIn(bytes: Uint8Array, from: number, to: number): RecordCells {
  return DECODER.decode(bytes.subarray(from, to)).split(UNIT)
}

const DECODER = new TextDecoder('utf-8', { ignoreBOM: true })

function keyFinder(keys: ReadonlySet<TargetId>): (bytes: Uint8Array, from: number, to: number) => boolean {
  if (keys.size === 0) return () => false
  const map = byteMap()
  const encoder = new TextEncoder()
  for (const key of keys) {
    const bytes = encoder.encode(key)
    map.add(bytes, 0, bytes.length, hashOf(bytes, 0, bytes.length))
  }
  return (bytes, from, to) => map.find(bytes, from, to, hashOf(bytes, from, to)) >= 0
}

/** As many different rows are remembered: where they are more, cells hardly repeat. */
const MOST_KNOWN = 1 << 16

function outcomeFinder(input: Pick<FrameInput, 'task' | 'rules' | 'items'>, outcomes: Outcomes) {
  const sort = sorterOf(input)
  const known: ByteMap = byteMap()
  const found: number[] = []
  return (bytes: Uint8Array, from: number, id: number, end: number, hash: number): number => {
    const before = known.find(bytes, id + 1, end, hash)
    if (before >= 0) return found[before]!
    if (known.size() === MOST_KNOWN) known.clear()
    const row = cellsIn(bytes, from, end)
    const outcome = outcomes.of(sort(row), row)
    found[known.add(bytes, id + 1, end, hash)] = outcome
    return outcome
  }
}

/** Where a target goes that nothing was before. */
function sorterOf({
  task,
  rules,
  items: used,
}: Pick<FrameInput, 'task' | 'rules' | 'items'>): (row: RecordCells) => Sorted {
  const past = pastOf(task, rules, [], [], new Map())
  const awaited = awaitedOf(task, rules, [], past.firmOf)
  return targetSorter(task, { rules, past, awaited, items: limitedItems(task, used, rules) })
}
