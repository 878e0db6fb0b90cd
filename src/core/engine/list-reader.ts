import { byBytes } from '../bytes.ts'
import type { FixedFile } from '../draw/commitment/commitment.ts'
import { BLOCK_LEAVES } from '../draw/folder/block-proofs.ts'
import { headingOf, type Table } from '../draw/folder/table.ts'
import { readRows } from '../draw/verify/read-parts.ts'
import { hexOfWords } from '../hex.ts'
import type { Digest, TargetId } from '../ids.ts'
import type { RowHashing } from '../packed/hashing/row-hashing.ts'
import { isId } from '../text.ts'

/** What a list of an engine comes to, once all of its lines have passed. */
export interface ListDigest {
  readonly file: FixedFile
  /** The roots of the blocks of each stratum, or of the exclusions under `''`; empty where none were asked for. */
  readonly blocks: ReadonlyMap<string, readonly Digest[]>
}

/** A line that the law does not allow where it stands. */
export interface ListFault {
  readonly problem: 'id' | 'order' | 'line'
  readonly target: string
  readonly line: string
}

export interface ListReader {
  /** Takes the next lines, without their ends; tells the first that may not stand there. */
  readonly take: (lines: readonly string[]) => ListFault | null
  readonly end: () => ListDigest
}

/**
 * Reads the lines of a list in order as they pass and keeps none: its digest, its rows and its trees, where they are asked
 * for. `see` is told every target. Of a frame the first field of a line is the stratum.
 */
export function listReader<Row>(
  table: Table<Row>,
  hashing: RowHashing,
  wanted: 'trees' | 'digest',
  see: (target: TargetId) => void = () => {},
): ListReader {
  const encoder = new TextEncoder()
  const hash = hashing.digest()
  hash.update(encoder.encode(headingOf(table)))
  const hasStratum = table.key.length > 1
  const trees = blockTrees(hashing)
  let rows = 0
  let before: Place = { stratum: '', target: '', end: 0 }
  const isRow = rowTester(table)
  const fault = (line: string): ListFault | null => {
    const place = placeOf(line, hasStratum)
    const { target } = place
    if (!isId(target)) return { problem: 'id', target, line }
    if (!isRow(line, place)) return { problem: 'line', target, line }
    if (rows > 0 && orderOf(before, place) >= 0) return { problem: 'order', target, line }
    before = place
    see(target)
    rows++
    return null
  }
  /** Lines of one stratum, which follow each other. */
  const pass = (lines: readonly string[], stratum: string) => {
    const bytes = encoder.encode(`${lines.join('\n')}\n`)
    hash.update(bytes)
    if (wanted === 'trees') trees.add(stratum, bytes)
  }
  return {
    take(lines) {
      let from = 0
      for (const [i, line] of lines.entries()) {
        const last = before.stratum
        const found = fault(line)
        if (found !== null) return found
        if (before.stratum === last || i === from) continue
        pass(lines.slice(from, i), last)
        from = i
      }
      if (from < lines.length) pass(from === 0 ? lines : lines.slice(from), before.stratum)
      return null
    },
    end: () => ({ file: { sha256: hash.hex(), rows }, blocks: trees.end() }),
  }
}

/** Whether a line is a row of the law: what stands beside the id is the same in many, and read once for all of them. */
function rowTester<Row>(table: Table<Row>): (line: string, place: Place) => boolean {
  const known = new Set<string>()
  return (line, { stratum, target, end }) => {
    const beside = `${stratum}\n${line.slice(end)}`
    if (known.has(beside)) return true
    if (rowIn(table, `${stratum === '' ? '' : `${stratum},`}${target}${line.slice(end)}`) === null)
      return false
    if (known.size >= MOST_KNOWN) known.clear()
    known.add(beside)
    return true
  }
}

const MOST_KNOWN = 50_000

/** A line of a list, without its end, as its row; null where it is none. */
export function rowIn<Row>(table: Table<Row>, line: string): Row | null {
  if (line.includes('\n')) return null
  const file = new TextEncoder().encode(`${headingOf(table)}${line}\n`)
  const reading = readRows(new Map([[table.file, file]]), table)
  return reading.kind === 'rows' ? reading.rows[0]! : null
}

interface Place {
  readonly stratum: string
  readonly target: TargetId
  /** Where the target ends. */
  readonly end: number
}

/** Ids hold no comma and no quote, so that the first fields of a line need no reader. */
function placeOf(line: string, hasStratum: boolean): Place {
  const start = hasStratum ? line.indexOf(',') + 1 : 0
  const comma = line.indexOf(',', start)
  const end = comma < 0 ? line.length : comma
  return {
    stratum: hasStratum ? line.slice(0, Math.max(0, start - 1)) : '',
    target: line.slice(start, end),
    end,
  }
}

function orderOf(a: Place, b: Place): number {
  return a.stratum === b.stratum ? byBytes(a.target, b.target) : byBytes(a.stratum, b.stratum)
}

/** The trees of blocks, one after the other: the lines of no more than one are at hand. */
function blockTrees(hashing: RowHashing) {
  const blocks = new Map<string, Digest[]>()
  const bounds = new Uint32Array(2 * BLOCK_LEAVES)
  let held = new Uint8Array(1 << 18)
  let [part, length, count] = ['', 0, 0]
  const close = () => {
    if (count === 0) return
    const own = blocks.get(part) ?? []
    blocks.set(part, own)
    own.push(hexOfWords(hashing.root({ bytes: held, bounds, count })))
    length = 0
    count = 0
  }
  const hold = (line: Uint8Array) => {
    if (length + line.length > held.length) {
      const more = new Uint8Array(2 * (length + line.length))
      more.set(held.subarray(0, length))
      held = more
    }
    held.set(line, length)
    bounds[2 * count] = length
    length += line.length
    bounds[2 * count + 1] = length
    if (++count === BLOCK_LEAVES) close()
  }
  return {
    /** Lines with their ends. */
    add(stratum: string, lines: Uint8Array) {
      if (stratum !== part) close()
      part = stratum
      for (let from = 0, to = lines.indexOf(LF); to >= 0; from = to + 1, to = lines.indexOf(LF, from))
        hold(lines.subarray(from, to))
    },
    end() {
      close()
      return blocks
    },
  }
}

const LF = 10
