import { compareBytes } from '../../bytes.ts'
import type { Pieces } from '../../pieces.ts'
import { decodeUtf8 } from '../../text.ts'
import { nextRecord, type TextRecord } from './csv-record.ts'
import { type LineWindow, lineEnd, lineWindow } from './line-window.ts'
import { type FieldsBefore, type ListLine, placeTarget } from './list-lines.ts'
import { type Flaw, rowDecoder } from './read-row.ts'
import type { Misreading } from './read-table.ts'
import { sameBytes } from './same-bytes.ts'
import { headingOf, type Table } from './table.ts'

/** What a list came to: how many rows it has, or where it departs from what the law would have written. */
export type ListPass =
  | { readonly kind: 'rows'; readonly rows: number }
  /** `rows`: those before the place. */
  | { readonly kind: 'misread'; readonly misreading: Misreading; readonly rows: number }

/**
 * Reads a list as {@link readTable} does, and finds the same first place where it departs, but for targets that stand twice
 * in different strata (`repeats.ts`); no row is kept, and none is made an object whose fields were seen before. `see` is
 * lent each row. The list may have any length; a record of it, 16 MB.
 */
export function passOver<Row>(
  table: Table<Row>,
  pieces: Pieces,
  see: (line: ListLine) => void = () => {},
): ListPass {
  const window = lineWindow(pieces)
  try {
    const pass = listPass(table, window)
    const flaw = pass.heading() ?? pass.rows(see)
    if (flaw === null) return { kind: 'rows', rows: pass.count() }
    const undecodable = firstUndecodable(window, flaw.line)
    return { kind: 'misread', misreading: undecodable ?? flaw, rows: pass.count() }
  } finally {
    window.close()
  }
}

function listPass<Row>(table: Table<Row>, window: LineWindow) {
  const before: FieldsBefore = table.key.length > 1 ? 1 : 0
  const place: ListLine = { bytes: window.bytes, from: 0, to: 0, targetFrom: 0, targetTo: 0 }
  const known = knownRests()
  const key = lastKey(before)
  const decode = rowDecoder(table)
  let line = 2
  let rows = 0

  /** Whether the line up to `to` is sound because its stratum and its last fields are known, and its target is ASCII. */
  const isPlain = (to: number): boolean => {
    placeTarget(place, window.at, to, before)
    return key.hasStratum(place) && isAsciiId(place) && known.has(place.bytes, place.targetTo, to)
  }
  /** The record at hand as the text of it is read: what is wrong with it, or where it ends. */
  const readRecord = (): Misreading | { readonly end: number; readonly lines: number } => {
    const found = recordAt(window, line)
    if ('check' in found) return found
    const { flaw } = decode(found.fields)
    place.bytes = window.bytes
    placeTarget(place, window.at, found.end - 1, before)
    const wrong = flaw ?? key.orderFlaw(place)
    if (wrong) return { ...misread(window, line), ...wrong }
    if (found.lines === 1) known.add(place.bytes, place.targetTo, place.to)
    return found
  }
  return {
    count: () => rows,
    heading(): Misreading | null {
      const heading = new TextEncoder().encode(headingOf(table))
      while (window.end - window.at < heading.length && window.more());
      const own = window.bytes.subarray(window.at, Math.min(window.end, window.at + heading.length))
      if (own.length === heading.length && own.every((byte, i) => byte === heading[i])) {
        window.at += heading.length
        return null
      }
      lineAtHand(window)
      return { ...misread(window, 1), check: 'heading', expected: headingOf(table).trimEnd() }
    },
    rows(each: (line: ListLine) => void): Misreading | null {
      for (;;) {
        const to = lineAtHand(window)
        if (to < 0 && window.at === window.end) return null
        place.bytes = window.bytes
        if (to >= 0 && isPlain(to) && key.follows(place)) {
          line++
          window.at = to + 1
        } else {
          const found = readRecord()
          if ('check' in found) return found
          line += found.lines
          window.at = found.end
        }
        key.keep(place)
        each(place)
        rows++
      }
    },
  }
}

/** Where the line at hand ends, more of the file being read for it; −1 where it has no end. */
function lineAtHand(window: LineWindow): number {
  for (let from = window.at; ; ) {
    const to = lineEnd(window, from)
    if (to >= 0) return to
    const seen = window.end - window.at
    if (seen > MOST_RECORD || !window.more()) return -1
    from = window.at + seen
  }
}

const MOST_RECORD = 1 << 24

