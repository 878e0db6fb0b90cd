import { MOST_AT_ONCE } from '../hashing/row-hashing.ts'
import { LAYOUT, MOST_INPUT } from './layout.ts'
import { ensureRoom, type RowLoops } from './row-loops.ts'

/** Finds lines of a list in bytes, no more than {@link MOST_AT_ONCE} at a time. */
export interface LineFinder {
  /** Says which bytes. */
  readonly over: (bytes: Uint8Array) => void
  /** Finds the next whole lines from a place on, into `lines`; gives how many. Where they end, the next begin. */
  readonly find: (from: number, lines: Uint32Array) => number
}

/**
 * Room for lines: four numbers of each, where it begins, where its second field begins and ends, and 1 where its first field is
 * another than that of the line before; of the first that is not told. Behind the last stands where that line ends.
 */
export const newLines = (): Uint32Array => new Uint32Array(4 * MOST_AT_ONCE + 1)

/** The same by plain code. */
export function plainFinder(): LineFinder {
  let bytes: Uint8Array = new Uint8Array(0)
  return {
    over(given) {
      bytes = given
    },
    find(from, lines) {
      let count = 0
      for (let start = from; count < MOST_AT_ONCE; count++) {
        const comma = placeOf(bytes, COMMA, start)
        const id = placeOf(bytes, COMMA, comma + 1)
        const end = placeOf(bytes, LF, id)
        if (end >= bytes.length) break
        lines[4 * count] = start
        lines[4 * count + 1] = comma + 1
        lines[4 * count + 2] = id
        lines[4 * count + 3] = count === 0 || isSameField(bytes, lines[4 * count - 4]!, start, comma) ? 0 : 1
        start = end + 1
        lines[4 * count + 4] = start
      }
      return count
    },
  }
}

/** The same in WebAssembly; bytes that are too many go the plain way. */
export function loopFinder(loops: RowLoops): LineFinder {
  const plain = plainFinder()
  let finder = plain
  let [end, words] = [0, new Uint32Array(0)]
  const AT = LAYOUT.inputOfIds
  const quick: LineFinder = {
    over(bytes) {
      end = AT + bytes.length
      ensureRoom(loops, end)
      if (words.length === 0) words = new Uint32Array(loops.memory.buffer)
      new Uint8Array(loops.memory.buffer, AT, bytes.length).set(bytes)
    },
    find(from, lines) {
      const count = loops.lines(AT + from, end, MOST_AT_ONCE)
      for (let i = 0; i < 4 * count; i += 4) {
        lines[i] = words[LAYOUT.lines / 4 + i]! - AT
        lines[i + 1] = words[LAYOUT.lines / 4 + i + 1]! - AT
        lines[i + 2] = words[LAYOUT.lines / 4 + i + 2]! - AT
        lines[i + 3] = words[LAYOUT.lines / 4 + i + 3]!
      }
      lines[4 * count] = words[LAYOUT.end / 4]! - AT
      return count
    },
  }
  return {
    over(bytes) {
      finder = bytes.length > MOST_INPUT ? plain : quick
      finder.over(bytes)
    },
    find: (from, lines) => finder.find(from, lines),
  }
}

const [COMMA, LF] = [44, 10]

/** Where a byte stands from a place on; behind all of them where it does not. */
function placeOf(bytes: Uint8Array, byte: number, from: number): number {
  let at = from
  while (at < bytes.length && bytes[at] !== byte) at++
  return at
}

/** Whether the first field of a line, from `start` up to a comma, is that of another one. */
function isSameField(bytes: Uint8Array, other: number, start: number, comma: number): boolean {
  for (let i = start; i <= comma; i++) if (bytes[i] !== bytes[other + i - start]) return false
  return true
}
