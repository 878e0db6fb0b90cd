import { isUtf8 } from 'node:buffer'
import type { Encoding } from '../../core/file-problem.ts'

/** Consecutive bytes of a file that hold whole characters and never part a CR from its LF. */
export interface Piece {
  /** Where in the file it begins. */
  readonly at: number
  readonly bytes: Buffer
}

/**
 * Cuts a stream anew so that each piece can be decoded by itself: strictness, byte positions and line ends
 * then need no memory of the piece before. `skip` is the length of the byte order mark.
 */
export async function* wholePieces(
  chunks: AsyncIterable<Buffer>,
  encoding: Encoding,
  skip: number,
): AsyncGenerator<Piece> {
  let at = 0
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of chunks) {
    let bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
    if (at < skip) {
      const dropped = Math.min(skip - at, bytes.length)
      bytes = bytes.subarray(dropped)
      at += dropped
    }
    const end = wholeCharacters(bytes, encoding)
    if (end > 0) yield { at, bytes: bytes.subarray(0, end) }
    at += end
    rest = bytes.subarray(end)
  }
  if (rest.length > 0) yield { at, bytes: rest }
}

/** Bytes to the same text in UTF-8, or undefined where they are not strictly of the encoding. */
export type Decoder = (bytes: Buffer) => Buffer | undefined

export function decoder(encoding: Encoding): Decoder {
  if (encoding === 'utf-8') return bytes => (isUtf8(bytes) ? bytes : undefined)
  const strict = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
  return bytes => {
    try {
      return Buffer.from(strict.decode(bytes))
    } catch {
      return undefined
    }
  }
}

/** The first byte of the first character that is not of the encoding, by bisection; the piece has one. */
export function firstBadByte(piece: Piece, encoding: Encoding): number {
  const { bytes } = piece
  let good = 0 // bytes that may begin a valid text
  let bad = bytes.length + 1 // bytes that cannot
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (mayBegin(bytes.subarray(0, middle), encoding)) good = middle
    else bad = middle
  }
  const decode = decoder(encoding)
  let start = good
  while (start > 0 && decode(bytes.subarray(0, start)) === undefined) start--
  return piece.at + start
}

function mayBegin(bytes: Buffer, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

function wholeCharacters(bytes: Buffer, encoding: Encoding): number {
  return WHOLE[encoding](bytes)
}

const CR = 0x0d

const WHOLE: Record<Encoding, (bytes: Buffer) => number> = {
  'utf-8'(bytes) {
    const end = bytes.length
    if (bytes[end - 1] === CR) return end - 1
    for (let back = 1; back <= Math.min(3, end); back++) {
      const byte = bytes[end - back]!
      if (byte < 0x80) break
      if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? end - back : end
    }
    return end
  },
  'utf-16le': bytes => wholeUnits(bytes, 1, 0),
  'utf-16be': bytes => wholeUnits(bytes, 0, 1),
  /** No byte below 0x30 is ever a later byte of a character (GB 18030, table of code ranges). */
  gb18030(bytes) {
    const end = bytes.length
    if (bytes[end - 1] === CR) return end - 1
    let at = end
    while (at > 0 && bytes[at - 1]! >= 0x30) at--
    for (;;) {
      const next = at + lengthInGb18030(bytes, at)
      if (next > end) return at
      at = next
    }
  },
}

function lengthInGb18030(bytes: Buffer, at: number): 1 | 2 | 4 {
  const lead = bytes[at]!
  if (lead <= 0x80 || lead === 0xff) return 1
  const second = bytes[at + 1]
  return second !== undefined && second >= 0x30 && second <= 0x39 ? 4 : 2
}

/** Units of two bytes; `high` and `low` are the places of the high and the low byte in a unit. */
function wholeUnits(bytes: Buffer, high: 0 | 1, low: 0 | 1): number {
  const end = bytes.length - (bytes.length % 2)
  if (end === 0) return 0
  const lastHigh = bytes[end - 2 + high]!
  const isCr = lastHigh === 0 && bytes[end - 2 + low] === CR
  const isFirstHalf = lastHigh >= 0xd8 && lastHigh <= 0xdb
  return isCr || isFirstHalf ? end - 2 : end
}
