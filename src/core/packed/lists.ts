import { byBytes } from '../bytes.ts'
import type { ListDigests } from '../draw/commitment/freeze.ts'
import { merkleTree } from '../draw/folder/merkle.ts'
import type { Spec } from '../draw/folder/spec.ts'
import { headingOf, type Table } from '../draw/folder/table.ts'
import { EXCLUSIONS, FRAME } from '../draw/folder/tables.ts'
import type { SeenLists, UnreadableRow } from '../freeze/seen-lists.ts'
import type { Digest } from '../ids.ts'
import type { Pieces } from '../pieces.ts'
import type { RowHashing } from './hashing/row-hashing.ts'
import type { SeeId } from './ids.ts'
import {
  closeList,
  type OpenList,
  openList,
  type Place,
  rootOfList,
  unreadableIn,
  wayTo,
  writeRow,
} from './open-list.ts'
import { cursorOver, OddRow } from './packed-registry.ts'
import type { Spill } from './spill.ts'

/** Frame and exclusions as files that lie in pieces, with their digests and what was seen of their rows. */
export interface PackedLists {
  readonly digests: ListDigests
  readonly files: ReadonlyMap<string, Pieces>
  readonly seen: SeenLists
}

/** Where lists are laid, how they are hashed, and who is told how many of all rows are written. */
export interface ListWriting {
  readonly spill: Spill
  readonly hashing: RowHashing
  readonly written: (rows: number, all: number) => void
}

/** What becomes of the rows of a registry. */
export interface ListedRows {
  /** The places that rows go to, of which all but the target goes for all. */
  readonly places: readonly Place[]
  /** Which of them a row goes to; below nought: none. */
  readonly placeOf: (row: number) => number
  /** How many rows go to one. */
  readonly rows: number
  /** What is looked at of each id while it passes. */
  readonly see: SeeId
  readonly spec: Spec
}

/** Writes rows whose ids come in byte order as the lists of a draw: strata one after the other, each in its order. */
export function packLists(
  ids: Pieces,
  { places, placeOf, rows: all, see, spec }: ListedRows,
  { spill, hashing, written }: ListWriting,
): PackedLists {
  const strata = [...new Set(places.flatMap(place => ('stratum' in place ? [place.stratum] : [])))].sort(
    byBytes,
  )
  const many = strata.length > MANY ? FEW_ROWS : ROWS
  const lists = [...strata, null].map(() => openList(many, spill, hashing))
  const excluded = lists.at(-1)!
  const listOf = new Map(strata.map((stratum, i) => [stratum, lists[i]!]))
  const ways = places.map(place =>
    wayTo('stratum' in place ? listOf.get(place.stratum)! : excluded, place, spec),
  )
  const cursor = cursorOver(ids)
  let count = 0
  while (cursor.next()) {
    const place = placeOf(cursor.number)
    if (place < 0) continue
    const { bytes, from, to } = cursor
    writeRow(ways[place]!, bytes, from, to, see(bytes, from, to))
    if (++count % 10_000 === 0) written(count, all)
  }
  if (count !== all) throw new OddRow()
  const framed = lists.slice(0, -1)
  for (const list of lists) closeList(list)
  const frame = piecesOf(FRAME, framed, spill)
  const exclusions = piecesOf(EXCLUSIONS, [excluded], spill)
  const rows = framed.reduce((sum, list) => sum + list.rows, 0)
  return {
    files: new Map([
      [FRAME.file, frame],
      [EXCLUSIONS.file, exclusions],
    ]),
    digests: {
      frame: { sha256: digestOf(frame, hashing), rows },
      exclusions: { sha256: digestOf(exclusions, hashing), rows: excluded.rows },
      rootOfFrame: () => rootOfRows(frame),
      rootsOfStrata: () => new Map(strata.map((stratum, i) => [stratum, rootOfList(framed[i]!)])),
      rootOfExclusions: () => rootOfList(excluded),
    },
    seen: {
      unreadable: firstUnreadable(framed, FRAME.file) ?? unreadableIn(excluded, EXCLUSIONS.file, 0),
      privateCodes: {
        exclusions: excluded.privateCode,
        frame: framed.map(list => list.privateCode).find(code => code !== null) ?? null,
      },
    },
  }
}

/** As many rows of a list are hashed at once, and of many strata fewer. */
const [ROWS, FEW_ROWS, MANY] = [2048, 128, 100] as const

function firstUnreadable(lists: readonly OpenList[], file: string): UnreadableRow | null {
  let before = 0
  for (const list of lists) {
    const found = unreadableIn(list, file, before)
    if (found !== null) return found
    before += list.rows
  }
  return null
}

/** A file of lists one after the other; it may be read as often as it is asked for. */
function piecesOf<Row>(table: Table<Row>, lists: readonly OpenList[], spill: Spill): Pieces {
  return {
    *[Symbol.iterator]() {
      yield new TextEncoder().encode(headingOf(table))
      for (const { pieces } of lists) for (const piece of pieces) yield spill.read(piece)
    },
  }
}

function digestOf(file: Pieces, hashing: RowHashing): Digest {
  const digest = hashing.digest()
  for (const piece of file) digest.update(piece)
  return digest.hex()
}

/** The one tree of version 1 of the law, over all rows behind the heading; a piece holds whole lines. */
function rootOfRows(file: Pieces): Digest {
  const tree = merkleTree()
  let isHeading = true
  for (const piece of file) {
    if (!isHeading)
      for (let from = 0, to = piece.indexOf(10); to >= 0; from = to + 1, to = piece.indexOf(10, from))
        tree.add(piece, from, to)
    isHeading = false
  }
  return tree.root()
}
