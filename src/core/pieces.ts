/** Bytes that are too many to be at hand at once, piece by piece; the pieces are lent until the next is asked for. */
export type Pieces = Iterable<Uint8Array>

/** The same bytes in pieces of `size`, the last one shorter: at least one, which may be empty. Each is the taker's own, or is lent until the next. */
export function* inParts(pieces: Pieces, size: number, lends = false): Generator<Uint8Array> {
  let part = new Uint8Array(0)
  let filled = 0
  for (const piece of pieces) {
    for (let from = 0; from < piece.length; ) {
      if (filled === size) {
        yield part
        // Where one was full, most likely the next is.
        if (!lends) part = new Uint8Array(size)
        filled = 0
      }
      const to = Math.min(piece.length, from + size - filled)
      part = withRoom(part, filled, filled + to - from, size)
      part.set(piece.subarray(from, to), filled)
      filled += to - from
      from = to
    }
  }
  yield part.subarray(0, filled)
}

/** Texts that follow on each other as UTF-8, no character of which is cut in two; gone over anew each time. */
export function encodedPieces(texts: Iterable<string>): Pieces {
  return {
    *[Symbol.iterator]() {
      const encoder = new TextEncoder()
      const piece = new Uint8Array(4 * UNITS)
      let text = ''
      for (const next of texts) {
        text += next
        while (text.length >= UNITS) {
          const { read, written } = encoder.encodeInto(text, piece)
          yield piece.subarray(0, written)
          text = text.slice(read)
        }
      }
      if (text !== '') yield encoder.encode(text)
    },
  }
}

/** So many units of text are encoded at a time. */
const UNITS = 1 << 16

/** All of them as one. */
export function whole(pieces: Pieces): Uint8Array {
  const copies = Array.from(pieces, piece => piece.slice())
  if (copies.length === 1) return copies[0]!
  const bytes = new Uint8Array(copies.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const copy of copies) {
    bytes.set(copy, at)
    at += copy.length
  }
  return bytes
}

/** Room doubles up to the size of a part, so that small files take little. */
function withRoom(part: Uint8Array<ArrayBuffer>, filled: number, wanted: number, size: number) {
  if (wanted <= part.length) return part
  const larger = new Uint8Array(Math.min(size, Math.max(wanted, 2 * part.length)))
  larger.set(part.subarray(0, filled))
  return larger
}

/** Whole lines with their ends, many behind one another; the last line may have no end. What is given is lent until the next is asked for. */
export function* wholeLines(pieces: Pieces): Generator<Uint8Array> {
  let rest = new Uint8Array(0)
  for (const piece of pieces) {
    const last = piece.lastIndexOf(LF)
    if (last < 0) {
      rest = joined(rest, piece)
      continue
    }
    const lines = piece.subarray(0, last + 1)
    yield rest.length === 0 ? lines : joined(rest, lines)
    rest = piece.slice(last + 1)
  }
  if (rest.length > 0) yield rest
}

const LF = 10

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}
