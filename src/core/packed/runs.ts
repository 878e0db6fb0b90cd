import { compareBytes, type OrderedIds, orderedIds } from './order.ts'
import type { Spill } from './spill.ts'

/** Rows as ids with a number each, which says all else of them. */
export interface Runs {
  /** Takes one more, wherever it belongs. */
  readonly add: (bytes: Uint8Array, from: number, to: number, number: number) => void
  /** All in byte order of their ids, as often as it is asked for. */
  readonly sorted: () => Cursor
}

/** A place in rows that are sorted: the id is `bytes` from `from` to `to`, lent until the next. */
export interface Cursor {
  bytes: Uint8Array
  from: number
  to: number
  number: number
  /** Goes to the next row, or to the first; false where there is none. */
  readonly next: () => boolean
}

/** As many rows, and bytes of ids, are sorted at once. */
const MOST_ROWS = 1 << 18
const MOST_BYTES = 1 << 25

/**
 * Sorts rows that may be too many to be kept: as many as can be are sorted, the others laid away, sorted as well, and what
 * was laid away is merged when it is read.
 */
export function sortedRuns(spill: Spill, mostRows = MOST_ROWS): Runs {
  const laid: (readonly number[])[] = []
  let run = openRun()
  return {
    add(bytes, from, to, number) {
      if (run.rows() === mostRows || run.bytes() + to - from > MOST_BYTES) {
        laid.push(layAway(run.sorted(), spill))
        run = openRun()
      }
      run.add(bytes, from, to, number)
    },
    sorted() {
      const cursors = laid.map(pieces => laidCursor(pieces, spill))
      return merged(run.rows() === 0 ? cursors : [...cursors, run.sorted()])
    },
  }
}

/** One cursor over several, each of which is sorted. */
export function merged(cursors: readonly Cursor[]): Cursor {
  if (cursors.length === 1) return cursors[0]!
  /** The first of these is the one that is shown; each stands before its two below (a heap). */
  const heap: Cursor[] = []
  const isBefore = (a: Cursor, b: Cursor) => compareBytes(a.bytes, a.from, a.to, b.bytes, b.from, b.to) < 0
  const sink = (at: number) => {
    for (let place = at; ; ) {
      const left = 2 * place + 1
      if (left >= heap.length) return
      const least = left + 1 < heap.length && isBefore(heap[left + 1]!, heap[left]!) ? left + 1 : left
      if (!isBefore(heap[least]!, heap[place]!)) return
      const shown = heap[place]!
      heap[place] = heap[least]!
      heap[least] = shown
      place = least
    }
  }
  let begun = false
  const begin = () => {
    for (const cursor of cursors) if (cursor.next()) heap.push(cursor)
    for (let at = heap.length >> 1; at >= 0; at--) sink(at)
    begun = true
  }
  const advance = () => {
    if (heap.length === 0) return
    if (!heap[0]!.next()) {
      const last = heap.pop()!
      if (heap.length === 0) return
      heap[0] = last
    }
    sink(0)
  }
  const self: Cursor = {
    ...EMPTY,
    next() {
      if (begun) advance()
      else begin()
      const first = heap[0]
      if (first === undefined) return false
      self.bytes = first.bytes
      self.from = first.from
      self.to = first.to
      self.number = first.number
      return true
    },
  }
  return self
}

const EMPTY = { bytes: new Uint8Array(0), from: 0, to: 0, number: 0 }

/** Rows that are at hand, in no order until they are sorted. */
function openRun() {
  let bytes = new Uint8Array(1 << 12)
  let ends = new Uint32Array(1 << 8)
  let numbers = new Uint32Array(1 << 8)
  let count = 0
  let length = 0
  const grow = () => {
    ends = grown(ends, new Uint32Array(2 * ends.length))
    numbers = grown(numbers, new Uint32Array(2 * numbers.length))
  }
  return {
    rows: () => count,
    bytes: () => length,
    add(from: Uint8Array, start: number, end: number, number: number) {
      if (count === ends.length) grow()
      const more = length + end - start
      if (more > bytes.length) bytes = grown(bytes, new Uint8Array(Math.max(more, 2 * bytes.length)))
      for (let i = start; i < end; i++) bytes[length++] = from[i]!
      ends[count] = length
      numbers[count] = number
      count++
    },
    sorted(): Cursor {
      return orderedCursor(orderedIds({ bytes, ends, count }, numbers))
    },
  }
}

function orderedCursor({ bytes, ends, count, numbers, order }: OrderedIds): Cursor {
  let at = 0
  const self: Cursor = {
    ...EMPTY,
    bytes,
    next() {
      if (at === count) return false
      const row = order[at++]!
      self.from = row === 0 ? 0 : ends[row - 1]!
      self.to = ends[row]!
      self.number = numbers[row]!
      return true
    },
  }
  return self
}

function grown<A extends { set: (from: A) => void }>(from: A, to: A): A {
  to.set(from)
  return to
}

const PIECE = 1 << 20
/** Number and length of a row before its id. */
const HEAD = 8

/** Lays sorted rows away, whole rows in each piece. */
function layAway(cursor: Cursor, spill: Spill): readonly number[] {
  const pieces: number[] = []
  let piece = new Uint8Array(PIECE)
  let view = new DataView(piece.buffer)
  let at = 0
  while (cursor.next()) {
    const length = cursor.to - cursor.from
    if (at + HEAD + length > piece.length) {
      if (at > 0) pieces.push(spill.write(piece.subarray(0, at)))
      if (HEAD + length > piece.length) {
        piece = new Uint8Array(HEAD + length)
        view = new DataView(piece.buffer)
      }
      at = 0
    }
    view.setUint32(at, cursor.number)
    view.setUint32(at + 4, length)
    piece.set(cursor.bytes.subarray(cursor.from, cursor.to), at + HEAD)
    at += HEAD + length
  }
  if (at > 0) pieces.push(spill.write(piece.subarray(0, at)))
  return pieces
}

function laidCursor(pieces: readonly number[], spill: Spill): Cursor {
  let next = 0
  let view: DataView = new DataView(new ArrayBuffer(0))
  const self: Cursor = {
    ...EMPTY,
    next() {
      if (self.to === self.bytes.length) {
        if (next === pieces.length) return false
        self.bytes = spill.read(pieces[next++]!)
        view = new DataView(self.bytes.buffer, self.bytes.byteOffset, self.bytes.length)
        self.to = 0
      }
      self.number = view.getUint32(self.to)
      self.from = self.to + HEAD
      self.to = self.from + view.getUint32(self.to + 4)
      return true
    },
  }
  return self
}
