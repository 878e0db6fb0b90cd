import { byBytes } from '../bytes.ts'
import type { ListDigests } from '../draw/commitment/freeze.ts'
import { merkleTree } from '../draw/folder/merkle.ts'
import { headingOf, type Table } from '../draw/folder/table.ts'
import { EXCLUSIONS, FRAME } from '../draw/folder/tables.ts'
import type { SeenLists, UnreadableRow } from '../freeze/seen-lists.ts'
import type { Digest } from '../ids.ts'
import type { Pieces } from '../pieces.ts'
import type { RowHashing } from './hashing/row-hashing.ts'
import { type OpenList, rootOfList, unreadableIn } from './open-list.ts'
import { laidPieces, type Spill } from './spill.ts'
import { type ListedRows, type ListWriting, writeRows } from './write-rows.ts'

/** Frame and exclusions as files that lie in pieces, with their digests and what was seen of their rows. */
export interface PackedLists {
  readonly digests: ListDigests
  readonly files: ReadonlyMap<string, Pieces>
  readonly seen: SeenLists
}

/** Writes rows whose ids come in byte order as the lists of a draw: strata one after the other, each in its order. */
export function packLists(ids: () => Pieces, rows: ListedRows, writing: ListWriting): PackedLists {
  const { places } = rows
  const { spill, hashing } = writing
  const strata = [...new Set(places.flatMap(place => ('stratum' in place ? [place.stratum] : [])))].sort(
    byBytes,
  )
  const numbers = new Map(strata.map((stratum, i) => [stratum, i]))
  const lists = writeRows(
    ids,
    {
      ...rows,
      listOf: places.map(place => ('stratum' in place ? numbers.get(place.stratum)! : strata.length)),
      lists: strata.length + 1,
      most: strata.length > MANY ? FEW_ROWS : ROWS,
    },
    writing,
  )
  const framed = lists.slice(0, -1)
  const excluded = lists.at(-1)!
  const frame = piecesOf(FRAME, framed, spill)
  const exclusions = piecesOf(EXCLUSIONS, [excluded], spill)
  const inFrame = framed.reduce((sum, list) => sum + list.rows, 0)
  return {
    files: new Map([
      [FRAME.file, frame],
      [EXCLUSIONS.file, exclusions],
    ]),
    digests: {
      frame: { sha256: digestOf(frame, hashing), rows: inFrame },
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
      yield* laidPieces(
        spill,
        lists.flatMap(({ pieces }) => pieces),
      )
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
