import { frameColumns } from '../frame/frame.ts'
import type { FrameInput } from '../frame/preview.ts'
import type { Rest } from '../frame/rest.ts'
import { sorterWithoutPast } from '../frame/sorter-without-past.ts'
import type { TargetId } from '../ids.ts'
import { UNIT } from '../ledger.ts'
import type { RecordCells } from '../registry/libraries/record-cells.ts'
import { type ByteMap, byteMap, HASH_FACTOR, HASH_START } from './byte-map.ts'
import type { RowLoops } from './loops/row-loops.ts'
import { IS_EMPTY, IS_ODD, type SortLoop, sortLoop } from './loops/sort-loop.ts'
import { newOutcomes, type Outcomes } from './outcomes.ts'
import { OddRow, type PackedRegistry, RECORD_BYTE, UNIT_BYTE } from './packed-registry.ts'
import { MOST_IN_TWO_BYTES, type RowMarks, rowMarks, withMarksUpTo } from './row-marks.ts'

/** The targets of a registry, sorted out: those whom something of the past may bear on one by one, the rest by what becomes of them. */
export interface PackedSorting {
  readonly asked: readonly RecordCells[]
  /** The numbers of the rows of those. */
  readonly rowsOfAsked: ReadonlyMap<TargetId, number>
  readonly rest: Rest
  readonly outcomes: Outcomes
  /** Of each row the number of its outcome, and {@link FIRST} more; less where it is one of those asked for, or on no list. */
  readonly marks: RowMarks
}

/** The mark of a row that is asked for one by one, and of the rows of the first outcome. */
const ASKED = 1
export const FIRST = 2

/**
 * Sorts rows out as `frame/frame.ts` does, without making a record of each: cells that are alike beside the id have one
 * outcome, which is asked of the same code once. Targets of `keys` come as records.
 */
export function sortOutPacked(
  input: Pick<FrameInput, 'task' | 'rules' | 'items'>,
  registry: PackedRegistry,
  keys: ReadonlySet<TargetId>,
  loops: RowLoops | null = null,
): PackedSorting {
  const outcomes = newOutcomes()
  const asked: RecordCells[] = []
  const rowsOfAsked = new Map(registry.numbersOf(keys))
  const idAt = new Map([...rowsOfAsked].map(([id, row]) => [row, id]))
  let marks = rowMarks(registry.most + 1)
  for (const row of idAt.keys()) marks.of[row] = ASKED
  const ask = asking(input, outcomes)
  const find = findingBefore(ask)
  const takes: Taking = {
    cells: frameColumns(input.task, input.rules).length - 1,
    isAsked: row => marks.of[row] === ASKED,
    takeAsked: (row, bytes, from, end) => asked.push([idAt.get(row)!, ...cellsIn(bytes, from, end)]),
    take(row, outcome) {
      const mark = outcomes.take(outcome, row) ? outcome + FIRST : 0
      if (mark > MOST_IN_TWO_BYTES) marks = withMarksUpTo(marks, mark)
      marks.of[row] = mark
    },
  }
  const loop = loops === null ? null : sortLoop(loops)
  let row = 0
  for (const bytes of registry.cells) {
    const quickly = loop === null ? -1 : passQuickly(bytes, row + 1, registry.most, loop, ask, takes)
    row += quickly >= 0 ? quickly : passPlainly(bytes, row + 1, registry.most, find, takes)
  }
  if (row < registry.most) throw new OddRow()
  outcomes.nameFirst(registry, number => marks.of[number]! - FIRST)
  return { asked, rowsOfAsked, rest: outcomes.rest(), outcomes, marks }
}

/** Where rows go. */
interface Taking {
  /** As many cells has a row. */
  readonly cells: number
  readonly isAsked: (row: number) => boolean
  readonly takeAsked: (row: number, bytes: Uint8Array, from: number, end: number) => void
  readonly take: (row: number, outcome: number) => void
}

/** The rows of a piece, of which the first is `first`, by the loop; gives how many they are, or −1 where it is not for the loop. */
function passQuickly(
  bytes: Uint8Array,
  first: number,
  most: number,
  loop: SortLoop,
  ask: ReturnType<typeof asking>,
  { cells, isAsked, takeAsked, take }: Taking,
): number {
  const count = loop.pass(bytes, cells, (i, from, to) => (isAsked(first + i) ? -1 : ask(bytes, from, to)))
  if (first + count - 1 > most) throw new OddRow()
  for (let i = 0; i < count; i++) {
    const outcome = loop.outcomeAt(i)
    const isNamed = isAsked(first + i)
    if (outcome === IS_ODD || (outcome === IS_EMPTY && isNamed)) throw new OddRow()
    if (isNamed) takeAsked(first + i, bytes, ...loop.placeOf(i))
    else if (outcome !== IS_EMPTY) take(first + i, outcome)
  }
  return count
}

/** The same by plain code. */
function passPlainly(
  bytes: Uint8Array,
  first: number,
  most: number,
  find: ReturnType<typeof findingBefore>,
  { cells, isAsked, takeAsked, take }: Taking,
): number {
  let row = first
  for (let from = 0; from <= bytes.length; row++) {
    if (row > most) throw new OddRow()
    const end = endOfRow(bytes, from, cells)
    if (end === from && isAsked(row)) throw new OddRow()
    if (isAsked(row)) takeAsked(row, bytes, from, end)
    else if (end > from) take(row, find(bytes, from, end, FOUND[0]!))
    from = end + 1
  }
  return row - first
}

/** The end of a row that begins at a place; it has as many cells as were asked for, or is empty. Its hash is in `FOUND`. */
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
  if (units !== cells && end > from) throw new OddRow()
  FOUND[0] = hash
  return end
}

/** Lent until the next row: a second result without an object for each. */
const FOUND = new Int32Array(1)

function cellsIn(bytes: Uint8Array, from: number, to: number): RecordCells {
  return DECODER.decode(bytes.subarray(from, to)).split(UNIT)
}

const DECODER = new TextDecoder('utf-8', { ignoreBOM: true })

/** In the place of an id: nothing that is asked of such a row depends on whose it is. */
const NOBODY = ''

/** As many different rows are remembered: where they are more, cells hardly repeat. */
const MOST_KNOWN = 1 << 16

/** Asks the code that sorts records out, of a row as bytes; gives the number of the outcome. */
function asking(input: Pick<FrameInput, 'task' | 'rules' | 'items'>, outcomes: Outcomes) {
  const sort = sorterWithoutPast(input)
  return (bytes: Uint8Array, from: number, end: number): number => {
    const row = [NOBODY, ...cellsIn(bytes, from, end)]
    return outcomes.of(sort(row), row)
  }
}

function findingBefore(ask: ReturnType<typeof asking>) {
  const known: ByteMap = byteMap()
  const found: number[] = []
  return (bytes: Uint8Array, from: number, end: number, hash: number): number => {
    const before = known.find(bytes, from, end, hash)
    if (before >= 0) return found[before]!
    if (known.size() === MOST_KNOWN) known.clear()
    const outcome = ask(bytes, from, end)
    found[known.add(bytes, from, end, hash)] = outcome
    return outcome
  }
}
