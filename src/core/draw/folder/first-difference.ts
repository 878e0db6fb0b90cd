import type { Pieces } from '../../pieces.ts'

/** The first line where two files differ, the first being 1, and at which byte it begins; null where they are the same. */
export function firstDifference(
  expected: Pieces,
  found: Pieces,
): { readonly line: number; readonly from: number } | null {
  const others = stretches(found)
  let line = 1
  let from = 0
  let read = 0
  try {
    for (const piece of expected) {
      for (let at = 0; at < piece.length; ) {
        const other = others.next(piece.length - at)
        const same = commonLength(piece, at, other)
        for (let lf = piece.indexOf(LF, at); lf >= 0 && lf < at + same; lf = piece.indexOf(LF, lf + 1)) {
          from = read + lf - at + 1
          line++
        }
        if (same < other.length || other.length === 0) return { line, from }
        at += same
        read += same
      }
    }
    return others.next(1).length === 0 ? null : { line, from }
  } finally {
    others.close()
  }
}

const LF = 10

/** The bytes of one line, its end left out, or of as much of it as anybody reads: 1 MB. */
export function lineFrom(pieces: Pieces, from: number): Uint8Array {
  const rest = stretches(pieces)
  try {
    for (let skipped = 0; skipped < from; ) {
      const { length } = rest.next(from - skipped)
      if (length === 0) break
      skipped += length
    }
    let line = new Uint8Array(0)
    while (line.length < MOST_SHOWN) {
      const piece = rest.next(MOST_SHOWN - line.length)
      const end = piece.indexOf(LF)
      const own = end < 0 ? piece : piece.subarray(0, end)
      const longer = new Uint8Array(line.length + own.length)
      longer.set(line)
      longer.set(own, line.length)
      line = longer
      if (end >= 0 || piece.length === 0) break
    }
    return line
  } finally {
    rest.close()
  }
}

const MOST_SHOWN = 1 << 20

const NONE = new Uint8Array(0)

/** Hands a file out in stretches of at most so many bytes; an empty one means that it is over. */
function stretches(pieces: Pieces) {
  const rest = pieces[Symbol.iterator]()
  let piece: Uint8Array = NONE
  let at = 0
  return {
    next(most: number): Uint8Array {
      while (at === piece.length) {
        const next = rest.next()
        // What was lent until now is not touched any more.
        piece = next.done === true ? NONE : next.value
        at = 0
        if (next.done === true) return piece
      }
      const stretch = piece.subarray(at, at + most)
      at += stretch.length
      return stretch
    },
    close: () => void rest.return?.(),
  }
}

/** How many bytes are the same: of a piece from one place on, of the other from its beginning. */
function commonLength(piece: Uint8Array, at: number, other: Uint8Array): number {
  let same = 0
  while (same < other.length && piece[at + same] === other[same]) same++
  return same
}
