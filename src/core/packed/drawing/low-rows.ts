import { compareBytes } from '../../bytes.ts'
import { lineReaderOf } from '../../draw/folder/line-reader.ts'
import { LF } from '../../draw/folder/line-window.ts'
import { COMMA } from '../../draw/folder/list-lines.ts'
import type { FrameRow } from '../../draw/folder/rows.ts'
import { sameBytes } from '../../draw/folder/same-bytes.ts'
import { FRAME } from '../../draw/folder/tables.ts'
import type { TargetId } from '../../ids.ts'
import { byteMap, hashOf } from '../byte-map.ts'

/** Lines of a frame as they stand in it, without its heading: its rows are numbers, of which no object is made. */
export interface LowRows {
  readonly bytes: Uint8Array
  readonly count: number
  /** Where the id of a row begins and where it ends, one after the other. */
  readonly ids: Uint32Array
  /** The rows of each stratum, `from` one up to, not with, another, in byte order of their ids; strata in that of their names. */
  readonly strata: readonly RowsOfStratum[]
  /** What stands behind the id of a row, as its place in `places`. */
  readonly placeOf: Uint32Array
  readonly places: readonly Pick<FrameRow, 'departments' | 'area'>[]
}

export interface RowsOfStratum {
  readonly stratum: string
  readonly name: Uint8Array
  readonly from: number
  readonly to: number
}

/** Reads lines of a frame that the program wrote itself, or whose digest was looked at. */
export function lowRows(bytes: Uint8Array): LowRows {
  const count = linesIn(bytes)
  const [ids, placeOf] = [new Uint32Array(2 * count), new Uint32Array(count)]
  const strata: RowsOfStratum[] = []
  const places: LowRows['places'][number][] = []
  const known = byteMap()
  const rowOf = lineReaderOf(FRAME)
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const placeAt = (start: number, from: number, end: number): number => {
    const hash = hashOf(bytes, from, end)
    const before = known.find(bytes, from, end, hash)
    if (before >= 0) return before
    const row = rowOf(decoder.decode(bytes.subarray(start, end)))
    if (row === null) throw new Error('a line of a frame is not as the law writes it')
    places.push({ departments: row.departments, area: row.area })
    return known.add(bytes, from, end, hash)
  }
  let name = new Uint8Array(0)
  let first = 0
  const close = (to: number): void => {
    if (to > first) strata.push({ stratum: decoder.decode(name), name, from: first, to })
    first = to
  }
  let at = 0
  for (let row = 0; row < count; row++) {
    const comma = bytes.indexOf(COMMA, at)
    const id = placeAfter(bytes, COMMA, comma + 1)
    const end = placeAfter(bytes, LF, id)
    if (!sameBytes(bytes, at, comma, name)) {
      close(row)
      name = bytes.slice(at, comma)
    }
    ids[2 * row] = comma + 1
    ids[2 * row + 1] = id
    placeOf[row] = placeAt(at, id, end)
    at = end + 1
  }
  close(count)
  return { bytes, count, ids, strata, placeOf, places }
}

/** The id of a row as a text. */
export function idOfRow({ bytes, ids }: LowRows, row: number): TargetId {
  return DECODER.decode(bytes.subarray(ids[2 * row], ids[2 * row + 1])) as TargetId
}

/** The order of the ids of two rows: by their bytes. */
export function compareIds({ bytes, ids }: LowRows, a: number, b: number): number {
  return compareBytes(bytes, ids[2 * a]!, ids[2 * a + 1]!, bytes, ids[2 * b]!, ids[2 * b + 1]!)
}

const DECODER = new TextDecoder('utf-8', { ignoreBOM: true })

function linesIn(bytes: Uint8Array): number {
  let count = 0
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === LF) count++
  return count
}

/** The same as `indexOf`, which takes longer where so few bytes are looked at. */
function placeAfter(bytes: Uint8Array, byte: number, from: number): number {
  let at = from
  while (bytes[at] !== byte) at++
  return at
}
