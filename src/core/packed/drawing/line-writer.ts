import type { Pieces } from '../../pieces.ts'

/** Writes lines into a room of its own, which goes out whenever it is full: nothing is made for a line. */
export interface LineWriter {
  readonly bytes: (from: Uint8Array, start: number, end: number) => void
  readonly number: (value: number) => void
  /** A word as eight digits, `0` to `f`. */
  readonly word: (value: number) => void
  /** Whether what was written had better go out. */
  readonly isFull: () => boolean
  /** What was written, lent until the next line. */
  readonly take: () => Uint8Array
}

/** As many bytes go out at once, and those of the line that is being written. */
const PIECE = 1 << 16

/** A list that is written anew each time it is asked for: `lines` writes line by line, and yields wherever the writer is full. */
export function writtenInPieces(heading: string, lines: (writer: LineWriter) => Iterable<void>): Pieces {
  return {
    *[Symbol.iterator]() {
      const writer = lineWriter()
      const bytes = new TextEncoder().encode(heading)
      writer.bytes(bytes, 0, bytes.length)
      for (const _ of lines(writer)) yield writer.take()
      yield writer.take()
    },
  }
}

function lineWriter(): LineWriter {
  let room = new Uint8Array(PIECE + (PIECE >> 2))
  let length = 0
  const own = (more: number): Uint8Array => {
    if (length + more > room.length) {
      const larger = new Uint8Array(Math.max(length + more, 2 * room.length))
      larger.set(room.subarray(0, length))
      room = larger
    }
    return room
  }
  return {
    bytes(from, start, end) {
      const to = own(end - start)
      for (let i = start; i < end; i++) to[length++] = from[i]!
    },
    number(value) {
      const to = own(16)
      let end = length + 1
      for (let rest = value; rest > 9; rest = Math.floor(rest / 10)) end++
      for (let [at, rest] = [end - 1, value]; at >= length; at--, rest = Math.floor(rest / 10))
        to[at] = ZERO + (rest % 10)
      length = end
    },
    word(value) {
      const to = own(8)
      for (let shift = 28; shift >= 0; shift -= 4) to[length++] = DIGITS[(value >>> shift) & 15]!
    },
    isFull: () => length >= PIECE,
    take() {
      const written = room.subarray(0, length)
      length = 0
      return written
    },
  }
}

const ZERO = 48
const DIGITS = new TextEncoder().encode('0123456789abcdef')
