import { cutsOf } from '../draw/cuts.ts'
import type { Stratum } from '../draw/folder/rows.ts'
import { headingOf } from '../draw/folder/table.ts'
import { FRAME } from '../draw/folder/tables.ts'
import type { Digest } from '../ids.ts'
import type { Pieces } from '../pieces.ts'
import { MOST_AT_ONCE, type RowHashing } from './hashing/row-hashing.ts'
import { loopFinder, newLines, plainFinder } from './loops/line-finder.ts'
import type { RowLoops } from './loops/row-loops.ts'

/** What of a frame a seed may draw, and the digest of all of it. */
export interface LowestRows {
  /** Lines of the frame, in its order: of each stratum those with the lowest tickets, and a few more. */
  readonly lines: Uint8Array
  /** Null where it was written just now, and nobody asks. */
  readonly sha256: Digest | null
}

/**
 * How a frame is read: one that was written just now needs no digest; `progress` is told how many bytes were read; `loops` find
 * its lines, where the machine has them.
 */
export interface Reading {
  readonly isFresh: boolean
  readonly progress?: (bytes: number) => void
  readonly loops?: RowLoops | null
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
  { isFresh, progress = () => {}, loops = null }: Reading = { isFresh: false },
): LowestRows {
  for (let further = 0; ; further++) {
    const cuts = new Map(cutsOf(strata, further).map(({ stratum, below }) => [stratum, headOf(below)]))
    const { lines, sha256, counts } = below(frame, cuts, selectKey, hashing, { isFresh, progress, loops })
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
const LF = 10

function below(
  frame: Pieces,
  cuts: ReadonlyMap<string, number>,
  selectKey: Digest,
  hashing: RowHashing,
  { isFresh, progress, loops }: Required<Reading>,
): LowestRows & { readonly counts: ReadonlyMap<string, number> } {
  const digest = isFresh ? null : hashing.digest()
  let read = 0
  const taker = lineTaker(cuts, selectKey, hashing, loops)
  let skip = headingOf(FRAME).length
  let rest = new Uint8Array(0)
  for (const piece of gathered(frame, LEAST)) {
    digest?.update(piece)
    read += piece.length
    progress(read)
    const from = Math.min(skip, piece.length)
    skip -= from
    // A line that was cut in two goes by itself: the piece is large.
    const whole = rest.length === 0 ? from : Math.max(from, piece.indexOf(LF, from) + 1)
    if (whole > from) rest = rest.slice(taker.take(joined(rest, piece.subarray(from, whole))))
    const bytes = rest.length === 0 ? piece.subarray(whole) : joined(rest, piece.subarray(whole))
    rest = bytes.slice(taker.take(bytes))
  }
  return { lines: taker.found.all(), sha256: digest?.hex() ?? null, counts: taker.counts }
}

/** So many bytes at least are looked at together: of fewer nobody else would have hashed any before they are asked for. */
const LEAST = 1 << 20

/** The same pieces, small ones put together; each is lent until the next. */
function* gathered(pieces: Pieces, least: number): Generator<Uint8Array> {
  let room = new Uint8Array(0)
  let filled = 0
  for (const piece of pieces) {
    if (filled === 0 && piece.length >= least) {
      yield piece
      continue
    }
    if (filled + piece.length > room.length) room = joined(room, new Uint8Array(least + piece.length))
    room.set(piece, filled)
    filled += piece.length
    if (filled < least) continue
    yield room.subarray(0, filled)
    filled = 0
  }
  if (filled > 0) yield room.subarray(0, filled)
}

/** Lines that are being hashed, of one stratum each. */
interface Batch {
  readonly lines: Uint32Array
  readonly runs: { readonly name: string; readonly from: number; readonly heads: () => Uint32Array }[]
}

/** So many batches are under way at once. */
const BATCHES = 8

/** Takes lines as they come; those of low tickets are found, copied. */
function lineTaker(
  cuts: ReadonlyMap<string, number>,
  selectKey: Digest,
  hashing: RowHashing,
  loops: RowLoops | null,
) {
  const found = growingBytes()
  const counts = new Map<string, number>()
  const finder = loops === null ? plainFinder() : loopFinder(loops)
  const batches: Batch[] = Array.from({ length: BATCHES }, () => ({ lines: newLines(), runs: [] }))
  const bounds = new Uint32Array(2 * MOST_AT_ONCE)
  let stratum = new Uint8Array(0)
  let name = ''
  /** Takes the low ones of a batch. */
  const settle = ({ lines, runs }: Batch, bytes: Uint8Array) => {
    for (const { name, from, heads: reckoned } of runs.splice(0)) {
      const [heads, cut] = [reckoned(), cuts.get(name)!]
      let low = 0
      for (let i = 0; i < heads.length; i++) {
        if (heads[i]! > cut) continue
        found.add(bytes, lines[4 * (from + i)]!, lines[4 * (from + i + 1)]!)
        low++
      }
      counts.set(name, (counts.get(name) ?? 0) + low)
    }
  }
  /** Has lines of a batch hashed, all of which are of the stratum at hand. */
  const hash = ({ lines, runs }: Batch, bytes: Uint8Array, from: number, to: number) => {
    if (from === to || !cuts.has(name)) return
    for (let i = from; i < to; i++) {
      bounds[2 * (i - from)] = lines[4 * i + 1]!
      bounds[2 * (i - from) + 1] = lines[4 * i + 2]!
    }
    runs.push({ name, from, heads: hashing.headsLater(selectKey, { bytes, bounds, count: to - from }) })
  }
  const enter = (bytes: Uint8Array, from: number, comma: number) => {
    if (isSame(stratum, bytes, from, comma)) return
    stratum = bytes.slice(from, comma)
    name = new TextDecoder().decode(stratum)
  }
  /** Takes all whole lines; gives where the first begins that is not. */
  const take = (bytes: Uint8Array): number => {
    finder.over(bytes)
    let start = 0
    let turn = 0
    for (; ; turn++) {
      const batch = batches[turn % BATCHES]!
      settle(batch, bytes)
      const { lines } = batch
      const count = finder.find(start, lines)
      if (count === 0) break
      enter(bytes, start, lines[1]! - 1)
      let from = 0
      for (let i = 1; i < count; i++) {
        if (lines[4 * i + 3] === 0) continue
        hash(batch, bytes, from, i)
        enter(bytes, lines[4 * i]!, lines[4 * i + 1]! - 1)
        from = i
      }
      hash(batch, bytes, from, count)
      start = lines[4 * count]!
    }
    for (let i = 1; i <= BATCHES; i++) settle(batches[(turn + i) % BATCHES]!, bytes)
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

function isSame(text: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  if (text.length !== to - from) return false
  for (let i = from; i < to; i++) if (text[i - from] !== bytes[i]) return false
  return true
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}
