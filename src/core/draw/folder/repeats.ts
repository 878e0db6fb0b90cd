import type { TargetId } from '../../ids.ts'
import type { Pieces } from '../../pieces.ts'
import { eachLine, type FieldsBefore, type ListLine } from './list-lines.ts'
import { rowsPassing } from './read-table.ts'
import type { FrameRow } from './rows.ts'
import type { Table } from './table.ts'
import { FRAME } from './tables.ts'

/** A row of a list whose target stands in an earlier row of the frame; the first row is 0. */
export interface Repeat {
  readonly of: 'frame' | 'exclusions'
  readonly row: number
  readonly target: TargetId
}

/** A canonical list, of which the first so many rows are asked for. */
export interface ListRows {
  readonly pieces: Pieces
  readonly rows: number
}

/**
 * The first row of a frame whose target stands in it before, in another stratum; where there is none, the first of the
 * exclusions whose target is framed. For each target a number of 53 digits is kept, for so many targets at a time that
 * they take some 32 MB; only those that share one are compared by their texts.
 */
export function firstRepeat(
  frame: ListRows,
  exclusions: ListRows | null,
  atOnce: number = AT_ONCE,
): Repeat | null {
  const total = frame.rows + (exclusions?.rows ?? 0)
  const shares = sharesOf(total, atOnce)
  const shared = new Set<number>()
  for (let share = 0; share < shares; share++) {
    let numbers = new Float64Array(Math.ceil((total / shares) * MORE) + 1)
    let count = 0
    eachTarget(frame, exclusions, line => {
      const number = numberOf(line)
      if (number % shares !== share) return
      if (count === numbers.length) numbers = withRoom(numbers)
      numbers[count++] = number
    })
    numbers.subarray(0, count).sort()
    for (let i = 1; i < count; i++) if (numbers[i] === numbers[i - 1]) shared.add(numbers[i]!)
  }
  return shared.size === 0 ? null : firstAmong(shared, frame, exclusions)
}

/**
 * The rows of a frame of any length, as it passes; at the end whether {@link readTable} would have read it. That no target
 * stands in two strata is found as in {@link firstRepeat}, for which a frame of several is read again.
 */
export function* frameRowsPassing(pieces: Pieces): Generator<FrameRow, boolean> {
  let rows = 0
  let first: string | undefined
  let isOne = true
  const reading = rowsPassing(FRAME_ROWS, pieces)
  for (;;) {
    const { done, value } = reading.next()
    if (done === true) return value && (isOne || firstRepeat({ pieces, rows }, null) === null)
    rows++
    first ??= value.stratum
    isOne &&= value.stratum === first
    yield value
  }
}

const { once: _, ...FRAME_ROWS }: Table<FrameRow> = FRAME

/** How often lists of so many rows are read for it. */
export function sharesOf(rows: number, atOnce: number = AT_ONCE): number {
  return Math.max(1, Math.ceil(rows / atOnce))
}

const AT_ONCE = 1 << 22
/** Shares are not quite even. */
const MORE = 1.02

function withRoom(numbers: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(2 * numbers.length)
  larger.set(numbers)
  return larger
}

/** The same among the targets that have one of these numbers. */
function firstAmong(
  shared: ReadonlySet<number>,
  frame: ListRows,
  exclusions: ListRows | null,
): Repeat | null {
  const seen = new Set<TargetId>()
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let found: Repeat | null = null
  eachTarget(frame, exclusions, (line, of, row) => {
    if (!shared.has(numberOf(line))) return false
    const target = decoder.decode(line.bytes.subarray(line.targetFrom, line.targetTo))
    if (seen.has(target)) found = { of, row, target }
    else if (of === 'frame') seen.add(target)
    return found !== null
  })
  return found
}

type See = (line: ListLine, of: Repeat['of'], row: number) => unknown

/** Every row asked for of the frame, then of the exclusions, until `see` gives true. */
function eachTarget(frame: ListRows, exclusions: ListRows | null, see: See): void {
  const isDone = eachOf('frame', frame, 1, see)
  if (!isDone && exclusions !== null) eachOf('exclusions', exclusions, 0, see)
}

function eachOf(of: Repeat['of'], { pieces, rows }: ListRows, before: FieldsBefore, see: See): boolean {
  let row = 0
  let isDone = false
  if (rows > 0)
    eachLine(pieces, before, line => {
      isDone = see(line, of, row++) === true
      return isDone || row === rows
    })
  return isDone
}

/** A number for the target of a line, the same for the same target, spread evenly over 53 digits: two multiplicative hashes side by side (after MurmurHash3). */
export function numberOf({
  bytes,
  targetFrom,
  targetTo,
}: Pick<ListLine, 'bytes' | 'targetFrom' | 'targetTo'>): number {
  let high = 0x2545f491
  let low = 0x9e3779b9
  for (let at = targetFrom; at < targetTo; at++) {
    const byte = bytes[at]!
    high = Math.imul(high ^ byte, 0xcc9e2d51)
    high ^= high >>> 15
    low = Math.imul(low ^ byte, 0x1b873593)
    low ^= low >>> 13
  }
  return (mixed(high) >>> 11) * 2 ** 32 + mixed(low)
}

/** The same number of a target that is at hand as a text. */
export function numberOfText(target: string): number {
  const bytes = new TextEncoder().encode(target)
  return numberOf({ bytes, targetFrom: 0, targetTo: bytes.length })
}

function mixed(hash: number): number {
  let h = hash
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
