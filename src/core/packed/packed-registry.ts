import { compareBytes } from '../bytes.ts'
import type { TargetId } from '../ids.ts'
import { RECORD, UNIT } from '../ledger.ts'
import type { Pieces } from '../pieces.ts'

/** The targets of a registry as bytes: their cells in one order, their ids in another, both with the numbers of their rows. */
export interface PackedRegistry {
  /** Rows are numbered from 1; none has a number above this. */
  readonly most: number
  /**
   * The columns of `frameColumns` but the id, row after row by their numbers, whole rows in each piece: a unit mark between
   * cells, a record mark between rows. Of a number that no target has an empty row stands. Read once.
   */
  readonly cells: Pieces
  /** The ids in byte order, each with a unit mark and the number of its row; whole ones in each piece. Numbers that no target has may be among them. */
  readonly ids: () => Pieces
  /** Of these targets those that the registry has, with the numbers of their rows. */
  readonly numbersOf: (targets: Iterable<TargetId>) => Iterable<readonly [target: TargetId, number: number]>
  /** The ids of rows by their numbers. */
  readonly idsOf: (numbers: readonly number[]) => Iterable<readonly [number: number, target: TargetId]>
}

/** A registry that is not what the store would have written: cells with marks in them, rows that are missing or stand in no order. */
export class OddRow extends Error {}

export const [UNIT_BYTE, RECORD_BYTE] = [UNIT.charCodeAt(0), RECORD.charCodeAt(0)]

/** An id as it passes: it is `bytes` from `from` to `to`, lent until the next. */
export interface Cursor {
  bytes: Uint8Array
  from: number
  to: number
  /** The number of its row. */
  number: number
  /** Goes to the next id, or to the first; false where there is none. */
  readonly next: () => boolean
}

/** Goes through ids, each of which must come after the one before. */
export function cursorOver(ids: Pieces): Cursor {
  const pieces = ids[Symbol.iterator]()
  let last = new Uint8Array(0)
  let at = 0
  const nextPiece = (): boolean => {
    if (self.to > 0) last = self.bytes.slice(self.from, self.to)
    const piece = pieces.next()
    if (piece.done === true) return false
    self.bytes = piece.value
    at = 0
    return true
  }
  const self: Cursor = {
    ...{ bytes: new Uint8Array(0), from: 0, to: 0, number: 0 },
    next() {
      const isFirst = at >= self.bytes.length
      if (isFirst && !nextPiece()) return false
      const { bytes } = self
      const from = at
      while (at < bytes.length && bytes[at] !== UNIT_BYTE) at++
      const order = isFirst
        ? compareBytes(last, 0, last.length, bytes, from, at)
        : compareBytes(bytes, self.from, self.to, bytes, from, at)
      // Versions of one target share its id.
      if (order > 0) throw new OddRow()
      self.from = from
      self.to = at
      at = readNumber(self, at + 1)
      return true
    },
  }
  return self
}

/** Reads the number of a row from a place on; gives the place behind its end. */
function readNumber(cursor: Cursor, from: number): number {
  const { bytes } = cursor
  let number = 0
  let at = from
  for (; at < bytes.length && bytes[at] !== RECORD_BYTE; at++) {
    const digit = bytes[at]! - ZERO
    if (digit < 0 || digit > 9) throw new OddRow()
    number = 10 * number + digit
  }
  if (at === from) throw new OddRow()
  cursor.number = number
  return at + 1
}

const ZERO = 48
