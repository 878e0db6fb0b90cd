import { rootOfBlocks } from '../draw/folder/block-proofs.ts'
import type { ExclusionRow, FrameRow } from '../draw/folder/rows.ts'
import type { Spec } from '../draw/folder/spec.ts'
import { lineWriter, NEEDS_QUOTES } from '../draw/folder/table.ts'
import { EXCLUSIONS, EXCLUSIONS_OF, FRAME } from '../draw/folder/tables.ts'
import { unreadableCell } from '../draw/folder/unreadable-cell.ts'
import type { UnreadableRow } from '../freeze/seen-lists.ts'
import { hexOfWords } from '../hex.ts'
import type { Digest, TargetId } from '../ids.ts'
import type { RowHashing } from './hashing/row-hashing.ts'
import { IS_BAD, IS_PRIVATE, type SeeId } from './ids.ts'
import type { Spill } from './spill.ts'

/** Where the rows of a number go: into a stratum of the frame, or to the exclusions. */
export type Place = FrameRow | ExclusionRow

/** A list of rows that is being written: its lines go out in pieces, and so do the roots of its blocks. */
export interface OpenList {
  readonly spill: Spill
  readonly hashing: RowHashing
  /** The lines that have not gone out, and where each begins and ends without its line end. */
  bytes: Uint8Array
  length: number
  count: number
  readonly bounds: Uint32Array
  rows: number
  readonly pieces: number[]
  /** The root of each block, asked for when the list is written. */
  readonly blocks: (() => Int32Array)[]
  unreadable: { readonly index: number; readonly row: Place; readonly spec: Spec } | null
  privateCode: TargetId | null
}

/** `most` rows are hashed at once: a power of two. */
export function openList(most: number, spill: Spill, hashing: RowHashing): OpenList {
  return {
    ...{ spill, hashing, bytes: new Uint8Array(1 << 10), length: 0, count: 0, rows: 0 },
    ...{ bounds: new Uint32Array(2 * most), pieces: [], blocks: [], unreadable: null, privateCode: null },
  }
}

/** Lets out what is left. */
export function closeList(list: OpenList): void {
  if (list.count === 0) return
  list.blocks.push(list.hashing.rootLater(list))
  list.pieces.push(list.spill.write(list.bytes.subarray(0, list.length)))
  list.length = 0
  list.count = 0
}

export function rootOfList({ blocks }: OpenList): Digest {
  return rootOfBlocks(blocks.map(words => hexOfWords(words())))
}

/** The first row that would not be read back, behind so many others in its file. */
export function unreadableIn({ unreadable }: OpenList, file: string, before: number): UnreadableRow | null {
  if (unreadable === null) return null
  const cell = cellOf(unreadable.row, unreadable.spec)
  return cell === null ? null : { ...cell, file, line: before + unreadable.index + 2 }
}

/** How rows of one number are written: what stands before and behind the id is the same for all. */
export interface Way {
  readonly list: OpenList
  readonly place: Place
  readonly spec: Spec
  readonly before: Uint8Array
  readonly behind: Uint8Array
  /** Something of it would not be read back, or has to be quoted before the id. */
  readonly isUnreadable: boolean
  readonly isQuoted: boolean
}

export function wayTo(list: OpenList, place: Place, spec: Spec): Way {
  const stratum = 'stratum' in place ? place.stratum : ''
  const isQuoted = NEEDS_QUOTES.test(stratum)
  const line = lineOf({ ...place, target: '' })
  const cut = 'stratum' in place ? stratum.length + 1 : 0
  const encoder = new TextEncoder()
  return {
    ...{ list, place, spec, isQuoted, isUnreadable: cellOf({ ...place, target: '0' }, spec) !== null },
    ...{ before: encoder.encode(line.slice(0, cut)), behind: encoder.encode(line.slice(cut)) },
  }
}

/** Writes a row: this is done a million times. */
export function writeRow(
  way: Way,
  bytes: Uint8Array,
  from: number,
  to: number,
  seen: ReturnType<SeeId>,
): void {
  if (way.isUnreadable || way.isQuoted || seen !== 0) {
    writeOdd(way, bytes.subarray(from, to), seen)
    return
  }
  const { list, before, behind } = way
  const room = roomFor(list, before.length + to - from + behind.length)
  let at = list.length
  for (let i = 0; i < before.length; i++) room[at++] = before[i]!
  for (let i = from; i < to; i++) room[at++] = bytes[i]!
  for (let i = 0; i < behind.length; i++) room[at++] = behind[i]!
  endLine(list, at)
}

function writeOdd({ list, place, spec, isUnreadable }: Way, id: Uint8Array, seen: ReturnType<SeeId>): void {
  const row = { ...place, target: new TextDecoder('utf-8', { ignoreBOM: true }).decode(id) }
  if (isUnreadable || seen === IS_BAD) list.unreadable ??= { index: list.rows, row, spec }
  if (seen === IS_PRIVATE) list.privateCode ??= row.target
  const line = new TextEncoder().encode(lineOf(row))
  roomFor(list, line.length).set(line, list.length)
  endLine(list, list.length + line.length)
}

function roomFor(list: OpenList, most: number): Uint8Array {
  if (list.length + most > list.bytes.length) {
    const more = new Uint8Array(Math.max(list.length + most, 2 * list.bytes.length))
    more.set(list.bytes.subarray(0, list.length))
    list.bytes = more
  }
  return list.bytes
}

/** Ends a line, whose line end is no part of its leaf. */
function endLine(list: OpenList, at: number): void {
  const { bounds, count } = list
  bounds[2 * count] = list.length
  bounds[2 * count + 1] = at - 1
  list.length = at
  list.count = count + 1
  list.rows++
  if (2 * list.count === bounds.length) closeList(list)
}

function lineOf(row: Place): string {
  return 'stratum' in row ? lineWriter(FRAME)(row) : lineWriter(EXCLUSIONS)(row)
}

function cellOf(row: Place, spec: Spec) {
  return 'stratum' in row ? unreadableCell(FRAME, [row]) : unreadableCell(EXCLUSIONS_OF[spec], [row])
}
