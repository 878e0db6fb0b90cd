import { cutsOf } from '../draw/cuts.ts'
import type { Stratum } from '../draw/folder/rows.ts'
import { headingOf } from '../draw/folder/table.ts'
import { FRAME } from '../draw/folder/tables.ts'
import type { Digest } from '../ids.ts'
import { type Pieces, whole } from '../pieces.ts'
import { MOST_AT_ONCE, type RowHashing } from './hashing/row-hashing.ts'

/** What of a frame a seed may draw, and the digest of all of it. */
export interface LowestRows {
  /** Lines of the frame, in its order: of each stratum those with the lowest tickets, and a few more. */
  readonly lines: Uint8Array
  /** Null where it was written just now, and nobody asks. */
  readonly sha256: Digest | null
}

/** How a frame is read: one that was written just now needs no digest; `progress` is told how many bytes were read. */
export interface Reading {
  readonly isFresh: boolean
  readonly progress?: (bytes: number) => void
}

/**
 * Reads a frame as it passes for the rows that a seed may draw (draw.md, section 5): those whose tickets lie below a
 * cut-off. Where too few do, the frame is read again with a higher one.
 */
export function lowestRows(
  frame: Pieces,
  strata: readonly Stratum[],
  selectKey: Digest,
  hashing: RowHashing,
  { isFresh, progress = () => {} }: Reading = { isFresh: false },
): LowestRows {
  for (let further = 0; ; further++) {
    const cuts = new Map(cutsOf(strata, further).map(({ stratum, below }) => [stratum, headOf(below)]))
    const { lines, sha256, counts } = below(frame, cuts, selectKey, hashing, { isFresh, progress })
    const isEnough = strata.every(
      ({ stratum, size, take, reserve }) =>
        (counts.get(stratum) ?? 0) >= take + reserve || (cuts.get(stratum) === ALL && size > 0),
    )
    if (isEnough) return { lines, sha256 }
  }
}

/** The first word of a cut-off: tickets that begin with it are taken too. */
function headOf(below: string | null): number {
  return below === null ? ALL : Number.parseInt(below.slice(0, 8), 16)
}

const ALL = 0xffffffff
const [COMMA, LF] = [44, 10]

function below(
  frame: Pieces,
  cuts: ReadonlyMap<string, number>,
  selectKey: Digest,
  hashing: RowHashing,
  { isFresh, progress }: Required<Reading>,
): LowestRows & { readonly counts: ReadonlyMap<string, number> } {
  const digest = isFresh ? null : hashing.digest()
  let read = 0
  const taker = lineTaker(cuts, selectKey, hashing)
  let skip = headingOf(FRAME).length
  let rest = new Uint8Array(0)
  for (const piece of frame) {
    digest?.update(piece)
    read += piece.length
    progress(read)
    const from = Math.min(skip, piece.length)
    skip -= from
    const bytes = rest.length === 0 ? piece.subarray(from) : whole([rest, piece.subarray(from)])
    rest = bytes.slice(taker.take(bytes))
  }
  return { lines: taker.found.all(), sha256: digest?.hex() ?? null, counts: taker.counts }
}

/** Takes lines as they come; those of low tickets are found, copied. */
function lineTaker(cuts: ReadonlyMap<string, number>, selectKey: Digest, hashing: RowHashing) {
  const found = growingBytes()
  const counts = new Map<string, number>()
  const bounds = new Uint32Array(2 * MOST_AT_ONCE)
  const lines = new Uint32Array(2 * MOST_AT_ONCE)
  const heads = new Uint32Array(MOST_AT_ONCE)
  let count = 0
  let stratum = new Uint8Array(0)
  let name = ''
  let cut: number | undefined
  const hashed = (bytes: Uint8Array) => {
    if (count > 0 && cut !== undefined) {
      hashing.heads(selectKey, { bytes, bounds, count }, heads)
      let low = 0
      for (let i = 0; i < count; i++) {
        if (heads[i]! > cut) continue
        found.add(bytes, lines[2 * i]!, lines[2 * i + 1]!)
        low++
      }
      counts.set(name, (counts.get(name) ?? 0) + low)
    }
    count = 0
  }
  const enter = (bytes: Uint8Array, from: number, to: number) => {
    hashed(bytes)
    stratum = bytes.slice(from, to)
    name = new TextDecoder().decode(stratum)
    cut = cuts.get(name)
  }
  /** Takes all whole lines; gives where the first begins that is not. */
  const take = (bytes: Uint8Array): number => {
    let start = 0
    for (;;) {
      const comma = placeOf(bytes, COMMA, start)
      const id = placeOf(bytes, COMMA, comma + 1)
      const end = placeOf(bytes, LF, id)
      if (end >= bytes.length) break
      if (!isSame(stratum, bytes, start, comma)) enter(bytes, start, comma)
      if (cut !== undefined) {
        bounds[2 * count] = comma + 1
        bounds[2 * count + 1] = id
        lines[2 * count] = start
        lines[2 * count + 1] = end + 1
        if (++count === MOST_AT_ONCE) hashed(bytes)
      }
      start = end + 1
    }
    hashed(bytes)
    return start
  }
  return { take, found, counts }
}

/** Bytes one after the other, without an object for each. */
function growingBytes() {
  let bytes = new Uint8Array(1 << 12)
  let length = 0
  return {
    add(from: Uint8Array, start: number, end: number) {
      const more = length + end - start
      if (more > bytes.length) {
        const larger = new Uint8Array(Math.max(more, 2 * bytes.length))
        larger.set(bytes)
        bytes = larger
      }
      for (let i = start; i < end; i++) bytes[length++] = from[i]!
    },
    all: () => bytes.subarray(0, length),
  }
}

/** Where a byte stands from a place on; behind all of them where it does not. */
function placeOf(bytes: Uint8Array, byte: number, from: number): number {
  let at = from
  while (at < bytes.length && bytes[at] !== byte) at++
  return at
}

function isSame(text: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  if (text.length !== to - from) return false
  for (let i = from; i < to; i++) if (text[i - from] !== bytes[i]) return false
  return true
}
