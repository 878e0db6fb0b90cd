import type { Spec } from '../draw/folder/spec.ts'
import type { Pieces } from '../pieces.ts'
import type { RowHashing } from './hashing/row-hashing.ts'
import { idSeer } from './ids.ts'
import { type LinesInLoop, listLoop } from './loops/list-loop.ts'
import type { RowLoops } from './loops/row-loops.ts'
import { closeList, type OpenList, openList, type Place, type Way, wayTo, writeRow } from './open-list.ts'
import { cursorOver, OddRow } from './packed-registry.ts'
import type { Spill } from './spill.ts'

/** Where lists are laid, how they are hashed, and who is told how many of all rows are written. */
export interface ListWriting {
  readonly spill: Spill
  readonly hashing: RowHashing
  /** Writes most rows, where the machine has it. */
  readonly loops: RowLoops | null
  readonly written: (rows: number, all: number) => void
}

/** What becomes of the rows of a registry. */
export interface ListedRows {
  /** The places that rows go to, of which all but the target goes for all. */
  readonly places: readonly Place[]
  /** Which of them a row goes to; below nought: none. */
  readonly placeOf: (row: number) => number
  /** How many rows go to one. */
  readonly rows: number
  /** The ids will be public: what of them is a number of a person is looked for. */
  readonly isPublic: boolean
  readonly spec: Spec
}

interface ToWrite extends ListedRows {
  /** The list of each place. */
  readonly listOf: readonly number[]
  readonly lists: number
  /** As many rows of a list are hashed at once. */
  readonly most: number
}

/** Writes rows whose ids come in byte order to the lists of their places; gives these, to the end written. */
export function writeRows(ids: () => Pieces, rows: ToWrite, writing: ListWriting): OpenList[] {
  const lists = writtenQuickly(ids, rows, writing) ?? writtenPlainly(ids, rows, writing)
  for (const list of lists) closeList(list)
  return lists
}

function opened({ places, listOf, lists: count, most, spec }: ToWrite, { spill, hashing }: ListWriting) {
  const lists = Array.from({ length: count }, () => openList(most, spill, hashing))
  return { lists, ways: places.map((place, i) => wayTo(lists[listOf[i]!]!, place, spec)) }
}

function writtenPlainly(ids: () => Pieces, rows: ToWrite, writing: ListWriting): OpenList[] {
  const { placeOf, rows: all, isPublic } = rows
  const { lists, ways } = opened(rows, writing)
  const see = idSeer(isPublic)
  const cursor = cursorOver(ids())
  let count = 0
  while (cursor.next()) {
    const place = placeOf(cursor.number)
    if (place < 0) continue
    const { bytes, from, to } = cursor
    writeRow(ways[place]!, bytes, from, to, see(bytes, from, to))
    if (++count % 10_000 === 0) writing.written(count, all)
  }
  if (count !== all) throw new OddRow()
  return lists
}

/**
 * The same by the loops, of rows that may all stand as they are; null where one may not, or something is odd, so that the
 * plain code finds what it is.
 */
function writtenQuickly(ids: () => Pieces, rows: ToWrite, writing: ListWriting): OpenList[] | null {
  const { listOf, lists: count, most, rows: all, isPublic } = rows
  const { lists, ways } = opened(rows, writing)
  const plain = ways.map(({ before, behind }, i) => ({ list: listOf[i]!, before, behind }))
  const loop = writing.loops === null ? null : listLoop(writing.loops, count, most, plain, isPublic)
  if (loop === null) return null
  const see = idSeer(isPublic)
  let sent = 0
  const isFine = (way: Way, piece: Uint8Array, i: number): boolean => {
    if (way.isQuoted || way.isUnreadable || loop.isTooLong(i)) return false
    return loop.isFineAt(i) || see(piece, ...loop.placeOf(i)) === 0
  }
  /** False where a row may not be written as it is. */
  const send = (piece: Uint8Array, taken: number): boolean => {
    for (let i = 0; i < taken; i++) {
      const place = rows.placeOf(loop.numberAt(i))
      if (place >= 0 && !isFine(ways[place]!, piece, i)) return false
      if (place >= 0) sent++
      loop.send(i, place)
    }
    return true
  }
  for (const piece of ids()) {
    const taken = loop.take(piece)
    if (taken < 0 || !send(piece, taken)) return null
    for (let at = 0; at < taken; ) {
      at = loop.write(at, taken)
      const full = loop.full()
      if (full >= 0) empty(loop.lists[full]!, lists[full]!)
    }
    writing.written(sent, all)
  }
  for (const [i, list] of lists.entries()) empty(loop.lists[i]!, list)
  return sent === all ? lists : null
}

/** Lets out the lines that are still with the loop. */
function empty(lines: LinesInLoop, list: OpenList): void {
  list.bytes = lines.bytes
  list.bounds.set(lines.bounds)
  list.length = lines.length()
  list.count = lines.count()
  list.rows += list.count
  closeList(list)
  lines.empty()
}