/** The record at hand, with as many lines as its quotes hold together; what is wrong with it where there is none. */
function recordAt(window: LineWindow, line: number): Misreading | (TextRecord & { readonly end: number }) {
  for (let lines = 1; ; lines *= 2) {
    const end = endOfLines(window, lines)
    const bytes = window.bytes.subarray(window.at, end)
    const text = decodeUtf8(bytes)
    if (text === undefined) return { ...misread(window, line), ...NOT_UTF8 }
    const found = nextRecord(text, 0)
    if (typeof found !== 'string')
      return { ...found, end: window.at + new TextEncoder().encode(text.slice(0, found.end)).length }
    const mayGoOn = bytes.includes(QUOTE) && bytes.length <= MOST_RECORD
    if (!mayGoOn || (end === window.end && !window.more()))
      return { ...misread(window, line), check: found, expected: '' }
  }
}

const QUOTE = 0x22
const NOT_UTF8 = { check: 'utf8', expected: '', found: '' } as const

/** Where so many lines from here end, or the bytes at hand where the file has fewer. */
function endOfLines(window: LineWindow, lines: number): number {
  let from = 0
  for (let left = lines; left > 0; left--) {
    let to = lineEnd(window, window.at + from)
    while (to < 0) {
      const seen = window.end - window.at
      if (seen > MOST_RECORD || !window.more()) return window.end
      to = lineEnd(window, window.at + seen)
    }
    from = to + 1 - window.at
  }
  return window.at + from
}

/** The line at hand, as a difference shows it. */
function misread(window: LineWindow, line: number): Pick<Misreading, 'line' | 'found'> {
  const to = lineAtHand(window)
  const bytes = window.bytes.subarray(window.at, to < 0 ? window.end : to)
  return { line, found: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) }
}

/** From the line at hand on, the first that is not UTF-8: that comes before anything else that is wrong with a file. */
function firstUndecodable(window: LineWindow, from: number): Misreading | null {
  for (let line = from; ; line++) {
    const to = lineAtHand(window)
    const bytes = window.bytes.subarray(window.at, to < 0 ? window.end : to)
    if (decodeUtf8(bytes) === undefined) return { line, ...NOT_UTF8 }
    if (to < 0) return null
    window.at = to + 1
  }
}

function isAsciiId({ bytes, targetFrom, targetTo }: ListLine): boolean {
  for (let at = targetFrom; at < targetTo; at++) {
    const byte = bytes[at]!
    if (byte < 0x21 || byte > 0x7e || byte === QUOTE || byte === SEMICOLON) return false
  }
  return targetTo > targetFrom
}

const SEMICOLON = 0x3b

/** Ends of lines that were read once: the same bytes again are sound again. */
function knownRests() {
  const known = new Map<number, Uint8Array>()
  const hashOf = (bytes: Uint8Array, from: number, to: number): number => {
    let hash = 0x811c9dc5
    for (let at = from; at < to; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193)
    return hash
  }
  return {
    has(bytes: Uint8Array, from: number, to: number): boolean {
      const own = known.get(hashOf(bytes, from, to))
      return own !== undefined && sameBytes(bytes, from, to, own)
    },
    add(bytes: Uint8Array, from: number, to: number) {
      if (known.size < MOST_KNOWN) known.set(hashOf(bytes, from, to), bytes.slice(from, to))
    },
  }
}

const MOST_KNOWN = 1 << 14

/** The stratum and target of the last row, which the next one must come after. */
function lastKey(before: FieldsBefore) {
  let bytes = new Uint8Array(256)
  let stratumTo = -1
  let to = -1
  const compare = (line: ListLine, from: number, end: number, ownFrom: number, ownTo: number): number =>
    compareBytes(line.bytes, from, end, bytes, ownFrom, ownTo)
  const follows = (line: ListLine): boolean => {
    if (to < 0) return true
    const byStratum = before === 0 ? 0 : compare(line, line.from, line.targetFrom - 1, 0, stratumTo)
    return (byStratum || compare(line, line.targetFrom, line.targetTo, stratumTo + before, to)) > 0
  }
  return {
    follows,
    /** Whether the line is of the stratum of the last one. */
    hasStratum: (line: ListLine): boolean =>
      to >= 0 && (before === 0 || compare(line, line.from, line.targetFrom - 1, 0, stratumTo) === 0),
    orderFlaw: (line: ListLine): Flaw | undefined =>
      follows(line)
        ? undefined
        : {
            check: 'order',
            expected: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, to)),
          },
    keep(line: ListLine) {
      to = line.targetTo - line.from
      stratumTo = before === 0 ? 0 : line.targetFrom - 1 - line.from
      if (to > bytes.length) bytes = new Uint8Array(2 * to)
      for (let i = 0; i < to; i++) bytes[i] = line.bytes[line.from + i]!
    },
  }
}
