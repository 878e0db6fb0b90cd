import { compareBytes } from '../../bytes.ts'
import { LAYOUT, MOST_ROWS, RECORD_BYTE } from './layout.ts'
import { ensureRoom, type RowLoops, SLACK } from './row-loops.ts'

/** How ids are written: as lines of a list, by its number, between these bytes. */
export interface WayOfIds {
  readonly list: number
  readonly before: Uint8Array
  readonly behind: Uint8Array
}

/** Writes ids as lines of lists. */
export interface ListLoop {
  /** Finds the ids of a piece; gives how many, or −1 where something is odd, too long or too much. */
  readonly take: (piece: Uint8Array) => number
  /** The number of the row of the `i`th of them, and whether it was seen that it may stand as it is. */
  readonly numberAt: (i: number) => number
  readonly isFineAt: (i: number) => boolean
  readonly placeOf: (i: number) => readonly [from: number, to: number]
  /** Whether it is too long to be written here. */
  readonly isTooLong: (i: number) => boolean
  /** Says which way one goes; below nought: none. */
  readonly send: (i: number, way: number) => void
  /**
   * Writes those from one on, up to, not with, another; gives where it stopped. Whenever a list has as many lines as it may,
   * it must be emptied before it goes on.
   */
  readonly write: (from: number, count: number) => number
  /** The list that is full; −1 where none is. */
  readonly full: () => number
  readonly lists: readonly LinesInLoop[]
}

/** The lines of a list that are still in the memory of the loop. */
export interface LinesInLoop {
  readonly bytes: Uint8Array
  /** Where each line begins and ends, without its line end. */
  readonly bounds: Uint32Array
  readonly length: () => number
  readonly count: () => number
  readonly empty: () => void
}

/** A loop for lists of at most `most` lines at a time, at most one of them for each way; null where that would take too much memory. */
export function listLoop(
  loops: RowLoops,
  lists: number,
  most: number,
  ways: readonly WayOfIds[],
  isPublic: boolean,
): ListLoop | null {
  const textSize = ways.reduce((sum, { before, behind }) => sum + before.length + behind.length, 0)
  const longest = ways.reduce((max, { before, behind }) => Math.max(max, before.length + behind.length), 0)
  const listSize = align(most * (longest + LONGEST_ID) + 8 * most + HEADER + SLACK)
  const waysAt = LAYOUT.inputOfIds + INPUT_OF_IDS
  const textsAt = waysAt + WAY * ways.length
  const listsAt = align(textsAt + textSize + SLACK)
  const end = listsAt + lists * listSize
  if (end > MOST_MEMORY) return null
  ensureRoom(loops, end)
  const bytes = new Uint8Array(loops.memory.buffer)
  const words = new Int32Array(loops.memory.buffer)
  const headerAt = (list: number) => listsAt + list * listSize
  let text = textsAt
  const lay = (own: Uint8Array): [number, number] => {
    bytes.set(own, text)
    text += own.length
    return [text - own.length, own.length]
  }
  for (const [i, { list, before, behind }] of ways.entries())
    words.set([headerAt(list), ...lay(before), ...lay(behind)], (waysAt + WAY * i) / 4)
  const idAt = (i: number) => (LAYOUT.ids >> 2) + 4 * i
  let last = new Uint8Array(0)
  return {
    take(piece) {
      const at = LAYOUT.inputOfIds
      if (piece.length > INPUT_OF_IDS - SLACK) return -1
      bytes.set(piece, at)
      bytes[at + piece.length] = RECORD_BYTE
      const count = loops.ids(at, at + piece.length, isPublic ? 1 : 0)
      if (count <= 0 || count === MOST_ROWS) return count === 0 ? 0 : -1
      const [from, to, end] = [words[idAt(0)]!, words[idAt(0) + 1]!, words[idAt(count - 1) + 1]!]
      if (compareBytes(last, 0, last.length, bytes, from, to) > 0) return -1
      last = bytes.slice(words[idAt(count - 1)]!, end)
      return count
    },
    numberAt: i => words[idAt(i) + 2]!,
    isFineAt: i => words[idAt(i) + 3] !== 0,
    placeOf: i => [words[idAt(i)]! - LAYOUT.inputOfIds, words[idAt(i) + 1]! - LAYOUT.inputOfIds],
    send(i, way) {
      words[idAt(i) + 3] = way < 0 ? 0 : waysAt + WAY * way
    },
    isTooLong: i => words[idAt(i) + 1]! - words[idAt(i)]! > LONGEST_ID,
    write: (from, count) => loops.write(from, count, most),
    full: () => (words[LAYOUT.full >> 2] === 0 ? -1 : (words[LAYOUT.full >> 2]! - listsAt) / listSize),
    lists: Array.from({ length: lists }, (_, list) => {
      const [header, bounds] = [headerAt(list) >> 2, headerAt(list) + HEADER]
      const lines = bounds + 8 * most
      words.set([lines, 0, 0, bounds], header)
      return {
        bytes: new Uint8Array(loops.memory.buffer, lines, listSize - HEADER - 8 * most),
        bounds: new Uint32Array(loops.memory.buffer, bounds, 2 * most),
        length: () => words[header + 1]!,
        count: () => words[header + 2]!,
        empty() {
          words[header + 1] = 0
          words[header + 2] = 0
        },
      }
    }),
  }
}

const align = (size: number): number => (size + 63) & ~63

/** A piece of ids may have as many bytes; those of the store have a quarter of them. */
const INPUT_OF_IDS = 1 << 20
/** An id that is longer is written elsewhere. */
const LONGEST_ID = 64
/** Bytes of a way, with some that are not used, and of what is known of a list. */
const [WAY, HEADER] = [32, 64]
const MOST_MEMORY = 1 << 26
