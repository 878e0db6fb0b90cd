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
import { NUMBER } from './ids.ts'
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
import type { Cursor } from './runs.ts'
import type { Spill } from './spill.ts'

/** Frame and exclusions as files that lie in pieces, with their digests and what was seen of their rows. */
export interface PackedLists {
  readonly digests: ListDigests
  readonly files: ReadonlyMap<string, Pieces>
  readonly seen: SeenLists
}

/**
 * Writes rows that come in byte order of their ids as the lists of a draw: strata one after the other, each in its order.
 * `places` has a row for each number, of which all but the target goes for all; `cursor` is read once.
 */
export function packLists(
  cursor: Cursor,
  places: readonly Place[],
  spec: Spec,
  {
    spill,
    hashing,
    written,
  }: { readonly spill: Spill; readonly hashing: RowHashing; readonly written: (rows: number) => void },
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
  for (let count = 1; cursor.next(); count++) {
    writeRow(ways[cursor.number & NUMBER]!, cursor)
    if (count % 10_000 === 0) written(count)
  }
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
